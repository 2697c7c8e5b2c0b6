import Domain
import Formulas

/// A line of the budget: what it costs in a year, and who pays.
///
/// The cost is nominal. It is a volume times a unit cost, whose value goes on from its price year
/// with the index the dataset names; a benefit's cost is what its rule pays.
public struct BudgetLine: Sendable {
  public enum Nature: String, CaseIterable, Sendable {
    case capital, running

    public var label: Label {
      switch self {
      case .capital: Label(zh: "建设", en: "capital")
      case .running: Label(zh: "运行", en: "running")
      }
    }
  }

  public let name: String
  public let label: Label
  public let nature: Nature
  /// What the cost goes with; empty where nobody is counted.
  public let volumes: [Indicator]
  /// The unit cost of each volume; empty where a rule says what is paid.
  public let prices: [Parameter]
  /// The cost in a district.
  public let formula: Formula
  /// Who pays what the shares leave.
  public let remainder: Payer
  /// The shares of all payers but the lottery fund and the one who pays the rest.
  public let shares: [(payer: Payer, share: Parameter)]
  /// On what grounds the lottery fund may pay for it; nil where it may not.
  public let claim: FundClaim?
  /// The use of the city's fund under which it falls.
  public private(set) var use: FundUse?
  /// Its inputs beside prices and shares.
  let others: [Parameter]
  /// Indicators its formula needs that nobody else declares.
  let steps: [Indicator]

  init(
    _ name: String, zh: String, en: String, _ nature: Nature, volumes: [Indicator] = [], prices: [Parameter] = [],
    remainder: Payer = .district, claim: FundClaim? = nil, others: [Parameter] = [], steps: [Indicator] = [],
    formula: Formula
  ) {
    self.name = name
    label = Label(zh: zh, en: en)
    self.nature = nature
    self.volumes = volumes
    self.prices = prices
    self.formula = formula
    shares = Payer.allCases.filter { $0 != remainder && $0 != .lotteryFund }.map { payer in
      (payer, Parameter("fiscal.\(name).share_\(payer.rawValue)", .share, 0...1, .lever, .district))
    }
    self.remainder = remainder
    self.claim = claim
    self.others = others
    self.steps = steps
  }

  /// A line of volumes times unit costs.
  init(
    _ name: String, zh: String, en: String, _ nature: Nature, _ terms: [(volume: Indicator, price: Parameter)],
    each: (Formula) -> Formula = { $0 }, remainder: Payer = .district, claim: FundClaim? = nil,
    others: [Parameter] = [], steps: [Indicator] = []
  ) {
    self.init(
      name, zh: zh, en: en, nature, volumes: terms.map(\.volume), prices: terms.map(\.price), remainder: remainder,
      claim: claim, others: others, steps: steps,
      formula: .total(terms.map { each(.indicator($0.volume) * .parameter($0.price)) }))
  }

  /// Amounts in yuan a year among its inputs, where there is nothing to count.
  public var amounts: [Parameter] { others.filter { $0.unit == .yuanPerYear } }

  public var costName: String { "fiscal.line.\(name)" }

  /// What it costs; no value in the base year, whose flows nobody knows.
  public var cost: Indicator {
    Indicator(
      costName, .yuan, zh: label.zh, en: label.en, observation: .compares,
      formula: .opening(.lastYear(.itself), then: formula))
  }

  /// The share of the cost that the lottery fund may pay; nothing where no use covers it.
  public var fundShare: Parameter? {
    claim.map { _ in Parameter("fiscal.\(name).fund_share", .share, 0...1, .lever, isChoice: true) }
  }

  /// Whether the fund pays for the use under which it falls.
  public var isFunded: Bool { use?.isFundable == true }

  /// The line in a city whose fund has these uses.
  func funded(by uses: [FundUse]) -> BudgetLine {
    var line = self
    line.use = uses.first { use in
      switch claim {
      case .role(let role): use.roles.contains(role)
      case .use(let name): use.name == name
      case nil: false
      }
    }
    return line
  }
}
