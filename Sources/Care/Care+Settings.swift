import Domain
import Formulas
import Population

/// Where people aged 60 and over live and are cared for; the ledger says who is where.
extension Care {
  static let institutionUse = byLevel("care.institution.use", .share, 0...1, .uncertainty, Ability.allCases)
  static let institutionFactor = Parameter("care.institution.district_factor", .ratio, 0...10, .fact, .district)
  static let communityUse = byLevel("care.community.use", .share, 0...1, .uncertainty, Ability.allCases)
  static let familyBedShare = byLevel("care.family_beds.share", .share, 0...1, .uncertainty, Ability.disabled)
  static let homeTakeUp = byLevel("care.home.takeup", .share, 0...1, .uncertainty, Ability.disabled)
  static let institutionPrices = byLevel(
    "fiscal.institution_running.unit_cost", .yuanPerPersonMonth, 0...1e6, .uncertainty, Ability.allCases)

  static let settingParameters =
    [institutionUse, communityUse, familyBedShare, homeTakeUp, institutionPrices].flatMap { table in
      Ability.allCases.compactMap { table[$0] }
    } + [institutionFactor]

  /// The share of a level's people that a table gives; nothing for levels it does not name.
  static func use(_ table: [Ability: Parameter], _ level: Ability) -> Formula {
    table[level].map { Formula.parameter($0) } ?? .zero(.share)
  }

  /// What a month in an institution costs for a resident of a level.
  public static func institutionPrice(_ level: Ability) -> Parameter {
    guard let price = institutionPrices[level] else { preconditionFailure("a place has a price at every level") }
    return price
  }

  private static func bedsIndicator(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.beds.\(name)", .beds, zh: zh, en: en, population: .resident, formula: formula)
  }

  public static let bedDemand = bedsIndicator(
    "demand", zh: "机构床位需求", en: "Demand for institutional beds",
    Ledger.total(Ledger.placesSought) / .personsPerBed)

  static let nursingDemand = bedsIndicator(
    "nursing_demand", zh: "护理型床位需求（中度及以上）", en: "Demand for nursing-type beds (moderate and worse)",
    Ledger.total(Ledger.placesSought, from: .moderate) / .personsPerBed)

  public static let nursingGap = bedsIndicator(
    "nursing_gap", zh: "护理型床位缺口", en: "Demand beyond nursing-type beds",
    .larger(.indicator(nursingDemand) - .indicator(nursingBeds), .zero(.beds)))

  static let dementiaDemand = bedsIndicator(
    "dementia_demand", zh: "认知症照护床位需求", en: "Demand for dementia-care beds",
    .indicator(nursingDemand) * .measure(AbilityModel.dementiaDisabled) / .indicator(disabled))

  /// Beds that can be used before a home counts as full.
  static let usableBeds = Formula.indicator(bedStock) * .parameter(occupancyLimit)

  /// Beds kept for those who seek a place, whether or not there are hands to care for them.
  static let bedsTaken: Formula = .smaller(.indicator(bedDemand), usableBeds)

  static let bedsInUse = Indicator(
    "care.beds.in_use", .beds, zh: "在用床位", en: "Beds in use", isPublished: false,
    formula: .indicator(inInstitution) / .personsPerBed)

  public static let bedShortage = bedsIndicator(
    "shortage", zh: "机构床位短缺", en: "People seeking a bed beyond those usable",
    .larger(.indicator(bedDemand) - bedsTaken, .zero(.beds)))

  public static let occupancy = Indicator(
    "care.beds.occupancy", .share, zh: "床位使用率", en: "Occupancy", .ratio,
    formula: (.indicator(bedsInUse) + .indicator(respiteBeds)) / .indicator(bedStock))

  private static func setting(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.setting.\(name)", .persons, zh: zh, en: en, population: .resident, formula: formula)
  }

  public static let inInstitution = setting("institution", zh: "机构", en: "In institutions", got(.institution))
  /// Who seeks care and gets none: no bed in the district, or no hands. They live at home; the other settings count
  /// them nowhere.
  static let waiting = setting("waiting", zh: "轮候", en: "Waiting", .indicator(Ledger.waiting))
  public static let inFamilyBed = setting(
    "family_bed", zh: "家庭养老床位", en: "Home with family care bed", got(.familyBed))
  public static let inCommunity = setting("community", zh: "社区照护", en: "Community care", got(.community))
  static let atHome = setting(
    "home", zh: "居家", en: "At home", got(.home) + .indicator(Ledger.none))

  private static func got(_ service: CareService) -> Formula { .indicator(Ledger.personsGot(service)) }

  static let settingIndicators = [
    bedDemand, nursingDemand, nursingGap, dementiaDemand, bedsInUse, bedShortage, occupancy, atHome, inFamilyBed,
    inCommunity, inInstitution, waiting,
  ]
}
