import Domain
import Formulas

/// Care workers needed for what is sought, and at work for what is given.
extension Care {
  static let residentsPerWorker = byLevel(
    "care.staffing.residents_per_worker", .ratio, 0.5...100, .lever, Ability.allCases)
  static let communityUsersPerWorker = Parameter("care.staffing.community_users_per_worker", .ratio, 0.5...1000, .lever)
  static let homeHours = byLevel("care.home.hours", .hoursPerPersonMonth, 0...744, .lever, Ability.disabled)
  public static let productiveHours = Parameter(
    "care.staffing.productive_hours", .hoursPerPersonMonth, 1...744, .uncertainty)

  static let staffingParameters =
    [communityUsersPerWorker, productiveHours] + Ability.allCases.compactMap { residentsPerWorker[$0] }
    + Ability.allCases.compactMap { homeHours[$0] }

  /// Workers for hours of a year.
  private static func workers(for hours: Formula) -> Formula {
    hours / (.parameter(productiveHours) * .monthsPerYear * .oneYear)
  }

  static func workers(
    _ name: String, zh: String, en: String, isPublished: Bool = true, _ formula: Formula
  ) -> Indicator {
    Indicator("care.workers.\(name)", .persons, zh: zh, en: en, isPublished: isPublished, formula: formula)
  }

  /// Workers that would serve all who seek care, with those turned away for a bed.
  public static let workersNeeded = workers(
    "needed", zh: "所需护理员", en: "Care workers needed", workers(for: Ledger.allHoursSought))

  public static let workersAtWork = workers(
    "at_work", zh: "在岗护理员（折合）", en: "Care workers at work", workers(for: Ledger.allHoursGiven))

  public static let workersInInstitutions = workers(
    "in_institutions", zh: "机构在岗护理员（折合）", en: "Care workers at work in institutions", isPublished: false,
    workers(for: .indicator(Ledger.hoursGiven(.institution))))

  public static let workersShort = workers(
    "shortage", zh: "护理员缺口（全部）", en: "Care workers needed less all there are",
    .indicator(workersNeeded) - .indicator(workerStock))

  /// What the districts that lack workers lack; a surplus elsewhere is none of theirs.
  public static let workersLacking = workers(
    "lacking", zh: "缺人区县的护理员缺口之和", en: "Care workers lacking where they lack",
    .larger(.indicator(workersShort), .zero(.persons)))

  static let coverage = Indicator(
    "care.workers.coverage", .ratio, zh: "护理员与所需之比", en: "Care workers per one needed", .ratio,
    formula: .indicator(workerStock) / .indicator(workersNeeded))

  static let staffingIndicators = [
    workersNeeded, workersAtWork, workersInInstitutions, workersShort, workersLacking, coverage,
  ]
}
