import Domain
import Formulas

/// The lottery fund of a city: what comes in, what its accounts spend under the shares decided, what they keep.
///
/// Every district has an account. Steps that belong to accounts have the city's own account in the place of the
/// city; what is published for the city is all accounts together.
public struct Fund: Sendable {
  /// By priority, and by name where it is the same: the order of the dataset's rows means nothing.
  public let uses: [FundUse]
  /// The uses the fund may pay for.
  public let fundable: [FundUse]
  /// What an allocation decides, without values until there is one: a share for each fundable use, and what is handed on.
  public let decisions: [Parameter]
  /// What rules say of each fundable use.
  let terms: [UseTerms]
  /// The budget lines that name a use.
  let lines: [BudgetLine]
  /// The groups of districts whose accounts may have a floor of their own.
  let marks: [DistrictMark]

  init(uses: [FundUse], lines: [BudgetLine], marks: [DistrictMark]) {
    self.marks = marks
    self.uses = uses.sorted { ($0.priority, $0.name) < ($1.priority, $1.name) }
    self.lines = lines.filter { $0.use != nil }
    fundable = self.uses.filter(\.isFundable)
    decisions = fundable.map(\.decided) + [Fund.decidedTransfer]
    terms = fundable.map(UseTerms.init)
  }

  /// What a dataset gives.
  public var parameters: [Parameter] {
    Fund.revenueParameters + Fund.ruleParameters + marks.map(Fund.floor)
      + uses.flatMap { [$0.weight, $0.floor, $0.ceiling] }
  }

  /// What a dataset may leave out: floors and ceilings of single uses, floors of groups.
  var optional: [Parameter] { uses.flatMap { [$0.floor, $0.ceiling] } + marks.map(Fund.floor) }

  /// Labels of what a dataset leaves out.
  var optionalLabels: [(path: String, label: Label)] {
    marks.map { mark in
      (
        Fund.floor(of: mark).path,
        Label(
          zh: "\(mark.label.zh)账户占全部分配额的最低份额", en: "Least share of all that is allocated for the \(mark.label.en)")
      )
    }
      + uses.flatMap { use in
        [
          (
            use.floor.path,
            Label(zh: "\(use.label.zh)：占账户可用资金的最低份额", en: "\(use.label.en): least share of an account's money")
          ),
          (
            use.ceiling.path,
            Label(zh: "\(use.label.zh)：占账户分配额的最高份额", en: "\(use.label.en): largest share of what an account allocates")
          ),
        ]
      }
  }

  public var indicators: [Indicator] {
    Fund.revenueIndicators + needs + [Fund.income, Fund.cityGross, Fund.received, Fund.accountRevenue, Fund.money]
      + fundable.flatMap { [$0.accountNeed, $0.planned, $0.spent, $0.coveredByCity, $0.covered] } + floorSteps
      + [spentOfAccount, eldercareOfAccount, keptByAccount] + published
  }

  /// Sums that must agree in every member, area and year.
  var identities: [(name: String, whole: String, parts: [String])] {
    [
      ("lottery fund", "fund.at_hand", [Sum.spent.name, Sum.carriedOver.name]),
      ("lottery fund and budget", "fund.paid", [Payer.lotteryFund.amount.name]),
    ]
  }
}

/// The parameters of a use's rules, and how its yearly bounds are called: made once, read for every account and year.
struct UseTerms: Sendable {
  let weight: Parameter
  let floor: Parameter
  let ceiling: Parameter
  let rise: Label
  let fall: Label

  init(_ use: FundUse) {
    (weight, floor, ceiling) = (use.weight, use.floor, use.ceiling)
    func called(zh: String, en: String) -> Label {
      Label(zh: "\(use.label.zh)（\(zh)）", en: "\(use.label.en) (\(en))")
    }
    rise = called(zh: "比上年的增幅", en: "rise on the year before")
    fall = called(zh: "比上年的降幅", en: "fall on the year before")
  }
}

extension FundUse {
  /// Multiplies the value of what is covered.
  public var weight: Parameter { Parameter("fund.weight.\(name)", .ratio, 0...100, .lever, isChoice: true) }
  /// Of an account's money in the year, as far as there is need.
  public var floor: Parameter { Parameter("fund.floor.\(name)", .share, 0...1, .lever, .district, isChoice: true) }
  /// Of what an account allocates in the year.
  public var ceiling: Parameter { Parameter("fund.ceiling.\(name)", .share, 0...1, .lever, .district, isChoice: true) }
  /// What a project without a line costs for each that its driver counts.
  var unitCost: Parameter? {
    driver.map {
      Parameter(
        "fund.other.\(name).unit_cost", $0.unit == .persons ? .yuanPerPerson : .yuanPerCount, 0...1e6, .uncertainty)
    }
  }
  /// The share of an account's money that an allocation gives the use.
  public var decided: Parameter { Parameter("fund.decided.\(name)", .share, 0...1, .lever, .district, isChoice: true) }
}
