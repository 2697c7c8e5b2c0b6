import Care
import Domain
import Formulas

/// 家庭养老床位补贴: once for each new bed, and by the month for each in use.
extension BenefitRule {
  static let familyBedConstruction = Parameter("benefits.family_bed.construction", .yuanPerBed, 0...1e6, .lever)
  static let familyBedRunning = Parameter("benefits.family_bed.running", .yuanPerPersonMonth, 0...1e5, .lever)

  private static let label = Label(zh: "家庭养老床位补贴", en: "Family care beds")

  /// Beds added in the year; none are taken as new in the base year.
  private static let familyBedsAdded = Indicator(
    "benefits.family_bed.added", .beds, zh: "新增家庭养老床位", en: "Family care beds added", observation: .compares,
    isPublished: false,
    formula: .opening(
      .zero(.beds),
      then: .larger(.indicator(Care.familyBeds) - .lastYear(.indicator(Care.familyBeds)), .zero(.beds))))

  private static func part(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("benefits.family_bed.\(name)", .yuan, zh: zh, en: en, observation: .compares, formula: formula)
  }

  public static let familyBedCapital = part(
    "construction_payment", zh: "家庭养老床位建设补贴支出", en: "Family care beds: construction subsidy",
    .indicator(familyBedsAdded) * .parameter(familyBedConstruction))
  public static let familyBedCurrent = part(
    "running_payment", zh: "家庭养老床位运营补贴支出", en: "Family care beds: running subsidy",
    .monthly(.indicator(Care.inFamilyBed), .meanOverYear(familyBedRunning)))

  static let familyBed = BenefitRule(
    "family_bed", label, fundRole: .eldercareServices, parameters: [familyBedConstruction, familyBedRunning],
    steps: [familyBedCurrent],
    recipients: recipients("family_bed", label, population: .resident, .indicator(Care.inFamilyBed)),
    payment: payment("family_bed", label, .indicator(familyBedCapital) + .indicator(familyBedCurrent)),
    construction: Construction(built: familyBedsAdded, payment: familyBedCapital))
}
