import Domain
import Formulas
import Population

/// Care workers as stocks by certificate and grade; pay moves who leaves and who comes.
extension Care {
  static let certifiedOpening = Parameter(
    "care.workers.certified_opening", .personsPerTenThousand, 0...1000, .fact, isFixed: true)
  static let certifiedOpeningShare = Parameter(
    "care.workers.certified_opening_share", .share, 0.01...1, .fact, isFixed: true)
  static let seniorOpeningShare = Parameter("care.workers.senior_opening_share", .share, 0...1, .fact, isFixed: true)
  public static let trainingIntake = Parameter("care.workers.training_intake", .persons, 0...1e6, .lever, .split)
  static let intakeGrowth = Parameter("care.workers.intake_growth", .share, -0.5...1, .lever)
  static let passRate = Parameter("care.workers.pass_rate", .share, 0...1, .uncertainty)
  static let exitRate = Parameter("care.workers.exit_rate", .share, 0...1, .uncertainty)
  static let uncertifiedExitRate = Parameter("care.workers.uncertified_exit_rate", .share, 0...1, .uncertainty)
  static let hires = Parameter("care.workers.hires", .persons, 0...1e6, .uncertainty, .split)
  /// The part of last year's shortage for which employers find someone beside their usual hires.
  static let shortageFilled = Parameter("care.workers.shortage_filled", .share, 0...1, .uncertainty)
  static let promotionRate = Parameter("care.workers.promotion_rate", .share, 0...1, .lever)

  static let workerParameters = [
    certifiedOpening, certifiedOpeningShare, seniorOpeningShare, trainingIntake, intakeGrowth, passRate, exitRate,
    uncertifiedExitRate, hires, shortageFilled, promotionRate,
  ]

  /// Workers needed for each older person in the base year, which no lever reaches.
  private static let openingNeed = Indicator(
    "care.workers.opening_need", .ratio, zh: "基年每名老年人所需护理员", en: "Care workers needed per older person, base year",
    .ratio, isPublished: false,
    formula: .opening(
      Ledger.quotient(.indicator(workersNeeded), .indicator(Demography.populationAged60Plus)),
      then: .lastYear(.itself)))

  private static let weight = Formula.indicator(openingNeed) * .indicator(Demography.populationAged60Plus)

  /// A district's part of the city's workers, hires and trainees: the work of the base year, grown with older people.
  public static let workerShare = Indicator(
    "care.workers.district_share", .share, zh: "区县护理员份额", en: "District's share of care workers", .ratio,
    isPublished: false, formula: weight / .overDistricts(weight))

  private static let part = Formula.indicator(workerShare)

  /// The share of a stock that leaves in the year.
  private static func leaving(_ rate: Parameter) -> Formula {
    .smaller(.parameter(rate) * moved(by: exitResponse), .one)
  }

  /// Those of a stock who do not leave in the year.
  private static func staying(_ stock: Formula, leaving rate: Parameter = exitRate) -> Formula {
    stock - stock * leaving(rate)
  }

  /// Usual hires, and some for those who lacked the year before. No more of the shortage is filled than workers stay,
  /// so that more exits never leave more workers.
  private static let hired: Formula =
    .shareOut(hires, by: part) * moved(by: hireResponse)
    + .smaller(.parameter(shortageFilled), .one - leaving(uncertifiedExitRate))
    * .larger(.lastYear(.indicator(name: "care.workers.shortage", unit: .persons)), .zero(.persons))

  /// Those without a certificate who stay, and those hired in the year.
  private static let candidates =
    staying(.lastYear(.indicator(name: "care.workers.uncertified", unit: .persons)), leaving: uncertifiedExitRate)
    + hired

  /// Trainees of the year: at most those without a certificate.
  public static let trainees = workers(
    "trainees", zh: "参训护理员", en: "Care workers trained", isPublished: false,
    .smaller(.shareOut(trainingIntake, by: part), candidates))

  private static let newlyCertified = workers(
    "newly_certified", zh: "新取证护理员", en: "Newly certified care workers",
    .indicator(trainees) * .parameter(passRate))

  public static let certified = workers(
    "certified", zh: "持证护理员", en: "Certified care workers",
    .opening(
      .parameter(certifiedOpening) * .overDistricts(registered60Plus) / .tenThousand * part,
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

  public static let certifiedPerTenThousand = Indicator(
    "care.workers.certified_per_10k", .personsPerTenThousand, zh: "每万老年人持证护理员",
    en: "Certified care workers per 10 000 older people", .ratio, population: .registered,
    formula: .tenThousand * .indicator(certified) / registered60Plus)

  public static let seniorShare = Indicator(
    "care.workers.senior_share", .share, zh: "高级和技师级占比", en: "Senior and technician-level share", .ratio,
    formula: .indicator(seniors) / .indicator(certified))

  static let workerIndicators = [
    relativePay, openingNeed, workerShare, trainees, newlyCertified, certified, uncertified, workerStock, seniors,
    certifiedPerTenThousand, seniorShare,
  ]
}
