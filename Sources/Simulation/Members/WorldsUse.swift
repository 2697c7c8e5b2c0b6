import Formulas

/// What worlds do with a parameter.
public enum WorldsUse: Equatable, Sendable {
  /// It wanders about its path from year to year, moved by a process.
  case wanders(process: String)
  /// Drawn once a world, alone or with others that one cause moves.
  case drawn(group: String?)
  /// Settled by published figures where these count, drawn elsewhere.
  case solved([Solve])
  /// A range is stated, and it stays as it is all the same.
  case held
  /// Firm, or without a range.
  case fixed
}

extension City {
  /// What worlds do with a parameter, by what the dataset says of it.
  public func worldsUse(of parameter: Parameter) -> WorldsUse {
    if let process = model.processes.first(where: { $0.parameter == parameter }) {
      return .wanders(process: process.name)
    }
    let solves = orderedSolves.filter { $0.input == parameter.path }
    let stated = allValues[parameter.path]?.all.filter { !$0.evidence.isFirm } ?? []
    let hasInterval = stated.contains { $0.interval != nil }
    guard hasInterval || stated.contains(where: { $0.range.map { $0.lowerBound < $0.upperBound } ?? false }) else {
      return .fixed
    }
    guard hasInterval || ranges.map({ model.drawn($0).contains(parameter) }) ?? false else { return .held }
    if !solves.isEmpty { return .solved(solves) }
    return .drawn(group: ranges?.groups.first { $0.members.contains { $0.path == parameter.path } }?.name)
  }
}
