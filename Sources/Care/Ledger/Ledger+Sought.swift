import Domain
import Formulas

/// Who seeks care where, and who is given a bed.
extension Ledger {
  /// One unpublished quantity of a level.
  private static func step(
    _ name: String, _ label: Label, _ unit: Unit, _ level: Ability, _ formula: Formula
  ) -> Indicator {
    Indicator(
      "care.ledger.\(name)_\(level.name)", unit, zh: "\(label.zh)：\(level.label.zh)",
      en: "\(label.en): \(level.label.en)", unit == .share ? .ratio : .sum, population: .resident, isPublished: false,
      formula: formula)
  }

  static func steps(
    _ name: String, zh: String, en: String, _ unit: Unit = .persons, _ levels: [Ability] = Ability.allCases,
    _ formula: (Ability) -> Formula
  ) -> [Ability: Indicator] {
    let label = Label(zh: zh, en: en)
    return Dictionary(uniqueKeysWithValues: levels.map { ($0, step(name, label, unit, $0, formula($0))) })
  }

  static func of(_ table: [Ability: Indicator], _ level: Ability) -> Formula {
    table[level].map(Formula.indicator) ?? .zero(.persons)
  }

  static func total(_ table: [Ability: Indicator], from lowest: Ability = .intact) -> Formula {
    .total(Ability.allCases.filter { $0 >= lowest }.compactMap { level in table[level].map(Formula.indicator) })
  }

  private static func people(_ level: Ability) -> Formula { Care.persons(level) }

  /// A quotient that is one where there is nothing to divide by.
  static func part(_ a: Formula, of b: Formula) -> Formula { .smaller(.present(a / b, else: .one), .one) }

  /// A quotient that is nothing where there is nothing to divide by.
  static func quotient(_ a: Formula, _ b: Formula) -> Formula { .present(a / b, else: .zero(.ratio)) }

  /// What a month in an institution is charged at.
  public static func charge(_ level: Ability) -> Formula { .parameter(Care.institutionPrice(level)) * .parameter(fee) }

  /// How far what residents pay moves how many seek a place.
  private static func pull(_ level: Ability) -> Formula {
    let usual = Formula.power(.parameter(fee), .parameter(priceResponse))
    guard let admitted = CareInsurance.admitted(level) else { return usual }
    let own = Formula.larger(
      .one - quotient(CareInsurance.month(level), charge(level)), .parameter(leastOwnShare))
    return usual * (.one + admitted * (.power(own, .parameter(priceResponse)) - .one))
  }

  /// People who seek a place in an institution; nobody seeks two.
  static let placesSought = steps("places_sought", zh: "申请入住机构", en: "people who seek a place") { level in
    .smaller(
      people(level) * Care.use(Care.institutionUse, level) * .parameter(Care.institutionFactor) * pull(level),
      people(level))
  }

  /// The part of those seeking a place for whom there is a usable bed.
  static let bedded = Indicator(
    "care.ledger.bedded", .share, zh: "有床位者占申请者比例", en: "Share of those seeking a place who find a bed", .ratio,
    isPublished: false,
    formula: part(Care.usableBeds * .personsPerBed, of: total(placesSought)))

  static let withBed = steps("with_bed", zh: "有机构床位", en: "people with a bed") {
    of(placesSought, $0) * .indicator(bedded)
  }

  /// Users of community care, at most those who seek no place in an institution.
  static let communitySought = steps("community_sought", zh: "申请社区照护", en: "people who seek community care") { level in
    .smaller(people(level) * Care.use(Care.communityUse, level), people(level) - of(placesSought, level))
  }

  /// People with a family care bed in use, at most those who are left.
  static let familyBedsSought = steps(
    "family_beds_sought", zh: "申请家庭养老床位", en: "people who seek care with a family bed", .persons, Ability.disabled
  ) { level in
    .smaller(
      .indicator(Care.familyBeds) * .personsPerBed * .parameter(familyBedsInUse)
        * Care.use(Care.familyBedShare, level),
      people(level) - of(placesSought, level) - of(communitySought, level))
  }

  /// People at home, those turned away for a bed among them.
  static let atHome = steps("at_home", zh: "居家", en: "people at home", .persons, Ability.disabled) { level in
    people(level) - of(withBed, level) - of(communitySought, level) - of(familyBedsSought, level)
  }

  // MARK: - Home help

  /// Admitted by the insurance beyond those who have help anyway.
  private static func beyond(_ level: Ability) -> Formula {
    guard let admitted = CareInsurance.admitted(level) else { return .zero(.share) }
    return .larger(admitted - Care.use(Care.homeTakeUp, level), .zero(.share)) * .parameter(insuredResponse)
  }

  /// Who seeks home help whatever the service subsidy.
  static let helpSoughtAnyway = steps(
    "help_sought_anyway", zh: "不论补贴都申请居家上门服务", en: "people who seek home help whatever the subsidy", .persons,
    Ability.disabled
  ) { level in
    of(atHome, level) * (Care.use(Care.homeTakeUp, level) + beyond(level))
  }

  /// People of poor families who seek it because of the subsidy.
  private static func drawnBySubsidy(_ level: Ability) -> Formula {
    .parameter(poorResponse) * poorShare * (of(atHome, level) - of(helpSoughtAnyway, level))
  }

  static let helpSought = steps(
    "help_sought", zh: "申请居家上门服务", en: "people who seek home help", .persons, Ability.disabled
  ) { level in
    of(helpSoughtAnyway, level) + drawnBySubsidy(level)
  }

  /// Of these the insured, whose hours are more.
  static let insuredHelpSought = steps(
    "insured_help_sought", zh: "申请居家上门服务的参保人", en: "the insured who seek home help", .persons, Ability.disabled
  ) { level in
    guard let admitted = CareInsurance.admitted(level) else { return .zero(.persons) }
    return of(atHome, level) * (.smaller(Care.use(Care.homeTakeUp, level), admitted) + beyond(level))
  }

  /// Of these the people of poor families.
  static let poorHelpSought = steps(
    "poor_help_sought", zh: "申请居家上门服务的困难家庭老人", en: "people of poor families who seek home help", .persons,
    Ability.disabled
  ) { level in
    poorShare * of(helpSoughtAnyway, level) + drawnBySubsidy(level)
  }

  static let soughtIndicators =
    all([placesSought]) + [bedded]
    + all([
      withBed, communitySought, familyBedsSought, atHome, helpSoughtAnyway, helpSought, insuredHelpSought,
      poorHelpSought,
    ])

  static func all(_ tables: [[Ability: Indicator]]) -> [Indicator] {
    tables.flatMap { table in Ability.allCases.compactMap { table[$0] } }
  }
}
