import NumericCore

/// The columns a cause gives a regression: of each of its numbers the standardised value and its square less one.
struct CauseTerms {
  /// Shape `[column][world]`, each with mean zero; a number that never varies has none.
  let columns: [[Double]]
  /// Of length one and at right angles to one another, what the columns span; a column that those before it give already
  /// adds none. So what an outcome has of the cause is a sum of products.
  private let basis: [[Double]]

  init(cause: Cause, kept: [Int]) {
    self.init(
      cause.columns.flatMap { column -> [[Double]] in
        guard let x = standardised(kept.map { column[$0] }) else { return [] }
        // What the square adds to the value: skewed inputs have squares that go with them.
        let skewness = mean(of: x.map { $0 * $0 * $0 })
        return [x, x.map { $0 * $0 - 1 - skewness * $0 }]
      })
  }

  /// What pairs of causes do together: the product of what each explains alone.
  init(product one: [Double], _ other: [Double]) {
    self.init(standardised(zip(one, other).map { $0 * $1 }).map { [$0] } ?? [])
  }

  private init(_ columns: [[Double]]) {
    self.columns = columns
    var basis: [[Double]] = []
    for column in columns {
      var rest = column
      for known in basis { rest.add(known, times: -product(known, rest)) }
      let length = product(rest, rest)
      guard length > CauseTerms.nothing * product(column, column) else { continue }
      let scale = 1 / length.squareRoot()
      basis.append(rest.map { $0 * scale })
    }
    self.basis = basis
  }

  /// What rounding leaves of a column that is a sum of others, squared.
  private static let nothing = 1e-9

  /// What the columns explain of an outcome by themselves, world by world.
  func component(of y: [Double]) -> [Double] {
    basis.reduce(into: y.map { _ in 0 }) { sum, direction in sum.add(direction, times: product(direction, y)) }
  }

  /// The share of an outcome's variance that the columns explain, with its bias taken off; may be below zero.
  ///
  /// - Parameter y: mean about zero, one a world.
  func shareExplained(of y: [Double]) -> Double {
    guard !columns.isEmpty else { return 0 }
    let squares = product(y, y)
    guard squares > 0 else { return 0 }
    let explained = basis.reduce(0) { sum, direction in
      let part = product(direction, y)
      return sum + part * part
    }
    let left = max(squares - explained, 0) / squares
    return 1 - left * Double(y.count - 1) / Double(y.count - 1 - basis.count)
  }
}

extension [Double] {
  fileprivate mutating func add(_ other: [Double], times factor: Double) {
    for index in indices { self[index] += factor * other[index] }
  }
}

/// The sum of the products of two series, added in an order that depends on the places only.
private func product(_ one: [Double], _ other: [Double]) -> Double {
  precondition(one.count == other.count, "as many numbers of both")
  var sums = SIMD8<Double>.zero
  let whole = one.count & ~7
  one.withUnsafeBytes { one in
    other.withUnsafeBytes { other in
      for place in stride(from: 0, to: whole, by: 8) {
        sums +=
          one.loadUnaligned(fromByteOffset: place &* 8, as: SIMD8<Double>.self)
          * other.loadUnaligned(fromByteOffset: place &* 8, as: SIMD8<Double>.self)
      }
    }
  }
  return (whole..<one.count).reduce(sums.sum()) { $0 + one[$1] * other[$1] }
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
