import Domain
import Formulas
import Population

/// 困境儿童基本生活费: by tiers – without support in fact, severely disabled or gravely ill, in families on 低保 beside
/// what these get themselves, and in families at the edge.
enum ChildrenInDifficulty {
  private static let names = RuleNames("children", zh: "困境儿童基本生活费", en: "Allowance for children in difficulty")

  static let rate = names.parameter("rate", .personsPerTenThousand, 0...10_000, .uncertainty, .district)
  static let unattended = names.parameter("unattended", .yuanPerPersonMonth, 0...1e5, .lever)
  static let severe = names.parameter("severe", .yuanPerPersonMonth, 0...1e5, .lever)
  static let dibaoFamily = names.parameter("dibao_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let edgeFamily = names.parameter("edge_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let unattendedShare = names.parameter("unattended_share", .share, 0...1, .uncertainty)
  static let severeShare = names.parameter("severe_share", .share, 0...1, .uncertainty)
  static let dibaoShare = names.parameter("dibao_share", .share, 0...1, .uncertainty)

  /// Those of the last tier.
  private static let edgeShare = Formula.rest(unattendedShare, severeShare, dibaoShare)

  private static let amount = names.standard(
    zh: "困境儿童基本生活标准（全年平均）", en: "Allowance of a child in difficulty, mean over the year",
    .parameter(unattendedShare) * .meanOverYear(unattended) + .parameter(severeShare) * .meanOverYear(severe)
      + .parameter(dibaoShare) * .meanOverYear(dibaoFamily) + edgeShare * .meanOverYear(edgeFamily))

  private static let recipients = names.recipients(
    .perTenThousand(rate, of: .measure(Demography.registeredChildren)) * .indicator(Hardship.weight))

  /// Those of the tier for families without 低保 themselves.
  static let atEdge = names.indicator(
    "at_edge", .persons, zh: "低边家庭困境儿童", en: "Children in difficulty in families at the edge", observation: .holds,
    isPublished: false, formula: .indicator(recipients) * edgeShare)

  static let rule = BenefitRule(
    names, .children, steps: [amount, atEdge], recipients: recipients,
    payment: names.payment(.monthly(.indicator(recipients), .indicator(amount))))
}
