import Care
import Domain
import Formulas

/// 特困供养: a living standard and, by how far someone can care for himself, a care standard; in cash, or towards the bill
/// of a home.
public enum Destitute {
  private static let names = RuleNames("destitute", zh: "特困人员供养", en: "Support for the destitute")

  static let rate = names.parameter("rate", .personsPerTenThousand, 0...10_000, .uncertainty)
  static let living = names.parameter("living", .yuanPerPersonMonth, 0...1e5, .lever)
  static let care = ["able", "partly", "fully"].map {
    names.parameter("care_\($0)", .yuanPerPersonMonth, 0...1e5, .lever)
  }
  static let partly = names.parameter("share_partly", .share, 0...1, .uncertainty)
  static let fully = names.parameter("share_fully", .share, 0...1, .uncertainty)
  /// The part of them who live in homes.
  static let inHomes = names.parameter("in_homes", .share, 0...1, .uncertainty)

  private static let livingOfYear = names.standard(
    zh: "特困人员基本生活标准（全年）", en: "Living standard of the destitute, mean over the year", .meanOverYear(living))

  static let recipients = names.recipients(
    .perTenThousand(rate, of: Income.registered) * .indicator(Hardship.weight))

  /// How far destitute people can care for themselves, and a resident's ability that goes with it.
  private static let stages: [(level: Ability, share: Formula, care: Parameter)] = [
    (level: .intact, share: .rest(partly, fully), care: care[0]),
    (level: .moderate, share: .parameter(partly), care: care[1]),
    (level: .complete, share: .parameter(fully), care: care[2]),
  ]

  /// Destitute people who would live in homes at a level; nil where none are counted.
  static func wouldLiveInHomes(_ level: Ability) -> Formula? {
    stages.first { $0.level == level }.map {
      Formula.indicator(recipients) * .parameter(inHomes) * $0.share
    }
  }

  /// What both standards come to for a destitute resident.
  static func standard(_ level: Ability) -> Formula {
    let care = stages.first { $0.level == level }?.care
    return .indicator(livingOfYear) + (care.map { Formula.meanOverYear($0) } ?? .zero(.yuanPerPersonMonth))
  }

  private static func housed(_ level: Ability) -> Formula {
    wouldLiveInHomes(level).map { Formula.smaller($0, Ledger.persons(.institution, level)) } ?? .zero(.persons)
  }

  public static let inInstitutions = names.indicator(
    "housed", .persons, zh: "特困人员：机构供养", en: "Destitute people in homes", population: .registered,
    formula: .total(stages.map { housed($0.level) }))

  /// Those who live at home, or for whom there is no place, have the standards in cash.
  private static let inCash: Formula = .total(
    stages.map { stage in
      .monthly(.indicator(recipients) * stage.share - housed(stage.level), standard(stage.level))
    })

  static let rule = BenefitRule(
    names, .socialAssistance, steps: [livingOfYear, inInstitutions], recipients: recipients,
    payment: names.payment(inCash + CareBills.paid(.destitute, .institution)))
}
