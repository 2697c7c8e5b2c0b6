import Domain
import Formulas
import Population

/// Where people aged 60 and over live and are cared for.
extension Care {
  static let institutionUse = byLevel("care.institution.use", .share, 0...1, .uncertainty, Ability.allCases)
  static let institutionFactor = Parameter("care.institution.district_factor", .ratio, 0...10, .fact, .district)
  static let communityUse = byLevel("care.community.use", .share, 0...1, .uncertainty, Ability.allCases)
  static let familyBedShare = byLevel("care.family_beds.share", .share, 0...1, .uncertainty, Ability.disabled)
  static let homeTakeUp = byLevel("care.home.takeup", .share, 0...1, .uncertainty, Ability.disabled)

  static let settingParameters =
    [institutionUse, communityUse, familyBedShare, homeTakeUp].flatMap { table in
      Ability.allCases.compactMap { table[$0] }
    } + [institutionFactor]

  /// The term of a level, where the level has a parameter.
  static func perLevel(_ table: [Ability: Parameter], _ term: (Ability, Formula) -> Formula) -> [Formula] {
    Ability.allCases.compactMap { level in table[level].map { term(level, .parameter($0)) } }
  }

  /// People of a level who seek a place in an institution.
  static func seeking(_ level: Ability, _ use: Formula) -> Formula {
    persons(level) * use * .parameter(institutionFactor)
  }

  private static func bedsIndicator(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.beds.\(name)", .beds, zh: zh, en: en, population: .resident, formula: formula)
  }

  public static let bedDemand = bedsIndicator(
    "demand", zh: "机构床位需求", en: "Demand for institutional beds",
    .total(perLevel(institutionUse, seeking)) / .personsPerBed)

  static let nursingDemand = bedsIndicator(
    "nursing_demand", zh: "护理型床位需求（中度及以上）", en: "Demand for nursing-type beds (moderate and worse)",
    .total(perLevel(institutionUse.filter { $0.key >= .moderate }, seeking)) / .personsPerBed)

  static let nursingGap = bedsIndicator(
    "nursing_gap", zh: "护理型床位缺口", en: "Demand beyond nursing-type beds",
    .larger(.indicator(nursingDemand) - .indicator(nursingBeds), .zero(.beds)))

  static let dementiaDemand = bedsIndicator(
    "dementia_demand", zh: "认知症照护床位需求", en: "Demand for dementia-care beds",
    .indicator(nursingDemand) * .measure(AbilityModel.dementiaDisabled) / .indicator(disabled))

  /// Beds that can be used before a home counts as full.
  private static let usableBeds = Formula.indicator(bedStock) * .parameter(occupancyLimit)

  static let bedsInUse = Indicator(
    "care.beds.in_use", .beds, zh: "在用床位", en: "Beds in use", isPublished: false,
    formula: .smaller(.indicator(bedDemand), usableBeds))

  public static let bedShortage = bedsIndicator(
    "shortage", zh: "机构床位短缺", en: "People seeking a bed beyond those usable",
    .indicator(bedDemand) - .indicator(bedsInUse))

  public static let occupancy = Indicator(
    "care.beds.occupancy", .share, zh: "床位使用率", en: "Occupancy", .ratio,
    formula: .indicator(bedsInUse) / .indicator(bedStock))

  private static func setting(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.setting.\(name)", .persons, zh: zh, en: en, population: .resident, formula: formula)
  }

  static let inInstitution = setting(
    "institution", zh: "机构", en: "In institutions", .indicator(bedsInUse) * .personsPerBed)
  static let waiting = setting("waiting", zh: "轮候", en: "Waiting", .indicator(bedShortage) * .personsPerBed)
  static let inFamilyBed = setting(
    "family_bed", zh: "家庭养老床位", en: "Home with family care bed",
    .total(perLevel(familyBedShare) { _, share in .indicator(familyBeds) * .personsPerBed * share }))
  static let inCommunity = setting(
    "community", zh: "社区照护", en: "Community care",
    .total(perLevel(communityUse) { level, use in persons(level) * use }))
  static let atHome = setting(
    "home", zh: "居家", en: "At home",
    .indicator(Demography.populationAged60Plus) - .indicator(inFamilyBed) - .indicator(inCommunity)
      - .indicator(inInstitution) - .indicator(waiting))

  static let settingIndicators = [
    bedDemand, nursingDemand, nursingGap, dementiaDemand, bedsInUse, bedShortage, occupancy, atHome, inFamilyBed,
    inCommunity, inInstitution, waiting,
  ]
}
