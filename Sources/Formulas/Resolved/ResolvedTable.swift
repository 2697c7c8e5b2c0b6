import Domain

/// The resolved parameters of a run, by position and by path.
public struct ResolvedTable: Sendable {
  public internal(set) var all: [ResolvedParameter]
  private let index: [String: Int]

  public init(_ all: [ResolvedParameter]) {
    self.all = all
    index = Dictionary(all.enumerated().map { ($1.parameter.path, $0) }) { first, _ in first }
  }

  private init(_ all: [ResolvedParameter], _ index: [String: Int]) {
    self.all = all
    self.index = index
  }

  /// The same parameters with other values, in the same order.
  func replacing(_ all: [ResolvedParameter]) -> ResolvedTable { ResolvedTable(all, index) }

  /// The same with other values of the last parameters.
  public func replacing(last: [ResolvedParameter]) -> ResolvedTable { replacing(all.dropLast(last.count) + last) }

  /// Where a parameter stands in ``all``.
  public func position(of parameter: Parameter) -> Int? { position(of: parameter.path) }

  func position(of path: String) -> Int? { index[path] }

  public subscript(parameter: Parameter) -> ResolvedParameter {
    guard let position = index[parameter.path] else { preconditionFailure("undeclared \(parameter.path)") }
    return all[position]
  }

  /// The value at the end of a year in an area.
  public func value(_ parameter: Parameter, in area: Int, _ year: Year) -> Lanes {
    guard let position = index[parameter.path] else { preconditionFailure("undeclared \(parameter.path)") }
    return all[position].value(in: area, year)
  }

  /// The scenario line that set the value of a year; nil for the dataset.
  public func origin(of parameter: Parameter, in area: Int, _ year: Year) -> Origin? {
    self[parameter].series(in: area).origin(in: year)
  }
}

/// The schedules of a run.
public struct ScheduleTable: Equatable, Sendable {
  private let tables: [String: AgeTable]

  public init(_ tables: [String: AgeTable]) { self.tables = tables }

  public subscript(schedule: Schedule) -> AgeTable {
    guard let table = tables[schedule.path] else { preconditionFailure("undeclared \(schedule.path)") }
    return table
  }
}
