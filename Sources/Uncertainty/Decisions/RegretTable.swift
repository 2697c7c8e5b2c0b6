import NumericCore

/// How far each option stays behind the best one, over worlds.
public struct RegretTable: Equatable, Sendable {
  /// Of one option, in the unit of the outcome.
  public struct Option: Equatable, Sendable {
    /// The outcome's mean over worlds.
    public let mean: Double
    /// Mean, 90 % quantile (type 7) and largest regret: what the best option of the same world would have had more.
    public let meanRegret: Double
    public let regret90: Double
    public let largestRegret: Double
    /// The share of worlds in which no option is better; where several are best, each counts.
    public let bestShare: Double
  }

  /// In the order given.
  public let options: [Option]
  public let usedWorlds: Int
  /// Worlds left out because an option failed in them.
  public let failedWorlds: Int

  /// - Parameter benefits: shape `[option][world]`, higher is better; NaN where an option failed in a world.
  /// - Returns: `nil` when no world is left.
  public init?(benefits: [[Double]]) {
    let (used, failed) = worldsInCommon(benefits)
    guard let count = used.first?.count, count > 0 else { return nil }
    let best = (0..<count).map { world in used.reduce(-.infinity) { max($0, $1[world]) } }
    options = used.map { option in
      let regrets = zip(best, option).map { $0 - $1 }.sorted()
      let place = 0.9 * Double(count - 1)
      let below = Int(place)
      let above = min(below + 1, count - 1)
      return Option(
        mean: mean(of: option), meanRegret: mean(of: regrets),
        regret90: regrets[below] + (place - Double(below)) * (regrets[above] - regrets[below]),
        largestRegret: regrets[count - 1],
        bestShare: Double(regrets.filter { $0 == 0 }.count) / Double(count))
    }
    usedWorlds = count
    failedWorlds = failed
  }

  /// Of the option with the smallest largest regret, the first of equals: the robust choice by Savage (1951).
  public var leastLargestRegret: Int {
    options.indices.min { options[$0].largestRegret < options[$1].largestRegret }!
  }
}

/// The worlds in which all options have a number, and how many others there are.
func worldsInCommon(_ benefits: [[Double]]) -> (used: [[Double]], failed: Int) {
  guard let worlds = benefits.first?.count else { return ([], 0) }
  precondition(benefits.allSatisfy { $0.count == worlds }, "options have different worlds")
  let kept = (0..<worlds).filter { world in benefits.allSatisfy { $0[world].isFinite } }
  return (benefits.map { option in kept.map { option[$0] } }, worlds - kept.count)
}
