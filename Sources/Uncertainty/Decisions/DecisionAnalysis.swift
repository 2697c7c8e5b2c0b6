/// What it is worth to know before choosing between options, from samples in which each option has its benefit.
public struct DecisionAnalysis: Sendable {
  /// Inputs that would be found out together: one, or several under a name.
  public struct Survey: Equatable, Sendable {
    public let name: String
    /// Places among the inputs.
    public let inputs: [Int]

    public init(_ name: String, inputs: [Int]) {
      self.name = name
      self.inputs = inputs
    }
  }

  /// What finding out is worth.
  public struct Worth: Equatable, Sendable {
    public let survey: Survey
    public let value: Estimate
    /// Whether a survey of nothing would seem worth as much.
    public let isNothing: Bool
  }

  public let options: [String]
  /// The option with the best mean.
  public let choice: Int
  public let regrets: RegretTable
  /// Knowing everything, chance included.
  public let perfect: Estimate
  /// Of each single input, the most valuable first.
  public let single: [Worth]
  /// Of surveys of several, in the order of their value.
  public let together: [Worth]
  /// What 19 of 20 dummies stay below.
  public let floor: Double
  public var usedSamples: Int { regrets.usedWorlds }
  public var failedSamples: Int { regrets.failedWorlds }

  /// - Parameters:
  ///   - benefits: shape `[option][sample]`, higher is better; NaN where an option failed.
  ///   - inputs: with their columns, one number a sample.
  ///   - surveys: of several inputs.
  /// - Returns: nil with fewer than two options or ``fewestSamples`` samples in which all options have a number.
  public init?(options: [String], benefits: [[Double]], inputs: [SampleInput], surveys: [Survey]) {
    let samples = benefits.first?.count ?? 0
    let columns = inputs.flatMap(\.columns)
    let dummies = Self.dummies(samples)
    guard let information = InformationValue(benefits: benefits, inputs: columns + dummies),
      let regrets = RegretTable(benefits: benefits)
    else { return nil }
    var places: [[Int]] = []
    var next = 0
    for input in inputs {
      places.append(Array(next..<next + input.columns.count))
      next += input.columns.count
    }
    let own = inputs.indices.map { Survey(inputs[$0].name, inputs: [$0]) }
    let sets = (own + surveys).map { $0.inputs.flatMap { places[$0] } }
    let values = information.partial(sets)
    let floor = information.partial(dummies.indices.map { [columns.count + $0] }).map(\.value).max() ?? 0
    func worths(_ surveys: [Survey], _ values: some Sequence<Estimate>) -> [Worth] {
      zip(surveys, values).map { Worth(survey: $0, value: $1, isNothing: $1.value <= floor) }.enumerated()
        .sorted { ($1.element.value.value, $0.offset) < ($0.element.value.value, $1.offset) }.map(\.element)
    }
    self.options = options
    choice = information.choice
    self.regrets = regrets
    perfect = information.perfect
    single = worths(own, values.prefix(own.count))
    together = worths(surveys, values.dropFirst(own.count))
    self.floor = floor
  }

  /// Fewer samples say nothing.
  public static let fewestSamples = 100

  /// Numbers that no benefit can depend on: the samples in a random order.
  private static func dummies(_ samples: Int) -> [[Double]] {
    let draws = UnitDraws(seed: 0, stream: .order)
    return (0..<19 as Range<UInt64>).map { dummy in
      draws.order(of: samples, shuffle: dummy, part: .max).map(Double.init)
    }
  }
}
