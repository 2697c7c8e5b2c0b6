import Domain
import Formulas

/// Care workers: the need from staffing ratios and hours, the supply as stocks by certificate and grade.
extension Care {
  static let certifiedOpening = Parameter(
    "care.workers.certified_opening", .personsPerTenThousand, 0...1000, .fact, isFixed: true)
  static let certifiedOpeningShare = Parameter(
    "care.workers.certified_opening_share", .share, 0.01...1, .fact, isFixed: true)
  static let seniorOpeningShare = Parameter("care.workers.senior_opening_share", .share, 0...1, .fact, isFixed: true)
  static let trainingIntake = Parameter("care.workers.training_intake", .persons, 0...1e6, .lever, .split)
  static let intakeGrowth = Parameter("care.workers.intake_growth", .share, -0.5...1, .lever)
  static let passRate = Parameter("care.workers.pass_rate", .share, 0...1, .uncertainty)
  static let exitRate = Parameter("care.workers.exit_rate", .share, 0...1, .uncertainty)
  static let uncertifiedExitRate = Parameter("care.workers.uncertified_exit_rate", .share, 0...1, .uncertainty)
  static let hires = Parameter("care.workers.hires", .persons, 0...1e6, .uncertainty, .split)
  static let promotionRate = Parameter("care.workers.promotion_rate", .share, 0...1, .lever)

  static let residentsPerWorker = byLevel(
    "care.staffing.residents_per_worker", .ratio, 0.5...100, .lever, Ability.allCases)
  static let communityUsersPerWorker = Parameter("care.staffing.community_users_per_worker", .ratio, 0.5...1000, .lever)
  static let homeHours = byLevel("care.home.hours", .hoursPerPersonMonth, 0...744, .lever, Ability.disabled)
  public static let productiveHours = Parameter(
    "care.staffing.productive_hours", .hoursPerPersonMonth, 1...744, .uncertainty)
  /// What each recipient of the service subsidy is served; the need that follows is worked out where they are known.
  public static let subsidyHours = Parameter("care.staffing.subsidy_hours", .hoursPerPersonMonth, 0...744, .uncertainty)

  static let workerParameters =
    [
      certifiedOpening, certifiedOpeningShare, seniorOpeningShare, trainingIntake, intakeGrowth, passRate, exitRate,
      uncertifiedExitRate, hires, promotionRate, communityUsersPerWorker, productiveHours, subsidyHours,
    ] + Ability.allCases.compactMap { residentsPerWorker[$0] } + Ability.allCases.compactMap { homeHours[$0] }

  private static func workers(
    _ name: String, zh: String, en: String, isPublished: Bool = true, _ formula: Formula
  ) -> Indicator {
    Indicator("care.workers.\(name)", .persons, zh: zh, en: en, isPublished: isPublished, formula: formula)
  }

  /// Those without a certificate who stay, and those hired in the year.
  private static let candidates =
    staying(.lastYear(.indicator(name: "care.workers.uncertified", unit: .persons)), leaving: uncertifiedExitRate)
    + .shareOut(hires, by: share)

  private static let newlyCertified = workers(
    "newly_certified", zh: "新取证护理员", en: "Newly certified care workers",
    .smaller(.shareOut(trainingIntake, by: share) * .parameter(passRate), candidates))

  public static let certified = workers(
    "certified", zh: "持证护理员", en: "Certified care workers",
    .opening(
      .parameter(certifiedOpening) * .overDistricts(registered60Plus) / .tenThousand * share,
      then: staying(.lastYear(.itself)) + .indicator(newlyCertified)))

  /// Those without a certificate; who gains one leaves this stock.
  static let uncertified = workers(
    "uncertified", zh: "未持证护理员", en: "Care workers without a certificate",
    .opening(
      .indicator(certified) / .parameter(certifiedOpeningShare) - .indicator(certified),
      then: candidates - .indicator(newlyCertified)))

  public static let workerStock = workers(
    "stock", zh: "护理员（全部）", en: "Care workers, all", .indicator(certified) + .indicator(uncertified))

  /// Senior and technician grades; those promoted come from the certified below who stay.
  public static let seniors = workers(
    "senior", zh: "高级和技师级护理员", en: "Senior and technician-level care workers",
    .opening(
      .indicator(certified) * .parameter(seniorOpeningShare),
      then: staying(.lastYear(.itself))
        + (staying(.lastYear(.indicator(certified))) - staying(.lastYear(.itself))) * .parameter(promotionRate)))

  /// Those of a stock who do not leave in the year.
  private static func staying(_ stock: Formula, leaving rate: Parameter = exitRate) -> Formula {
    stock - stock * .parameter(rate)
  }

  /// Care workers that the settings need; subsidised service comes on top.
  public static let neededInSettings = workers(
    "needed_in_settings", zh: "各类照护方式所需护理员", en: "Care workers needed by setting", isPublished: false,
    .total(
      perLevel(residentsPerWorker) { level, ratio in institutional(level) / ratio }
        + perLevel(residentsPerWorker) { level, ratio in respiteGuests(level) / ratio }
        + [.indicator(inCommunity) / .parameter(communityUsersPerWorker)]
        + perLevel(homeHours) { level, hours in homeUsers(level) * hours / .parameter(productiveHours) }))

  public static let certifiedPerTenThousand = Indicator(
    "care.workers.certified_per_10k", .personsPerTenThousand, zh: "每万老年人持证护理员",
    en: "Certified care workers per 10 000 older people", .ratio, population: .registered,
    formula: .tenThousand * .indicator(certified) / registered60Plus)

  public static let seniorShare = Indicator(
    "care.workers.senior_share", .share, zh: "高级和技师级占护理员总数",
    en: "Senior and technician-level share of all care workers",
    .ratio, formula: .indicator(seniors) / .indicator(workerStock))

  public static let seniorShareOfCertified = Indicator(
    "care.workers.senior_share_certified", .share, zh: "高级和技师级占持证护理员",
    en: "Senior and technician-level share of certified care workers", .ratio,
    formula: .indicator(seniors) / .indicator(certified))

  static let workerIndicators = [
    newlyCertified, certified, uncertified, workerStock, seniors, neededInSettings, certifiedPerTenThousand,
    seniorShare, seniorShareOfCertified,
  ]

  public static let processes = [
    onsetProcess,
    Process(
      "exits", moves: exitRate, at: "care.workers.exit_rate", .logit, heldBy: certifiedPerTenThousand,
      .persistence, .deviation),
  ]

  public static let parameters =
    abilityParameters + bedParameters + settingParameters + respiteParameters + normParameters + workerParameters
  public static let indicators =
    peopleIndicators + expectancyIndicators + bedIndicators + settingIndicators + respiteIndicators
    + [normNeed, unmetNeed, needMet]
    + workerIndicators + institutionResidents.map(\.residents) + [neededInInstitutions]
}
