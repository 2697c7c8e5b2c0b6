import Care
import Domain
import Formulas

/// What care costs by setting, and who pays: each payer min(its right, what is left), the household the rest.
public enum CareBills {
  static let homeHourPrice = Parameter("fiscal.home_help.unit_cost", .yuanPerHour, 0...1e4, .uncertainty)
  /// What a family care bed costs beside the hours: alarm, visits, equipment kept.
  static let familyBedPrice = Parameter("fiscal.family_bed_care.unit_cost", .yuanPerPersonMonth, 0...1e5, .uncertainty)

  public static let parameters = [homeHourPrice, familyBedPrice] + CareRights.parameters

  /// Bills for help at home: insured people of poor and of other families, then those without insurance.
  private static func home(_ level: Ability) -> [CareBill] {
    let hours = Ledger.hoursAtHome(.home, level)
    let price = Formula.parameter(homeHourPrice)
    let insured = Ledger.insured(.home, level)
    let poor = Ledger.poorHelped(level)
    let poorInsured = Formula.smaller(insured * Hardship.poorShare, poor)
    var rights: [CareProgramme: CareRights.Right] = [.consumptionSubsidy: CareRights.consumption(.home)]
    let insurance = [CareProgramme.insurance: CareRights.insurance(.home, level)]
    let others = rights
    rights[.serviceSubsidy] = CareRights.amount(ServiceSubsidy.byLevel, level)
    return [
      CareBill(poorInsured, hours.insured * price, rights.merging(insurance) { _, new in new }),
      CareBill(insured - poorInsured, hours.insured * price, others.merging(insurance) { _, new in new }),
      CareBill(poor - poorInsured, hours.usual * price, rights),
      CareBill(
        Ledger.persons(.home, level) - poor - (insured - poorInsured), hours.usual * price, others),
    ]
  }

  private static func familyBed(_ level: Ability) -> [CareBill] {
    let hours = Ledger.hoursAtHome(.familyBed, level)
    let insured = Ledger.insured(.familyBed, level)
    let rights: [CareProgramme: CareRights.Right] = [
      .familyBed: { _ in .meanOverYear(FamilyBed.perMonth) },
      .consumptionSubsidy: CareRights.consumption(.familyBed),
    ]
    let insurance = [CareProgramme.insurance: CareRights.insurance(.familyBed, level)]
    func bill(_ hours: Formula) -> Formula { hours * .parameter(homeHourPrice) + .parameter(familyBedPrice) }
    return [
      CareBill(insured, bill(hours.insured), rights.merging(insurance) { _, new in new }),
      CareBill(Ledger.persons(.familyBed, level) - insured, bill(hours.usual), rights),
    ]
  }

  private static func bills(_ setting: CareService) -> [CareBill] {
    switch setting {
    case .institution: Ability.allCases.flatMap(institution)
    case .home: Ability.disabled.flatMap(home)
    case .familyBed: Ability.disabled.flatMap(familyBed)
    case .community, .respite, .light: []
    }
  }

  private static func name(_ setting: CareService, _ payer: String) -> String {
    "care.paid.\(setting.rawValue).\(payer)"
  }

  /// What a programme pays towards the bills of a setting in a year.
  public static func paid(_ programme: CareProgramme, _ setting: CareService) -> Formula {
    .indicator(name: name(setting, programme.rawValue), unit: .yuan)
  }

  /// What households are left with.
  public static func byHouseholds(_ setting: CareService) -> Formula {
    .indicator(name: name(setting, "household"), unit: .yuan)
  }

  /// What all bills of a setting come to.
  public static func cost(_ setting: CareService) -> Formula {
    .indicator(name: name(setting, "all"), unit: .yuan)
  }

  /// What follows from the order of payers.
  public static func indicators(_ payers: CarePayers) -> [Indicator] {
    CarePayers.settings.flatMap { setting -> [Indicator] in
      let bills = bills(setting)
      let order = payers.programmes(setting)
      let paid = bills.map { $0.paid(order) }
      func total(_ part: (Int) -> Formula?) -> Formula {
        let terms = bills.indices.compactMap { i in part(i).map { Formula.monthly(bills[i].persons, $0) } }
        return terms.isEmpty ? .zero(.yuan) : .total(terms)
      }
      func indicator(_ payer: String, zh: String, en: String, _ formula: Formula) -> Indicator {
        Indicator(
          name(setting, payer), .yuan, zh: "\(setting.label.zh)费用：\(zh)", en: "\(setting.label.en), bills: \(en)",
          observation: .compares, formula: formula)
      }
      let programmes = CareProgramme.allCases.filter { $0.settings.contains(setting) }.map { programme in
        indicator(
          programme.rawValue, zh: programme.label.zh, en: programme.label.en, total { paid[$0].programmes[programme] })
      }
      return programmes + [
        indicator("household", zh: "居民自付", en: "households", total { paid[$0].household }),
        indicator("all", zh: "合计", en: "all", total { bills[$0].amount }),
      ]
    }
  }
}

extension CareProgramme {
  var label: Label {
    switch self {
    case .runningSubsidy: Label(zh: "机构运营补助", en: "running subsidy")
    case .insurance: Label(zh: "长期护理保险", en: "long-term-care insurance")
    case .destitute: Label(zh: "特困供养", en: "support for the destitute")
    case .owner: Label(zh: "举办方（特困不足部分）", en: "owners, for the destitute")
    case .nursingSubsidy: Label(zh: "入住机构护理补贴", en: "nursing subsidy")
    case .serviceSubsidy: Label(zh: "养老服务补贴", en: "service subsidy")
    case .familyBed: Label(zh: "家庭养老床位运营补贴", en: "subsidy of family beds")
    case .consumptionSubsidy: Label(zh: "养老服务消费补贴", en: "consumption subsidy")
    }
  }
}
