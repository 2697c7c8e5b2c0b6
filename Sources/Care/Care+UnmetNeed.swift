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

  /// People of a level in any formal care.
  private static func served(_ level: Ability) -> Formula {
    .total(CareService.settings.map { Ledger.persons($0, level) })
  }

  public static let unmetNeed = Indicator(
    "care.unmet_need", .persons, zh: "未满足的照护需求（按标准）", en: "Unmet need for care (norm less served)",
    population: .resident,
    formula: .total(
      Ability.impaired.map { level in
        .larger(persons(level) * use(norm, level) - served(level), .zero(.persons))
      }))

  public static let normNeed = Indicator(
    "care.norm_need", .persons, zh: "应受照护人数（标准）", en: "People who should be in formal care (norm)",
    population: .resident, formula: .total(Ability.impaired.map { persons($0) * use(norm, $0) }))

  /// People who should be in formal care and are: the norm less what it leaves unmet.
  public static let metNeed = Formula.indicator(normNeed) - .indicator(unmetNeed)

  public static let needMet = Indicator(
    "care.need_met", .share, zh: "照护需求满足率（按标准）", en: "Share of need met (against the norm)", .ratio,
    population: .resident, formula: metNeed / .indicator(normNeed))

  static let normIndicators = [normNeed, unmetNeed, needMet]
}
