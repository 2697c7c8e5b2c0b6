/// Ability to live alone, by the five levels of the national assessment (GB/T 42195-2022).
public enum Ability: Int, CaseIterable, Comparable, Sendable {
  case intact = 0
  case mild, moderate, severe, complete

  public static func < (a: Ability, b: Ability) -> Bool { a.rawValue < b.rawValue }

  /// The word used in parameter and indicator names.
  public var name: String {
    switch self {
    case .intact: "intact"
    case .mild: "mild"
    case .moderate: "moderate"
    case .severe: "severe"
    case .complete: "complete"
    }
  }

  /// The levels with a loss of ability, mildest first.
  public static let impaired: [Ability] = [.mild, .moderate, .severe, .complete]

  /// The levels that count as disabled in care planning: moderate and worse.
  public static let disabled: [Ability] = [.moderate, .severe, .complete]

  public var label: Label {
    switch self {
    case .intact: Label(zh: "能力完好", en: "intact")
    case .mild: Label(zh: "轻度失能", en: "mild loss")
    case .moderate: Label(zh: "中度失能", en: "moderate loss")
    case .severe: Label(zh: "重度失能", en: "severe loss")
    case .complete: Label(zh: "完全失能", en: "complete loss")
    }
  }
}
