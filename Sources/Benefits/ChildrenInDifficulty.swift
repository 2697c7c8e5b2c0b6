import Domain
import Formulas
import Population

/// 困境儿童基本生活费: one amount in families on 低保, beside what these get themselves, one at the edge.
enum ChildrenInDifficulty {
  private static let names = RuleNames("children", zh: "困境儿童基本生活费", en: "Allowance for children in difficulty")

  static let rate = names.parameter("rate", .personsPerTenThousand, 0...10_000, .uncertainty)
  static let dibaoFamily = names.parameter("dibao_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let edgeFamily = names.parameter("edge_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let dibaoShare = names.parameter("dibao_share", .share, 0...1, .uncertainty)

  private static let amount = names.standard(
    zh: "困境儿童基本生活标准（全年平均）", en: "Allowance of a child in difficulty, mean over the year",
    .parameter(dibaoShare) * .meanOverYear(dibaoFamily) + .rest(dibaoShare) * .meanOverYear(edgeFamily))

  private static let recipients = names.recipients(
    .perTenThousand(rate, of: .measure(Demography.registeredChildren)) * .indicator(Hardship.weight))

  /// Those whose family has no 低保 itself.
  static let atEdge = names.indicator(
    "at_edge", .persons, zh: "低边家庭困境儿童", en: "Children in difficulty in families at the edge", observation: .holds,
    isPublished: false, formula: .indicator(recipients) * .rest(dibaoShare))

  static let rule = BenefitRule(
    names, .children, steps: [amount, atEdge], recipients: recipients,
    payment: names.payment(.monthly(.indicator(recipients), .indicator(amount))))
}
