import Benefits
import Care
import Domain
import Formulas

/// What it costs to run institutions, and what of it is left to those who live there.
extension BudgetLine {
  private static func perMonth(_ path: String) -> Parameter {
    Parameter("fiscal.\(path)", .yuanPerPersonMonth, 0...1e6, .uncertainty)
  }

  private static func forTwelveMonths(_ monthly: Formula) -> Formula { monthly * .monthsPerYear * .oneYear }

  /// Subsidies to homes for each resident, more for the disabled.
  static let runningSubsidy: BudgetLine = {
    let base = Parameter("fiscal.running_subsidy.base", .yuanPerPersonMonth, 0...1e5, .lever)
    let disabled = Parameter("fiscal.running_subsidy.disabled", .yuanPerPersonMonth, 0...1e5, .lever)
    return BudgetLine(
      "running_subsidy", zh: "养老机构运营补助", en: "Running subsidies to institutions", .running,
      Care.institutionResidents.map { level, residents in
        (residents, Ability.disabled.contains(level) ? disabled : base)
      }, each: forTwelveMonths, claim: .role(.eldercareServices))
  }()

  private static let institutionTerms = Care.institutionResidents.map { level, residents in
    (volume: residents, price: perMonth("institution_running.unit_cost_\(level.name)"))
  }

  /// Room, board and care of all residents, whoever pays.
  static let institutionCost = Indicator(
    "fiscal.institution_cost", .yuan, zh: "养老机构运行成本（全部）", en: "Running costs of institutions, all",
    observation: .compares,
    formula: .opening(
      .lastYear(.itself),
      then: .total(institutionTerms.map { forTwelveMonths(.indicator($0.volume) * .parameter($0.price)) })))

  /// The share of a rule's payments that goes towards the running costs of institutions.
  static func covering(_ rule: BenefitRule) -> Parameter {
    Parameter("fiscal.\(rule.name).covers_institution", .share, 0...1, .uncertainty)
  }

  /// Running costs less what other lines pay towards them.
  static func institutionRunning(_ rules: [BenefitRule]) -> BudgetLine {
    let covered = rules.map { rule in
      paid(by: rule.payment) * .present(.parameter(covering(rule)), else: .zero(.share))
    }
    let paidElsewhere = Formula.total([.indicator(runningSubsidy.cost)] + covered)
    return BudgetLine(
      "institution_running", zh: "养老机构运行（补贴以外）", en: "Running institutions, less subsidies", .running,
      volumes: institutionTerms.map(\.volume), prices: institutionTerms.map(\.price), remainder: .household,
      steps: [institutionCost],
      formula: .larger(.indicator(institutionCost) - paidElsewhere, .zero(.yuan)))
  }

  /// What a rule pays; nothing while it is not in force.
  static func paid(by payment: Indicator) -> Formula { .present(.indicator(payment), else: .zero(.yuan)) }
}
