import Domain
import Formulas

/// What the lines add up to.
extension Budget {
  private static func total(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("fiscal.\(name)", .yuan, zh: zh, en: en, observation: .compares, formula: formula)
  }

  private func total(_ lines: [BudgetLine]) -> Formula { .total(lines.map { .indicator($0.cost) }) }

  /// All that is spent, whoever pays.
  public var cost: Indicator { Budget.total("cost", zh: "民政总支出", en: "Total cost", total(lines)) }

  /// What each payer pays.
  public var payers: [(payer: Payer, amount: Indicator)] {
    Payer.allCases.map { payer in
      (
        payer,
        Budget.total(
          "payer.\(payer.rawValue)", zh: "\(payer.label.zh)承担", en: "Paid by: \(payer.label.en)",
          payer == .lotteryFund ? paidByFund : .total(lines.map { $0.amount(of: payer) }))
      )
    }
  }

  private var paidByFund: Formula {
    let parts = lines.filter(\.isFunded).map { $0.amount(of: .lotteryFund) }
    return parts.isEmpty ? .opening(.lastYear(.itself), then: .zero(.yuan)) : .total(parts)
  }

  /// What is spent by nature.
  public var natures: [(nature: BudgetLine.Nature, amount: Indicator)] {
    let names: [(BudgetLine.Nature, String, String)] = [
      (.capital, "建设性支出", "Capital spending"), (.running, "运行性支出", "Running costs"),
    ]
    return names.map { nature, zh, en in
      (nature, Budget.total(nature.rawValue, zh: zh, en: en, total(lines.filter { $0.nature == nature })))
    }
  }

  /// The indicator that budgets are made at.
  public static let publicCostName = "fiscal.public_cost"

  private var publicCost: Indicator {
    let parts = payers.filter(\.payer.isPublic).map { Formula.indicator($0.amount) }
    return Budget.total("public_cost", zh: "公共支出（不含居民自付）", en: "Public cost (all but households)", .total(parts))
  }

  private var realCost: Indicator {
    Budget.total(
      "real_cost", zh: "民政总支出（基年价格）", en: "Total cost at base-year prices",
      .indicator(cost) / .indicator(Economy.priceIndex))
  }

  private var eldercareCost: Indicator {
    let lines = lines.filter { $0.fundUse.map(FundUse.isEldercare) == true || $0.remainder == .household }
    return Budget.total("eldercare_cost", zh: "养老支出", en: "Cost of eldercare", total(lines))
  }

  public var indicators: [Indicator] {
    lines.flatMap { $0.steps + [$0.cost] + $0.payments } + [cost] + payers.map(\.amount) + [publicCost]
      + natures.map(\.amount) + [realCost, eldercareCost, BudgetLine.privateCapital] + CareWages.indicators
      + fund.indicators
  }

  /// Sums that must agree in every member, area and year: the parts and the whole.
  public var identities: [(name: String, whole: String, parts: [String])] {
    [
      ("budget lines", cost.name, lines.map(\.cost.name)),
      ("payers", cost.name, payers.map(\.amount.name)),
      ("capital and running costs", cost.name, natures.map(\.amount.name)),
    ] + fund.identities
  }
}
