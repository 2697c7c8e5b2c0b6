import Care
import Domain
import Formulas

/// What beds cost to build and to convert.
extension BudgetLine {
  private static func perBed(_ name: String) -> Parameter {
    Parameter("fiscal.\(name).unit_cost", .yuanPerBed, 0...1e7, .uncertainty)
  }

  static let publicBedCost = perBed("bed_construction")

  static let bedConstruction = BudgetLine(
    "bed_construction", zh: "公办养老床位建设", en: "Building public beds", .capital,
    [(Care.publicBedsBuilt, publicBedCost)], claim: .role(.eldercareFacilities))

  /// Beds that others than the public build.
  static let privateBedsBuilt = Indicator(
    "fiscal.volume.private_beds", .beds, zh: "新建民办床位", en: "Private beds built", observation: .compares,
    isPublished: false,
    formula: .larger(.indicator(Care.bedsBuilt) - .indicator(Care.publicBedsBuilt), .zero(.beds)))

  static let bedSubsidy = BudgetLine(
    "bed_subsidy", zh: "民办养老床位建设补助", en: "Subsidies for building private beds", .capital,
    [(privateBedsBuilt, Parameter("fiscal.bed_subsidy.unit_cost", .yuanPerBed, 0...1e7, .lever))],
    claim: .role(.eldercareFacilities), steps: [privateBedsBuilt])

  static let bedConversion = BudgetLine(
    "bed_conversion", zh: "床位改造为护理型", en: "Converting beds to nursing type", .capital,
    [(Care.bedsConverted, perBed("bed_conversion"))], claim: .role(.eldercareFacilities))

  static let dementiaBeds = BudgetLine(
    "dementia_beds", zh: "认知症照护床位改造", en: "Dementia-care beds", .capital,
    [(Care.dementiaBedsBuilt, perBed("dementia_beds"))], claim: .role(.eldercareFacilities))

  /// What private owners put into new beds beside the subsidy: no payer of the budget bears it, fees bring it back.
  static let privateCapital = Indicator(
    "fiscal.private_capital", .yuan, zh: "民办床位业主自有投入（不计入预算）",
    en: "Owners' own capital for private beds (outside the budget)", observation: .compares,
    formula: .opening(
      .lastYear(.itself),
      then: .larger(
        .indicator(privateBedsBuilt) * .parameter(publicBedCost) - .indicator(bedSubsidy.cost), .zero(.yuan))))
}
