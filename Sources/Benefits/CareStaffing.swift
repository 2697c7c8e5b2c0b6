import Care
import Domain
import Formulas

/// Care workers needed, with those whose hours the service subsidy pays for: only the rules know its recipients.
public enum CareStaffing {
  private static func workers(
    _ name: String, zh: String, en: String, isPublished: Bool = true, _ formula: Formula
  ) -> Indicator {
    Indicator("care.workers.\(name)", .persons, zh: zh, en: en, isPublished: isPublished, formula: formula)
  }

  private static let neededForSubsidy = workers(
    "needed_for_subsidy", zh: "养老服务补贴所需护理员", en: "Care workers needed for subsidised service", isPublished: false,
    .indicator(ServiceSubsidy.recipients) * .parameter(Care.subsidyHours) / .parameter(Care.productiveHours))

  public static let needed = workers(
    "needed", zh: "所需护理员", en: "Care workers needed",
    .indicator(Care.neededInSettings) + .indicator(neededForSubsidy))

  public static let shortage = workers(
    "shortage", zh: "护理员缺口（全部）", en: "Care workers needed less all there are",
    .indicator(needed) - .indicator(Care.workerStock))

  static let coverage = Indicator(
    "care.workers.coverage", .ratio, zh: "护理员与所需之比", en: "Care workers per one needed", .ratio,
    formula: .indicator(Care.workerStock) / .indicator(needed))

  public static let indicators = [neededForSubsidy, needed, shortage, coverage]
}
