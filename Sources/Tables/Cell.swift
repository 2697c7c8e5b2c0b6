/// What stands in one place of a table.
public enum Cell: Hashable, Sendable {
  case text(String)
  /// A number, which CSV and JSON give in full and readers see as the format says.
  case number(Double, NumberFormat)
  /// No value.
  case empty

  /// The cell as readers see it.
  var text: String {
    switch self {
    case .text(let text): text
    case .number(let value, let format): format.text(value)
    case .empty: ""
    }
  }
}
