import Domain
import Formulas

/// The working hours that care takes in a year, once beds are given out.
extension Ledger {
  private static func yearly(_ persons: Formula, _ monthly: Formula) -> Formula {
    persons * monthly * .monthsPerYear * .oneYear
  }

  /// Hours a month that a resident of a level takes.
  static func residentHours(_ level: Ability) -> Formula {
    .parameter(Care.productiveHours) * .parameter(cover) / Care.use(Care.residentsPerWorker, level)
  }

  private static let communityHours = Formula.parameter(Care.productiveHours) / .parameter(Care.communityUsersPerWorker)

  /// Contact hours a month at home: usual ones, and those of the insured.
  public static func hoursAtHome(_ service: CareService, _ level: Ability) -> (usual: Formula, insured: Formula) {
    hours(service == .familyBed ? familyBedHours : Care.homeHours, level)
  }

  private static func hours(_ table: [Ability: Parameter], _ level: Ability) -> (usual: Formula, insured: Formula) {
    let usual = Formula.parameter(table[level] ?? Care.productiveHours)
    return (usual, CareInsurance.insured(level, usual: usual))
  }

  /// Work hours of the year by level, for those who have a bed, a day place, a family bed or ask for help.
  static let bedHours = steps("bed_hours", zh: "床位工时", en: "work hours for those with a bed", .hours) {
    yearly(of(withBed, $0), residentHours($0))
  }

  static let communityWork = steps("community_hours", zh: "社区照护工时", en: "work hours of community care", .hours) {
    yearly(of(communitySought, $0), communityHours)
  }

  static let familyBedWork = steps(
    "family_bed_hours", zh: "家庭养老床位工时", en: "work hours with family care beds", .hours, Ability.disabled
  ) { level in
    let (usual, insured) = hours(familyBedHours, level)
    let admitted = CareInsurance.admitted(level) ?? .zero(.share)
    return yearly(of(familyBedsSought, level), usual + admitted * (insured - usual)) * .parameter(workPerContactHour)
  }

  static let helpWork = steps("home_hours", zh: "居家上门服务工时", en: "work hours of home help", .hours, Ability.disabled) {
    level in
    let (usual, insured) = hours(Care.homeHours, level)
    return
      (yearly(of(insuredHelpSought, level), insured)
      + yearly(of(helpSought, level) - of(insuredHelpSought, level), usual)) * .parameter(workPerContactHour)
  }

  static let respiteWork = Indicator(
    "care.ledger.respite_hours", .hours, zh: "喘息服务所需工时", en: "Work hours that respite guests take",
    population: .resident, isPublished: false,
    formula: .total(Ability.disabled.map { yearly(Care.respiteGuests($0), residentHours($0)) }))

  static let lightWork = Indicator(
    "care.ledger.light_hours", .hours, zh: "轻服务所需工时", en: "Work hours that light service takes",
    population: .registered, isPublished: false,
    formula: lightMoney * .parameter(lightHoursPart) / .parameter(lightPrice) * .parameter(workPerContactHour))

  /// The hours of a service for a level, those turned away for a bed apart.
  static func work(_ service: CareService, _ level: Ability?) -> Formula {
    switch service {
    case .respite: .indicator(respiteWork)
    case .light: .indicator(lightWork)
    case .institution: hours(of: bedHours, level)
    case .community: hours(of: communityWork, level)
    case .familyBed: hours(of: familyBedWork, level)
    case .home: hours(of: helpWork, level)
    }
  }

  private static func hours(of table: [Ability: Indicator], _ level: Ability?) -> Formula {
    level.flatMap { table[$0] }.map(Formula.indicator) ?? .zero(.hours)
  }

  static let hoursIndicators =
    all([bedHours, communityWork, familyBedWork, helpWork]) + [respiteWork, lightWork]
}
