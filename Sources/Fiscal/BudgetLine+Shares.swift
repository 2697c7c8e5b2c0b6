import Domain
import Formulas

/// How a line is divided among its payers.
extension BudgetLine {
  /// A share; a payer without one pays nothing.
  private static func part(_ share: Parameter) -> Formula { .present(.parameter(share), else: .zero(.share)) }

  /// What the payers with shares pay of one yuan.
  var shared: Indicator {
    Indicator(
      "fiscal.shared.\(name)", .share, zh: "\(label.zh)：已定份额", en: "\(label.en): shares given", .ratio,
      observation: .compares, isPublished: false, formula: .total(shares.map { BudgetLine.part($0.share) }))
  }

  /// Those who may pay a part of it.
  public var payers: [Payer] { shares.map(\.payer) + [remainder] + (isFunded ? [.lotteryFund] : []) }

  /// What a payer pays: its share, or what the others leave; the fund what an allocation gives it.
  public func amount(of payer: Payer) -> Formula {
    if payer == .lotteryFund { return .indicator(paidByFund) }
    guard let own = shares.first(where: { $0.payer == payer }) else {
      let rest = Formula.indicator(cost) * (.one - .indicator(shared))
      return isFunded ? rest - .indicator(paidByFund) : rest
    }
    return .indicator(cost) * BudgetLine.part(own.share)
  }

  /// What the lottery fund may pay: its share, and no more than the payers with shares leave.
  public var fundable: Indicator {
    let share = fundShare.map(BudgetLine.part) ?? .zero(.share)
    return Indicator(
      "fiscal.fundable.\(name)", .yuan, zh: "\(label.zh)：公益金可承担", en: "\(label.en): fundable", observation: .compares,
      isPublished: false, formula: .indicator(cost) * .smaller(share, .one - .indicator(shared)))
  }

  public var paidByFundName: String { "fiscal.fund_pays.\(name)" }

  /// What it pays: the share of its use's need that is covered.
  public var paidByFund: Indicator {
    let covered = Formula.indicator(name: Fund.coveredName(use?.name ?? ""), unit: .share)
    return Indicator(
      paidByFundName, .yuan, zh: "\(label.zh)：公益金承担", en: "\(label.en): paid by the fund",
      observation: .compares, isPublished: false, formula: .indicator(fundable) * covered)
  }

  /// The steps on the way to its payers.
  var payments: [Indicator] { [shared] + (isFunded ? [fundable, paidByFund] : []) }

  /// What a dataset may leave out: payers who pay nothing.
  var optional: [Parameter] { shares.map(\.share) + [fundShare].compactMap { $0 } }

  /// Every parameter that belongs to the line alone.
  var parameters: [Parameter] { prices + others + optional }

  /// Labels of what a dataset leaves out.
  var optionalLabels: [(path: String, label: Label)] {
    let ofShares = shares.map { payer, share in
      (share.path, Label(zh: "\(label.zh)中\(payer.label.zh)承担的份额", en: "\(label.en): share of \(payer.label.en)"))
    }
    let ofFund = fundShare.map { share in
      (share.path, Label(zh: "\(label.zh)中福彩公益金可承担的份额", en: "\(label.en): share the lottery fund may pay"))
    }
    return ofShares + [ofFund].compactMap { $0 }
  }
}
