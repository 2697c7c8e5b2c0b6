import Benefits
import Care
import Domain
import Fiscal
import Formulas
import Population
import Programmes
import Targets

/// Everything the model declares, for a city's programmes and its index.
///
/// Readers, help, reports and tests walk these lists; a new part joins them here.
public struct Model: Sendable {
  /// How far along the chain a run goes.
  public enum Extent: Sendable {
    /// The population alone.
    case population
    /// The whole chain.
    case whole
  }

  public let extent: Extent
  public let parameters: [Parameter]
  public let indicators: [Indicator]
  public let processes: [Process]
  /// Empty in the model of the population alone.
  public let budget: Budget?
  /// The parameters a dataset gives; the paths of programmes are left to scenarios.
  public let given: [Parameter]
  /// Those of them a dataset may leave out, and with them an uncertainty or a payer.
  public let optional: Set<Parameter>

  /// The figures read first, whose intervals are taken apart.
  public static let headlines = [
    Budget.Sum.fiscalCost.name, Budget.Sum.householdCost.name, Care.workersShort.name, Care.bedDemand.name,
    Care.unmetNeed.name, Care.disabled.name, "benefits.dibao.recipients", Demography.populationAged60Plus.name,
  ]

  public static let schedules = Demography.schedules + Care.schedules
  public static let measures =
    Demography.measures + AbilityModel.measures + Care.expectancyMeasures.map(\.measure)

  /// What is left to chance; new ones join at the end, so that the draws of the others stay as they are.
  public static let processes =
    Demography.processes + Care.processes + BenefitRule.processes + Economy.processes + BenefitRule.laterProcesses

  /// Whether a dataset that gives these parameters must give this one too: a process moves it, or the rule it belongs
  /// to is begun.
  public static func isNeeded(_ parameter: Parameter, among paths: Set<String>) -> Bool {
    isMoved(parameter, among: paths)
      || localRules.contains { rule in
        rule.parameters.contains(parameter) && rule.parameters.contains { paths.contains($0.path) }
      }
  }

  private static let localRules = benefits.filter(\.isLocal)

  /// Results of the benefit rules.
  public static let standards = BenefitRule.indicators
  public static let benefits = BenefitRule.all
  public static let benefitPayments = BenefitRule.payments

  /// The parameters of every dataset, the costs of its programmes apart.
  private static let parameters =
    Demography.parameters + Care.parameters + BenefitRule.parameters + Economy.parameters
    + CompositeIndex.parameters + coefficients(of: processes)

  /// Whether a parameter is moved by a process of which any of these coefficients is one.
  private static func isMoved(_ parameter: Parameter, among paths: Set<String>) -> Bool {
    processes.contains { process in
      process.parameter == parameter && process.coefficients.contains { paths.contains($0.parameter.path) }
    }
  }

  /// The indicators every city has, and that programmes may follow; the budget needs the programmes.
  public static let indicators =
    Demography.indicators + Care.indicators + standards + Economy.indicators
    + gaps.flatMap(\.indicators)

  /// The model of the population alone.
  public static let population = Model()

  private init() {
    extent = .population
    processes = Demography.processes
    parameters = Demography.parameters + Model.coefficients(of: processes)
    given = parameters
    optional = []
    indicators = Demography.indicators
    decisions = []
    ofMoney = []
    budget = nil
  }

  /// Names of the indicators that are about money or lead to it: rules, roll-outs, the budget and the fund; neither
  /// people nor care.
  let ofMoney: Set<String>

  /// What an allocation of the fund decides; without values until there is one.
  let decisions: [Parameter]

  public init(
    programmes: [Programme], uses: [FundUse] = [], index: CompositeIndex = CompositeIndex(),
    order: CareOrder = .together, payers: CarePayers = .households, marks: [DistrictMark] = []
  ) {
    extent = .whole
    processes = Model.processes
    let budget = Budget(rules: BenefitRule.all, programmes: programmes, uses: uses, marks: marks)
    given = Model.parameters + budget.parameters
    optional = Set(
      [Demography.mortalityDeviation] + CompositeIndex.parameters + Model.coefficients(of: processes) + budget.optional
        + Model.localRules.flatMap(\.parameters))
    parameters = given + programmes.map(\.path) + index.parameters
    indicators =
      Model.indicators + Care.indicators(servedIn: order) + CareBills.indicators(payers) + programmes.map(\.level)
      + budget.indicators + index.indicators + Model.gaps.flatMap { marks.map($0.indicator) }
    let money = BenefitRule.indicators + CareBills.indicators(payers) + programmes.map(\.level) + budget.indicators
    ofMoney = Set(money.map(\.name))
    decisions = budget.fund.decisions
    self.budget = budget
  }

  private static func coefficients(of processes: [Process]) -> [Parameter] {
    processes.flatMap(\.coefficients).map(\.parameter)
  }

  /// The indicators that reach the output.
  public var published: [Indicator] { indicators.filter(\.isPublished) }
}
