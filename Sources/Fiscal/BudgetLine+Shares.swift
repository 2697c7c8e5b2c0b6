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

  /// What a payer pays: its share, or what the others leave.
  func amount(of payer: Payer) -> Formula {
    guard let own = shares.first(where: { $0.payer == payer }) else {
      return .indicator(cost) * (.one - .indicator(shared))
    }
    return .indicator(cost) * BudgetLine.part(own.share)
  }

  /// What the lottery fund may pay, nil where no use covers the line.
  var fundable: Formula? { fundShare.map { .indicator(cost) * BudgetLine.part($0) } }

  /// What a dataset may leave out: payers who pay nothing.
  var optional: [Parameter] { shares.map(\.share) + [fundShare].compactMap { $0 } }

  /// Every parameter that belongs to the line alone.
  var parameters: [Parameter] { prices + others + optional }

  /// Labels of what a dataset leaves out.
  var optionalLabels: [(path: String, label: Label)] {
    let ofShares = shares.map { payer, share in
      (share.path, Label(zh: "\(label.zh)：\(payer.label.zh)承担份额", en: "\(label.en): share of \(payer.label.en)"))
    }
    let ofFund = fundShare.map { share in
      (share.path, Label(zh: "\(label.zh)：福彩公益金可承担份额", en: "\(label.en): share the lottery fund may pay"))
    }
    return ofShares + [ofFund].compactMap { $0 }
  }
}
