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

  /// An unpublished count of a level's people, for the levels that have a parameter.
  private static func users(
    _ name: String, _ table: [Ability: Parameter], _ formula: (Ability, Formula) -> Formula
  ) -> [Ability: Indicator] {
    Dictionary(
      uniqueKeysWithValues: table.map { level, parameter in
        let indicator = Indicator(
          "care.\(name).\(level.name)", .persons, zh: level.label.zh, en: level.label.en, population: .resident,
          isPublished: false, formula: formula(level, .parameter(parameter)))
        return (level, indicator)
      })
  }

  /// The sum of such counts over the levels, mildest first.
  static func total(_ table: [Ability: Indicator], from lowest: Ability = .intact) -> Formula {
    .total(Ability.allCases.filter { $0 >= lowest }.compactMap { level in table[level].map(Formula.indicator) })
  }

  /// People who seek a place in an institution; nobody seeks two.
  static let seekers = users("seekers", institutionUse) { level, use in
    .smaller(persons(level) * use * .parameter(institutionFactor), persons(level))
  }

  /// Users of community care, at most those who seek no place in an institution.
  static let communityUsers = users("community_users", communityUse) { level, use in
    .smaller(persons(level) * use, persons(level) - count(seekers, level))
  }

  /// People with a family care bed, at most those who are left.
  static let familyBedUsers = users("family_bed_users", familyBedShare) { level, share in
    .smaller(
      .indicator(familyBeds) * .personsPerBed * share,
      persons(level) - count(seekers, level) - count(communityUsers, level))
  }

  /// A level's count, none where the table has none.
  static func count(_ table: [Ability: Indicator], _ level: Ability) -> Formula {
    table[level].map(Formula.indicator) ?? .zero(.persons)
  }

  private static func bedsIndicator(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.beds.\(name)", .beds, zh: zh, en: en, population: .resident, formula: formula)
  }

  public static let bedDemand = bedsIndicator(
    "demand", zh: "机构床位需求", en: "Demand for institutional beds",
    total(seekers) / .personsPerBed)

  static let nursingDemand = bedsIndicator(
    "nursing_demand", zh: "护理型床位需求（中度及以上）", en: "Demand for nursing-type beds (moderate and worse)",
    total(seekers, from: .moderate) / .personsPerBed)

  public static let nursingGap = bedsIndicator(
    "nursing_gap", zh: "护理型床位缺口", en: "Demand beyond nursing-type beds",
    .larger(.indicator(nursingDemand) - .indicator(nursingBeds), .zero(.beds)))

  static let dementiaDemand = bedsIndicator(
    "dementia_demand", zh: "认知症照护床位需求", en: "Demand for dementia-care beds",
    .indicator(nursingDemand) * .measure(AbilityModel.dementiaDisabled) / .indicator(disabled))

  /// Beds that can be used before a home counts as full.
  static let usableBeds = Formula.indicator(bedStock) * .parameter(occupancyLimit)

  static let bedsInUse = Indicator(
    "care.beds.in_use", .beds, zh: "在用床位", en: "Beds in use", isPublished: false,
    formula: .smaller(.indicator(bedDemand), usableBeds))

  public static let bedShortage = bedsIndicator(
    "shortage", zh: "机构床位短缺", en: "People seeking a bed beyond those usable",
    .indicator(bedDemand) - .indicator(bedsInUse))

  public static let occupancy = Indicator(
    "care.beds.occupancy", .share, zh: "床位使用率", en: "Occupancy", .ratio,
    formula: (.indicator(bedsInUse) + .indicator(respiteBeds)) / .indicator(bedStock))

  private static func setting(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.setting.\(name)", .persons, zh: zh, en: en, population: .resident, formula: formula)
  }

  public static let inInstitution = setting(
    "institution", zh: "机构", en: "In institutions", .indicator(bedsInUse) * .personsPerBed)
  /// People who seek a place and find none in their district. They live at home and may have home care there; the
  /// other settings count them nowhere.
  static let waiting = setting("waiting", zh: "轮候", en: "Waiting", .indicator(bedShortage) * .personsPerBed)
  public static let inFamilyBed = setting(
    "family_bed", zh: "家庭养老床位", en: "Home with family care bed", total(familyBedUsers))
  public static let inCommunity = setting("community", zh: "社区照护", en: "Community care", total(communityUsers))
  static let atHome = setting(
    "home", zh: "居家", en: "At home",
    .indicator(Demography.populationAged60Plus) - .indicator(inFamilyBed) - .indicator(inCommunity)
      - .indicator(inInstitution) - .indicator(waiting))

  static let settingIndicators =
    [seekers, communityUsers, familyBedUsers].flatMap { table in Ability.allCases.compactMap { table[$0] } } + [
      bedDemand, nursingDemand, nursingGap, dementiaDemand, bedsInUse, bedShortage, occupancy, atHome, inFamilyBed,
      inCommunity, inInstitution, waiting,
    ]
}
