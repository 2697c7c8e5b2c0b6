import Domain

/// A kind of care that takes working hours. Five are settings of the ledger or lie on top of one; a person stands in one
/// setting, on average over the year.
public enum CareService: String, CaseIterable, Sendable {
  case institution, community
  case familyBed = "family_bed"
  case home
  /// Short stays in an institution of people who live at home.
  case respite
  /// A few subsidised hours for people of high age: no setting, and no cover of the norm.
  case light

  /// The settings people stand in.
  public static let settings: [CareService] = [.institution, .community, .familyBed, .home]

  /// The levels told apart among those who seek it; none for what lies on top of a setting.
  public var levels: [Ability] {
    switch self {
    case .institution, .community: Ability.allCases
    case .familyBed, .home: Ability.disabled
    case .respite, .light: []
    }
  }

  public var label: Label {
    switch self {
    case .institution: Label(zh: "机构", en: "Institutions")
    case .community: Label(zh: "社区照护", en: "Community care")
    case .familyBed: Label(zh: "家庭养老床位", en: "Family care beds")
    case .home: Label(zh: "居家上门服务", en: "Home help")
    case .respite: Label(zh: "喘息服务", en: "Respite care")
    case .light: Label(zh: "高龄老人轻服务", en: "Light service")
    }
  }
}
