/// What a dataset's stated ranges mean, and which inputs one cause moves together.
public struct StatedRanges: Equatable, Sendable {
  /// The chance that a range holds the truth, inside 0…1.
  public let probability: Double
  public var groups: [InputGroup]
  /// Inputs from which each district deviates in its own way.
  public var districtSpreads: [DistrictSpread]

  public init(probability: Double, groups: [InputGroup] = [], districtSpreads: [DistrictSpread] = []) {
    self.probability = probability
    self.groups = groups
    self.districtSpreads = districtSpreads
  }
}

/// How far districts lie from what the city's value of an input says of them, where nobody publishes theirs.
public struct DistrictSpread: Equatable, Sendable {
  /// The path of the input.
  public let input: String
  /// The count that it makes: a district whose figure is published settles the input there.
  public let count: String
  /// The standard deviation of the logarithm.
  public let deviation: Double

  public init(input: String, count: String, deviation: Double) {
    self.input = input
    self.count = count
    self.deviation = deviation
  }
}

/// Inputs that share a cause, so that what is drawn for one goes with what is drawn for the others.
public struct InputGroup: Equatable, Sendable {
  /// One of its inputs.
  public struct Member: Equatable, Sendable {
    public let path: String
    /// With another that says the same of itself, 0…1; of two that differ the geometric mean counts.
    public let correlation: Double

    public init(path: String, correlation: Double) {
      self.path = path
      self.correlation = correlation
    }
  }

  public let name: String
  public let members: [Member]

  public init(_ name: String, _ members: [Member]) {
    self.name = name
    self.members = members
  }
}

/// The parameters whose stated ranges are drawn.
public struct DrawnRanges: Sendable {
  let probability: Double
  let paths: Set<String>

  public init(probability: Double, paths: Set<String>) {
    self.probability = probability
    self.paths = paths
  }

  public func contains(_ parameter: Parameter) -> Bool { paths.contains(parameter.path) }

  /// The interval that a value of a parameter is drawn from; nil for what is firm, or has no width.
  func interval(of value: DatedValue, _ parameter: Parameter) -> Interval? {
    guard paths.contains(parameter.path), !value.evidence.isFirm, let range = value.range,
      range.lowerBound < range.upperBound
    else { return nil }
    return Interval(probability: probability, low: range.lowerBound, high: range.upperBound)
  }
}
