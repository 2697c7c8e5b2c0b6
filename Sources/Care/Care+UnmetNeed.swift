import Domain
import Formulas

/// Need against a norm, which is another thing than a lack of beds.
extension Care {
  /// The share of a level's people who should be in formal care.
  static let norm = Dictionary(
    uniqueKeysWithValues: Ability.impaired.map { level in
      (level, Parameter("care.norm.\(level.name)", .share, 0...1, .lever))
    })
  static let normParameters = Ability.impaired.compactMap { norm[$0] }

  /// The part of those seeking a bed who have one; nothing where nobody seeks one.
  static let placed = Formula.present(.indicator(bedsInUse) / .indicator(bedDemand), else: .zero(.ratio))

  /// People of a level in an institution.
  public static func institutional(_ level: Ability) -> Formula { count(seekers, level) * placed }

  /// People of each level in an institution, mildest first, for what their care costs.
  public static let institutionResidents: [(level: Ability, residents: Indicator)] = Ability.allCases.map { level in
    let indicator = Indicator(
      "care.institution.residents_\(level.name)", .persons, zh: "入住机构：\(level.label.zh)",
      en: "In institutions: \(level.label.en)", population: .resident, isPublished: false, formula: institutional(level)
    )
    return (level, indicator)
  }

  /// Care workers that the staffing ratios ask for in institutions.
  public static let neededInInstitutions = Indicator(
    "care.workers.needed_in_institutions", .persons, zh: "机构所需护理员", en: "Care workers needed in institutions",
    isPublished: false,
    formula: .total(perLevel(residentsPerWorker) { level, ratio in institutional(level) / ratio }))

  /// Users of home care of a level, among those at home without a family care bed.
  public static func homeUsers(_ level: Ability) -> Formula {
    guard let takeUp = homeTakeUp[level] else { return .zero(.persons) }
    let home = persons(level) - institutional(level) - count(communityUsers, level) - count(familyBedUsers, level)
    return home * .parameter(takeUp)
  }

  /// People of a level in any formal care.
  private static func served(_ level: Ability) -> Formula {
    institutional(level) + count(communityUsers, level) + count(familyBedUsers, level) + homeUsers(level)
  }

  public static let unmetNeed = Indicator(
    "care.unmet_need", .persons, zh: "未满足的照护需求（按标准）", en: "Unmet need for care (norm less served)",
    population: .resident,
    formula: .total(
      Ability.impaired.compactMap { level in
        norm[level].map { .larger(persons(level) * .parameter($0), served(level)) - served(level) }
      }))

  public static let normNeed = Indicator(
    "care.norm_need", .persons, zh: "应受照护人数（标准）", en: "People who should be in formal care (norm)",
    population: .resident,
    formula: .total(Ability.impaired.compactMap { level in norm[level].map { persons(level) * .parameter($0) } }))

  /// People who should be in formal care and are: the norm less what it leaves unmet.
  public static let metNeed = Formula.indicator(normNeed) - .indicator(unmetNeed)

  public static let needMet = Indicator(
    "care.need_met", .share, zh: "照护需求满足率（按标准）", en: "Share of need met (against the norm)", .ratio,
    population: .resident, formula: metNeed / .indicator(normNeed))
}
