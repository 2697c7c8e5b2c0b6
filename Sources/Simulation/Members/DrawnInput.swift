import Formulas

/// An input that worlds draw from an interval about it, alone or with others that one cause moves.
struct DrawnInput: Sendable {
  let parameter: Parameter
  /// The cause it shares with others; nil for one of its own.
  let group: String?
  /// How much of its variance the cause has.
  let correlation: Double

  /// What is drawn for a plan, in the order of its parameters.
  static func all(of plan: Plan) -> [DrawnInput] {
    var groups: [String: (name: String, correlation: Double)] = [:]
    for group in plan.city.ranges?.groups ?? [] {
      for member in group.members { groups[member.path] = (group.name, member.correlation) }
    }
    return plan.parameters.all.filter(\.hasSpread).map { resolved in
      let group = groups[resolved.parameter.path]
      return DrawnInput(parameter: resolved.parameter, group: group?.name, correlation: group?.correlation ?? 0)
    }
  }
}
