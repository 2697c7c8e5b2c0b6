import Benefits
import Domain
import Formulas

/// What the lines add up to.
extension Budget {
  /// Sums over all lines.
  public enum Sum: String, NamedIndicator {
    case cost, capital, running
    /// What governments and the lottery fund pay, with governments' contributions to the long-term-care insurance;
    /// budgets are made at it.
    case fiscalCost = "fiscal_cost"
    /// What insurance pays for care.
    case insuranceCost = "insurance_cost"
    /// What households pay themselves; their contributions to insurance are no cost of care.
    case householdCost = "household_cost"
    /// All but what households pay: fiscal money, less contributions, and insurance in one. Superseded by the three
    /// sums, which are never mixed.
    case publicCost = "public_cost"
    case realCost = "real_cost"
    case eldercareCost = "eldercare_cost"

    public var name: String { "fiscal.\(rawValue)" }
  }

  private static func total(_ sum: some NamedIndicator, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator(sum.name, .yuan, zh: zh, en: en, observation: .compares, formula: formula)
  }

  private func total(_ lines: [BudgetLine]) -> Formula { .total(lines.map { .indicator($0.cost) }) }

  /// All that is spent, whoever pays.
  public var cost: Indicator { Budget.total(Sum.cost, zh: "民政服务总费用", en: "Total cost", total(lines)) }

  /// What each payer pays.
  public var payers: [(payer: Payer, amount: Indicator)] {
    Payer.allCases.map { payer in
      (
        payer,
        Budget.total(
          payer.amount, zh: "\(payer.label.zh)承担", en: "Paid by: \(payer.label.en)",
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
    let names: [(BudgetLine.Nature, Sum, String, String)] = [
      (.capital, .capital, "建设性支出", "Capital spending"), (.running, .running, "运行性支出", "Running costs"),
    ]
    return names.map { nature, sum, zh, en in
      (nature, Budget.total(sum, zh: zh, en: en, total(lines.filter { $0.nature == nature })))
    }
  }

  private var publicCost: Indicator {
    let parts = payers.filter(\.payer.isPublic).map { Formula.indicator($0.amount) }
    return Budget.total(
      Sum.publicCost, zh: "公共支出（不含居民自付；改用财政、保险、居民三项）",
      en: "Public cost (all but households; superseded by fiscal, insurance and household cost)", .total(parts))
  }

  private func paid(by wanted: (Payer) -> Bool) -> Formula {
    .total(payers.filter { wanted($0.payer) }.map { .indicator($0.amount) })
  }

  /// Fiscal money, insurance and households' own: what the payers pay, and the contributions of governments beside it,
  /// which are no line, since insurance pays for care out of them.
  private var threeSums: [Indicator] {
    [
      Budget.total(
        Sum.fiscalCost, zh: "财政性资金（含财政对长护险缴费）", en: "Fiscal money, with contributions to insurance",
        paid { $0.isFiscal } + .indicator(LTCInsurance.government)),
      Budget.total(Sum.insuranceCost, zh: "保险支付", en: "Paid by insurance", paid { $0 == .insurance }),
      Budget.total(Sum.householdCost, zh: "居民自付", en: "Paid by households", paid { $0 == .household }),
    ]
  }

  private var realCost: Indicator {
    Budget.total(
      Sum.realCost, zh: "民政服务总费用（基年价格）", en: "Total cost at base-year prices",
      .indicator(cost) / .indicator(Economy.priceIndex))
  }

  private var eldercareCost: Indicator {
    let lines = lines.filter { $0.use?.isEldercare == true || $0.remainder == .household }
    return Budget.total(Sum.eldercareCost, zh: "养老支出", en: "Cost of eldercare", total(lines))
  }

  public var indicators: [Indicator] {
    lines.flatMap { $0.steps + [$0.cost] + $0.payments } + [cost] + payers.map(\.amount) + threeSums + [publicCost]
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
