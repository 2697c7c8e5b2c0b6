import NumericCore

/// The columns a cause gives a regression: of each of its numbers the standardised value and its square less one.
struct CauseTerms {
  /// Shape `[column][world]`, each with mean zero; a number that never varies has none.
  let columns: [[Double]]

  init(cause: Cause, kept: [Int]) {
    columns = cause.columns.flatMap { column -> [[Double]] in
      guard let x = standardised(kept.map { column[$0] }) else { return [] }
      // What the square adds to the value: skewed inputs have squares that go with them.
      let skewness = mean(of: x.map { $0 * $0 * $0 })
      return [x, x.map { $0 * $0 - 1 - skewness * $0 }]
    }
  }

  /// What pairs of causes do together: the product of what each explains alone.
  init(product one: [Double], _ other: [Double]) {
    columns = standardised(zip(one, other).map { $0 * $1 }).map { [$0] } ?? []
  }

  /// What the columns explain of an outcome by themselves, world by world.
  func component(of y: [Double]) -> [Double] {
    guard !columns.isEmpty else { return y.map { _ in 0 } }
    let coefficients = equations(y).solved().coefficients[0]
    return y.indices.map { world in columns.indices.reduce(0) { $0 + coefficients[$1] * columns[$1][world] } }
  }

  /// The share of an outcome's variance that the columns explain, with its bias taken off; may be below zero.
  ///
  /// - Parameter y: mean about zero, one a world.
  func shareExplained(of y: [Double]) -> Double {
    guard !columns.isEmpty else { return 0 }
    let equations = equations(y)
    guard equations.squares[0] > 0 else { return 0 }
    let fit = equations.solved()
    let left = equations.residualSquares(fit) / equations.squares[0]
    return 1 - left * Double(y.count - 1) / Double(y.count - 1 - fit.rank)
  }

  private func equations(_ y: [Double]) -> NormalEquations {
    var equations = NormalEquations(columns: columns.count)
    var row = Array(repeating: 0.0, count: columns.count)
    for world in y.indices {
      for column in columns.indices { row[column] = columns[column][world] }
      equations.add(row, [y[world]])
    }
    return equations
  }
}

/// Pairs of the causes of one kind that explain most alone: what chance does together is chance, what inputs do is inputs.
struct CausePairs {
  /// Causes of each kind that are paired.
  private static let paired = 4

  let terms: [CauseTerms]
  let isChance: [Bool]

  init(outcome: [Double], terms: [CauseTerms], kinds: [Bool], _ screening: CauseScreening) {
    var (pairs, chance): ([CauseTerms], [Bool]) = ([], [])
    for kind in [true, false] {
      let first = screening.order.filter { kinds[$0] == kind }.prefix(CausePairs.paired)
      let components = first.map { terms[$0].component(of: outcome) }
      for one in components.indices {
        for other in 0..<one {
          pairs.append(CauseTerms(product: components[one], components[other]))
          chance.append(kind)
        }
      }
    }
    (self.terms, isChance) = (pairs, chance)
  }
}

/// Which causes enter the regression.
struct CauseScreening {
  /// The causes that explain most alone, in the order given.
  let screened: [Int]
  let others: [Int]
  /// All that vary, those that explain most alone first.
  let order: [Int]
  /// What each explains alone.
  let alone: [Double]

  init(outcome: [Double], terms: [CauseTerms], screened count: Int) {
    let alone = terms.map { $0.shareExplained(of: outcome) }
    self.alone = alone
    order = terms.indices.filter { !terms[$0].columns.isEmpty }.sorted { (alone[$1], $0) < (alone[$0], $1) }
    screened = order.prefix(count).sorted()
    others = order.dropFirst(count).sorted()
  }
}

/// What the causes outside the regression explain: each little, together perhaps not.
struct CauseRemainder {
  private let shares: [(cause: Int, share: Double, columns: Int)]
  private let worlds: Int

  /// - Parameter residuals: what the regression leaves of the outcome, which has variance one.
  init(outcome: [Double], terms: [CauseTerms], others: [Int], residuals: [Double]) {
    worlds = outcome.count
    let left = residuals.reduce(0) { $0 + $1 * $1 } / Double(worlds)
    shares = others.map { ($0, terms[$0].shareExplained(of: residuals) * left, terms[$0].columns.count) }
  }

  /// The sum over some causes, with the error that an outcome independent of all would have.
  func sum(where belongs: (Int) -> Bool) -> Estimate {
    let chosen = shares.filter { belongs($0.cause) }
    let variance = chosen.reduce(0) { $0 + 2 * Double($1.columns) / Double(worlds) / Double(worlds) }
    return Estimate(value: chosen.reduce(0) { $0 + $1.share }, standardError: variance.squareRoot())
  }
}
