import Benefits
import Care
import Domain
import Formulas
import Programmes

/// The budget of a city: its lines, what they need and what follows from them.
public struct Budget: Sendable {
  public let lines: [BudgetLine]
  public let fund: Fund

  /// - Parameters:
  ///   - rules: each has a line, and another for what it builds.
  ///   - programmes: those with costs have a line or two.
  ///   - uses: of the lottery fund; those with a driver have a line for projects that have none.
  ///   - marks: groups of districts whose accounts may have a floor of their own.
  public init(
    rules: [BenefitRule], programmes: [Programme], uses: [FundUse] = [], marks: [DistrictMark] = []
  ) {
    let own: [BudgetLine] = [
      .bedConstruction, .bedSubsidy, .bedConversion, .dementiaBeds, .institutionRunning, .institutionOwners,
      .runningSubsidy, .homeHelp, .familyBedCare, .communityCare, .mealSubsidy, .mealsPaid, .training, .respite,
      .digitalPlatform,
    ]
    let all =
      rules.flatMap(BudgetLine.lines) + own + programmes.flatMap(BudgetLine.lines)
      + uses.compactMap(BudgetLine.projects)
    lines = all.map { $0.funded(by: uses) }
    fund = Fund(uses: uses, lines: lines, marks: marks)
  }

  /// The names that no programme's line may take.
  public static func taken(by rules: [BenefitRule], uses: [FundUse]) -> Set<String> {
    Set(rules.map(\.name) + Budget(rules: rules, programmes: [], uses: uses).lines.map(\.name))
  }

  // MARK: - Inputs

  /// Without those that the ledger of care declares.
  public var parameters: [Parameter] {
    var known = Set((Care.parameters + BenefitRule.parameters).map(\.path))
    return lines.flatMap(\.parameters).filter { known.insert($0.path).inserted } + CareWages.parameters
      + fund.parameters
  }

  /// What a dataset may leave out: payers who pay nothing, floors and ceilings of the fund.
  public var optional: [Parameter] { lines.flatMap(\.optional) + fund.optional }

  /// Labels of what a dataset leaves out.
  public var optionalLabels: [String: Label] {
    Dictionary(lines.flatMap(\.optionalLabels) + fund.optionalLabels) { first, _ in first }
  }
}
