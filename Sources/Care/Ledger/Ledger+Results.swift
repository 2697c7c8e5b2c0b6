import Domain
import Formulas

/// What the ledger publishes by district and setting.
extension Ledger {
  private static func sought(_ service: CareService) -> [Ability: Indicator] {
    switch service {
    case .institution: placesSought
    case .community: communitySought
    case .familyBed: familyBedsSought
    case .home: helpSought
    case .respite, .light: [:]
    }
  }

  static func got(_ service: CareService) -> [Ability: Indicator] {
    switch service {
    case .institution: residents
    case .community: communityGot
    case .familyBed: familyBedsGot
    case .home: helpGot
    case .respite, .light: [:]
    }
  }

  /// People of a level who get care in a setting.
  public static func persons(_ service: CareService, _ level: Ability) -> Formula { of(got(service), level) }

  /// Those of them whom the insurance has admitted.
  public static func insured(_ service: CareService, _ level: Ability) -> Formula {
    guard service != .home else { return of(insuredHelpSought, level) * served(.home, level) }
    return persons(service, level) * (CareInsurance.admitted(level) ?? .zero(.share))
  }

  /// People of poor families who get home help.
  public static func poorHelped(_ level: Ability) -> Formula {
    of(poorHelpSought, level) * served(.home, level)
  }

  /// People of each level in institutions, mildest first.
  public static let residentsByLevel: [(level: Ability, residents: Indicator)] = Ability.allCases.compactMap { level in
    residents[level].map { (level: level, residents: $0) }
  }

  /// What of the money for light service is spent.
  public static let lightSpent = lightMoney * served(.light, nil)

  private static func result(
    _ service: CareService, _ name: String, _ unit: Unit, zh: String, en: String, _ formula: Formula
  ) -> Indicator {
    Indicator(
      "care.ledger.\(service.rawValue).\(name)", unit, zh: "\(service.label.zh)：\(zh)",
      en: "\(service.label.en): \(en)", population: service == .light ? .registered : .resident, formula: formula)
  }

  private static func over(_ service: CareService, _ term: (Ability?) -> Formula) -> Formula {
    .total(service.levels.isEmpty ? [term(nil)] : service.levels.map { term($0) })
  }

  /// Places of those turned away for a bed count as sought.
  private static func hoursSought(_ service: CareService) -> Formula {
    guard service == .institution else { return over(service) { work(service, $0) } }
    return .total(
      Ability.allCases.map { of(placesSought, $0) * residentHours($0) * .monthsPerYear * .oneYear })
  }

  private static func contact(_ service: CareService) -> Formula {
    let given = Formula.indicator(hoursGiven(service))
    switch service {
    case .institution, .respite: return given / .parameter(cover)
    case .community: return given
    case .familyBed, .home, .light: return given / .parameter(workPerContactHour)
    }
  }

  public static func personsSought(_ service: CareService) -> Indicator {
    result(
      service, "sought", .persons, zh: "申请人数", en: "people who seek it",
      service == .light ? lightUsers : total(sought(service)))
  }

  public static func personsGot(_ service: CareService) -> Indicator {
    result(
      service, "got", .persons, zh: "获得人数", en: "people who get it",
      service == .light ? lightUsers * served(.light, nil) : total(got(service)))
  }

  public static func workSought(_ service: CareService) -> Indicator {
    result(service, "hours_sought", .hours, zh: "所需工时", en: "work hours sought", hoursSought(service))
  }

  public static func hoursGiven(_ service: CareService) -> Indicator {
    result(
      service, "hours_given", .hours, zh: "提供工时", en: "work hours given", over(service) { given(service, $0) })
  }

  public static func contactHours(_ service: CareService) -> Indicator {
    result(service, "contact_hours", .hours, zh: "服务时长", en: "contact hours", contact(service))
  }

  private static func row(_ service: CareService) -> [Indicator] {
    let persons = service == .respite ? [] : [personsSought(service), personsGot(service)]
    return persons + [workSought(service), hoursGiven(service), contactHours(service)]
  }

  // MARK: - Who gets none

  private static func setting(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("care.ledger.\(name)", .persons, zh: zh, en: en, population: .resident, formula: formula)
  }

  /// People of a level who seek care and get none: no bed and no help instead, or no hours.
  private static func waits(_ level: Ability) -> Formula {
    let turnedAway = of(placesSought, level) - of(withBed, level)
    let helped = helpSought[level].map { quotient(.indicator($0), of(atHome, level)) } ?? .zero(.ratio)
    let short = CareService.settings.filter { $0.levels.contains(level) }.map { service in
      service == .institution
        ? of(withBed, level) - of(residents, level)
        : of(sought(service), level) - of(got(service), level)
    }
    return turnedAway * (.one - helped) + .total(short)
  }

  public static let waiting = setting(
    "waiting", zh: "轮候或无人手", en: "Waiting for a bed or for hours", .total(Ability.allCases.map(waits)))

  public static let none = setting(
    "none", zh: "未申请正式照护", en: "Without formal care",
    .total(Ability.allCases.map(Care.persons))
      - .total(CareService.settings.map { .indicator(personsGot($0)) }) - .indicator(waiting))

  // MARK: - Hours

  static let allHoursSought: Formula = .total(CareService.allCases.map { .indicator(workSought($0)) })
  static let allHoursGiven: Formula = .total(CareService.allCases.map { .indicator(hoursGiven($0)) })

  /// Hours of home help that those turned away for a bed ask for in its place.
  private static let secondChoices: Formula = .total(
    Ability.disabled.map { level in
      work(.home, level) * quotient(of(placesSought, level) - of(withBed, level), of(atHome, level))
    })

  /// Hours of what people would have first of all, less the hours given.
  static let unmetHours = Indicator(
    "care.unmet_hours", .hours, zh: "未满足的照护工时", en: "Unmet need for care, in work hours", population: .resident,
    formula: .larger(allHoursSought - secondChoices - allHoursGiven, .zero(.hours)))

  /// Of the staff they should have, what institutions have for those they take.
  static let density = Indicator(
    "care.institution.staff_density", .share, zh: "机构护理员配备率", en: "Staff of institutions over what they should have",
    .ratio,
    formula: .indicator(hoursGiven(.institution))
      / .total(Ability.allCases.map { of(bedHours, $0) * served(.institution, $0, .least) }))

  static let resultIndicators = CareService.allCases.flatMap(row) + [waiting, none, unmetHours, density]
}
