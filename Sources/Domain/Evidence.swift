/// How firm a figure is.
public enum Evidence: String, CaseIterable, Comparable, Sendable {
  /// Set by a rule in force.
  case enacted
  /// Counted or measured, and published.
  case observed
  /// Remembered from a publication that was not read again.
  case recalled
  /// Fitted or derived from other figures.
  case estimated
  /// Chosen; a range says how far it may be off.
  case assumed

  /// Firmer first.
  public static func < (a: Evidence, b: Evidence) -> Bool { a.rank < b.rank }

  private var rank: Int { Evidence.allCases.firstIndex(of: self) ?? 0 }

  /// Firm enough to hold in a run up to the information date.
  public var isFirm: Bool { self == .enacted || self == .observed }

  /// Values of this kind must carry a range.
  public var needsRange: Bool { self == .estimated || self == .assumed }

  public var label: Label {
    switch self {
    case .enacted: Label(zh: "已颁布", en: "enacted")
    case .observed: Label(zh: "已公布", en: "observed")
    case .recalled: Label(zh: "回忆值", en: "recalled")
    case .estimated: Label(zh: "估计", en: "estimated")
    case .assumed: Label(zh: "假设", en: "assumed")
    }
  }
}
