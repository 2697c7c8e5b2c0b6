import NumericCore

/// What it would be worth to know more before choosing between options, from the worlds of a run.
///
/// With perfect information one would choose the best option of each world: the expected value of perfect information
/// (EVPI) is the mean of the best less the best of the means. Knowing some inputs only, one would choose by the benefits
/// expected given these (EVPPI); that expectation is a regression of the benefits' differences on the inputs.
///
/// Both are never negative, no set of inputs is worth less than a set within it, and none more than knowing all.
///
/// Source: Raiffa and Schlaifer (1961), *Applied Statistical Decision Theory*; Strong, Oakley and Brennan (2014), *Medical
/// Decision Making* 34, 311–326, for the regression.
public struct InformationValue: Sendable {
  /// The option with the best mean: what would be chosen today, the first of equals.
  public let choice: Int
  /// In the unit of the benefits.
  public let perfect: Estimate
  public let usedWorlds: Int
  public let failedWorlds: Int

  /// Benefits less those of the choice, shape `[option but the choice][world]`.
  private let differences: [[Double]]
  /// Shape `[input][world]`.
  private let inputs: [[Double]]

  /// - Parameters:
  ///   - benefits: shape `[option][world]`, higher is better; NaN where an option failed: the world is left out.
  ///   - inputs: shape `[input][world]`, what each world drew.
  /// - Returns: `nil` with fewer than two options or 100 worlds.
  public init?(benefits: [[Double]], inputs: [[Double]]) {
    guard benefits.count >= 2, let worlds = benefits.first?.count else { return nil }
    precondition(inputs.allSatisfy { $0.count == worlds }, "one value of an input a world")
    let kept = (0..<worlds).filter { world in benefits.allSatisfy { $0[world].isFinite } }
    guard kept.count >= 100 else { return nil }
    let used = benefits.map { option in kept.map { option[$0] } }
    let means = used.map { mean(of: $0) }
    let choice = means.indices.reduce(0) { means[$1] > means[$0] ? $1 : $0 }
    let differences = used.indices.filter { $0 != choice }.map { option in
      zip(used[option], used[choice]).map { $0 - $1 }
    }
    self.choice = choice
    self.differences = differences
    self.inputs = inputs.map { input in kept.map { input[$0] } }
    usedWorlds = kept.count
    failedWorlds = worlds - kept.count
    let gains = kept.indices.map { world in differences.reduce(0) { max($0, $1[world]) } }
    let gain = mean(of: gains)
    let squares = gains.reduce(0) { $0 + ($1 - gain) * ($1 - gain) }
    let count = Double(kept.count)
    perfect = Estimate(value: gain, standardError: (squares / (count - 1) / count).squareRoot())
  }

  /// What it would be worth to know the inputs of each set exactly.
  ///
  /// Where a set's own estimate is below that of a listed set within it, it takes that one's, with its error.
  ///
  /// - Parameter sets: places of inputs; in the result's order.
  public func partial(_ sets: [[Int]]) -> [Estimate] {
    let own = sets.map(estimate)
    return sets.indices.map { set in
      let within = sets.indices.filter { Set(sets[$0]).isSubset(of: sets[set]) }
      let best = within.reduce(set) { own[$1].value > own[$0].value ? $1 : $0 }
      return own[best].value > perfect.value ? perfect : own[best]
    }
  }

  private func estimate(_ set: [Int]) -> Estimate {
    let basis = InformationBasis(inputs: screened(set).map { inputs[$0] })
    guard basis.columns > 1 else { return Estimate(value: 0, standardError: 0) }
    let rows = (0..<usedWorlds).map(basis.row)
    let targets = (0..<usedWorlds).map { world in differences.map { $0[world] } }
    var parts = Array(
      repeating: NormalEquations(columns: basis.columns, outcomes: differences.count), count: Jackknife.blocks)
    for world in rows.indices { parts[world % Jackknife.blocks].add(rows[world], targets[world]) }
    let whole = parts.reduce(into: NormalEquations(columns: basis.columns, outcomes: differences.count)) { $0 += $1 }
    let value = gain(rows, whole, leavingOut: nil)
    let leftOut = parts.indices.map { gain(rows, whole.without(parts[$0]), leavingOut: $0) }
    return Estimate(value: value, standardError: Jackknife.standardError(leftOut))
  }

  /// So many worlds stand behind each column of a regression at least: with fewer it would fit chance, and find value in it.
  private static let worldsPerColumn = 20

  /// Of a large set the inputs that explain most of any difference, as many as the worlds can tell apart.
  private func screened(_ set: [Int]) -> [Int] {
    let most = max(InformationBasis.largestProducts, usedWorlds / Self.worldsPerColumn / InformationBasis.terms)
    guard set.count > most else { return set }
    let targets = differences.compactMap(standardised)
    let worlds = Array(0..<usedWorlds)
    let shares = set.map { input in
      let terms = CauseTerms(cause: Cause(columns: [inputs[input]], isChance: false), kept: worlds)
      return targets.map { terms.shareExplained(of: $0) }.max() ?? 0
    }
    return set.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }.prefix(most).sorted().map { set[$0] }
  }

  /// The mean of the best expected difference, less the best of the means: what the inputs' being known adds.
  private func gain(_ rows: [[Double]], _ equations: NormalEquations, leavingOut block: Int?) -> Double {
    let coefficients = equations.solved().coefficients
    var sums = Array(repeating: 0.0, count: coefficients.count)
    var sum = 0.0
    var count = 0.0
    for world in rows.indices where block == nil || world % Jackknife.blocks != block {
      var best = 0.0
      for (option, coefficient) in coefficients.enumerated() {
        var expected = 0.0
        for (value, factor) in zip(rows[world], coefficient) { expected += value * factor }
        sums[option] += expected
        best = max(best, expected)
      }
      sum += best
      count += 1
    }
    return max((sum - sums.reduce(0, max)) / count, 0)
  }
}
