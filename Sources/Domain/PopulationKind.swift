/// Which people a figure counts.
public enum PopulationKind: String, CaseIterable, Sendable {
  /// 常住: who lives here and needs services.
  case resident
  /// 户籍: who is registered here, the plan's "per 10 000 older people".
  case registered

  public var label: Label {
    switch self {
    case .resident: Label(zh: "常住", en: "resident")
    case .registered: Label(zh: "户籍", en: "registered")
    }
  }
}
