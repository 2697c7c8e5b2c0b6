import Domain

/// Where what set a value was written.
public typealias Origin = Position

/// A change a scenario makes to a parameter.
public struct Override: Equatable, Sendable {
  public enum Change: Equatable, Sendable {
    /// Holds from the year after the information date.
    case standing(Double)
    /// Replaces the value of these days and everything after the first of them; how values go from one to the next is
    /// the parameter's way where it does not say.
    case points([Point], between: ParameterValues.Between? = nil)
    /// Changes the layer below from one year to another; without an end, to the end of the run.
    case multiply(by: Double, from: Year, to: Year?)
    case add(Double, from: Year, to: Year?)
  }

  public struct Point: Equatable, Sendable {
    public let from: Day
    public let value: Double
    /// How far an expert takes the value to be off.
    public let interval: Interval?

    public init(from: Day, value: Double, interval: Interval? = nil) {
      self.from = from
      self.value = value
      self.interval = interval
    }
  }

  public let path: String
  /// What stands for every district, those with values of their own included.
  public static let everyDistrict = "*"

  /// Code of a district, or ``everyDistrict``. Without either a new value is the city's, and a parameter by district
  /// has it where a district has no value of its own; a factor or an amount acts on all.
  public let district: String?
  public let change: Change
  public let origin: Origin

  public init(path: String, district: String? = nil, change: Change, origin: Origin) {
    self.path = path
    self.district = district
    self.change = change
    self.origin = origin
  }

  /// The first year the change touches.
  public func firstYear(knownUntil: Year) -> Year { change.firstYear(knownUntil: knownUntil) }
}

extension Override.Change {
  /// The first year the change touches.
  public func firstYear(knownUntil: Year) -> Year {
    switch self {
    case .standing: knownUntil + 1
    case .points(let points, _): points.map(\.from.year).min() ?? knownUntil + 1
    case .multiply(_, let from, _), .add(_, let from, _): from
    }
  }

  /// The last year the change touches; nil where it goes on to the end.
  public var lastYear: Year? {
    switch self {
    case .standing, .points: nil
    case .multiply(_, _, let to), .add(_, _, let to): to
    }
  }
}
