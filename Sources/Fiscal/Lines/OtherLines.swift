import Benefits
import Domain
import Formulas
import Population
import Programmes

extension BudgetLine {
  /// The city's digital platform: an amount a year, spread over the districts by their people.
  static let digitalPlatform: BudgetLine = {
    let amount = Parameter("fiscal.digital_platform.amount", .yuanPerYear, 0...1e10, .lever)
    let people = Formula.indicator(Demography.populationTotal)
    return BudgetLine(
      "digital_platform", zh: "数字民政平台", en: "Digital platform", .running, claim: .role(.socialWork), others: [amount],
      formula: .ofCity(amount) * .oneYear * people / .overDistricts(people))
  }()

  /// The lines of a benefit rule: what it builds, and the rest.
  static func lines(of rule: BenefitRule) -> [BudgetLine] {
    let payment = rule.payment
    let built = rule.construction.map { construction in
      BudgetLine(
        "\(rule.name)_capital", zh: construction.payment.label.zh, en: construction.payment.label.en, .capital,
        volumes: [construction.built], claim: rule.fundRole.map(FundClaim.role), formula: paid(by: construction.payment)
      )
    }
    let current = rule.construction.map { paid(by: payment) - paid(by: $0.payment) }
    let run = BudgetLine(
      rule.name, zh: payment.label.zh, en: payment.label.en, .running,
      volumes: [rule.recipients], claim: rule.fundRole.map(FundClaim.role),
      formula: current ?? paid(by: payment))
    return [built].compactMap { $0 } + [run]
  }
}

/// The lines of a programme: what is added in a year is built, what there is is run.
extension BudgetLine {
  static func lines(of programme: Programme) -> [BudgetLine] {
    guard let cost = programme.cost else { return [] }
    let built = cost.isBuilt ? [building(programme, cost)] : []
    let run = cost.isRun ? [running(programme, cost)] : []
    return built + run
  }

  private static func building(_ programme: Programme, _ cost: Programme.Cost) -> BudgetLine {
    let name = cost.isRun ? "\(cost.line)_capital" : cost.line
    let level = Formula.indicator(programme.level)
    // Where nothing was known the year before, a path starts from nothing, and an actual says not when it was built.
    let fromNothing = Formula.present(.parameter(programme.path), else: .zero(programme.unit))
    let added = Formula.larger(.present(level - .lastYear(level), else: fromNothing), .zero(programme.unit))
    let suffix = cost.isRun ? (zh: "（建设）", en: ", built") : (zh: "", en: "")
    return line(name, programme, cost, .capital, added, suffix)
  }

  private static func running(_ programme: Programme, _ cost: Programme.Cost) -> BudgetLine {
    let level = Formula.present(.indicator(programme.level), else: .zero(programme.unit))
    let suffix = cost.isBuilt ? (zh: "（运行）", en: ", run") : (zh: "", en: "")
    return line(cost.line, programme, cost, .running, level, suffix)
  }

  private static func line(
    _ name: String, _ programme: Programme, _ cost: Programme.Cost, _ nature: Nature, _ level: Formula,
    _ suffix: (zh: String, en: String)
  ) -> BudgetLine {
    let isShare = programme.unit.dimension == .none
    let units = Parameter("fiscal.\(cost.line).units", .count, 0...1e7, .fact)
    let unit: Unit = isShare ? .count : programme.unit
    func step(_ kind: String, _ unit: Unit, _ aggregation: Indicator.Aggregation, _ formula: Formula) -> Indicator {
      Indicator(
        "fiscal.\(kind).\(name)", unit, zh: cost.label.zh, en: cost.label.en, aggregation,
        observation: .compares, isPublished: false, formula: formula)
    }
    let whole = step("level", unit, .uniform, isShare ? level * .parameter(units) : level)
    let people = Formula.indicator(cost.spread.people)
    let volume = step("volume", unit, .sum, .indicator(whole) * people / .overDistricts(people))
    // What stands runs all year; what happens, as a burial, is paid for once.
    let isYearly = nature == .running && unit == .count
    let price = Parameter(
      "fiscal.\(name).unit_cost", isYearly ? .yuanPerCountYear : unit == .count ? .yuanPerCount : .yuanPerPerson,
      0...1e9, .uncertainty)
    // The number of units is declared once, by the line that is built.
    let declaresUnits = isShare && (nature == .capital || !cost.isBuilt)
    return BudgetLine(
      name, zh: cost.label.zh + suffix.zh, en: cost.label.en + suffix.en, nature, [(volume, price)],
      each: { isYearly ? $0 * .oneYear : $0 }, claim: cost.fundUse.isEmpty ? nil : .use(cost.fundUse),
      others: declaresUnits ? [units] : [], steps: [whole, volume])
  }
}

extension BudgetLine {
  /// What a use of the fund is for beside the other lines: projects that go with the use's driver.
  static func projects(of use: FundUse) -> BudgetLine? {
    guard let driver = use.driver, let price = use.unitCost else { return nil }
    let volume = Indicator(
      "fund.projects.\(use.name)", driver.unit, zh: "\(use.label.zh)：其他项目的规模", en: "\(use.label.en): other projects",
      observation: .compares, isPublished: false, formula: .indicator(driver))
    return BudgetLine(
      "fund.other.\(use.name)", zh: "\(use.label.zh)（其他项目）", en: "\(use.label.en), other projects", .running,
      [(volume, price)], claim: .use(use.name), steps: [volume])
  }
}
