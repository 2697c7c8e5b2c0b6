import Care
import Domain
import Formulas

/// 家庭养老床位补贴: once for each new bed, and by the month towards the bill of each in use.
enum FamilyBed {
  private static let names = RuleNames("family_bed", zh: "家庭养老床位补贴", en: "Family care beds")

  static let perBed = names.parameter("construction", .yuanPerBed, 0...1e6, .lever)
  static let perMonth = names.parameter("running", .yuanPerPersonMonth, 0...1e5, .lever)

  /// Beds added in the year; none are taken as new in the base year.
  private static let added = names.indicator(
    "added", .beds, zh: "新增家庭养老床位", en: "Family care beds added", isPublished: false,
    formula: .opening(
      .zero(.beds),
      then: .larger(.indicator(Care.familyBeds) - .lastYear(.indicator(Care.familyBeds)), .zero(.beds))))

  private static let capital = names.indicator(
    "construction_payment", .yuan, zh: "家庭养老床位建设补贴支出", en: "Family care beds: construction subsidy",
    formula: .indicator(added) * .parameter(perBed))
  private static let current = names.indicator(
    "running_payment", .yuan, zh: "家庭养老床位运营补贴支出", en: "Family care beds: running subsidy",
    formula: CareBills.paid(.familyBed, .familyBed))

  static let rule = BenefitRule(
    names, .eldercareServices, shared: [perMonth], steps: [current],
    recipients: names.recipients(population: .resident, .indicator(Care.inFamilyBed)),
    payment: names.payment(.indicator(capital) + .indicator(current)),
    construction: BenefitRule.Construction(built: added, payment: capital))
}
