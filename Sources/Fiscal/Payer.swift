import Domain

/// Who pays for a line of the budget.
public enum Payer: String, CaseIterable, Sendable {
  case city, district, centre
  case lotteryFund = "lottery_fund"
  case insurance, household

  public var label: Label {
    switch self {
    case .city: Label(zh: "市级财政", en: "City")
    case .district: Label(zh: "区县财政", en: "Districts")
    case .centre: Label(zh: "中央和省级", en: "Centre and province")
    case .lotteryFund: Label(zh: "福彩公益金", en: "Lottery fund")
    case .insurance: Label(zh: "长护险等保险", en: "Insurance")
    case .household: Label(zh: "居民自付", en: "Households")
    }
  }

  /// Whether what it pays is public money.
  public var isPublic: Bool { self != .household }
}

/// What the lottery fund may be used for.
public enum FundUse: String, CaseIterable, Sendable {
  case eldercareFacilities = "eldercare_facilities"
  case eldercareServices = "eldercare_services"
  case disability, children
  case socialAssistance = "social_assistance"
  case socialWork = "social_work"
  case charity, burial

  public var label: Label {
    switch self {
    case .eldercareFacilities: Label(zh: "养老设施", en: "Eldercare facilities")
    case .eldercareServices: Label(zh: "养老服务", en: "Eldercare services")
    case .disability: Label(zh: "残疾人福利", en: "Disabled people")
    case .children: Label(zh: "儿童福利", en: "Children")
    case .socialAssistance: Label(zh: "社会救助", en: "Social assistance")
    case .socialWork: Label(zh: "社会工作与治理", en: "Social work and governance")
    case .charity: Label(zh: "慈善", en: "Charity")
    case .burial: Label(zh: "殡葬", en: "Burial")
    }
  }

  public var isEldercare: Bool { rawValue.hasPrefix("eldercare") }

  /// The use of a benefit rule; one that is not named here is assistance.
  static func ofRule(_ name: String) -> FundUse { ofRules[name] ?? .socialAssistance }

  private static let ofRules: [String: FundUse] = [
    "service_subsidy": .eldercareServices, "nursing_subsidy": .eldercareServices, "family_bed": .eldercareServices,
    "worker_entry": .eldercareServices, "worker_certificate": .eldercareServices,
    "old_age_allowance": .eldercareServices, "accident_insurance": .eldercareServices,
    "consumption_subsidy": .eldercareServices, "ltc_insurance": .eldercareServices,
    "disability_living": .disability, "disability_care": .disability, "orphans": .children, "children": .children,
    "burial": .burial,
  ]
}
