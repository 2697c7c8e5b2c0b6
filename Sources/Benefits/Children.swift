import Domain
import Formulas
import Population

/// 困境儿童基本生活费: one amount in families on 低保, beside what these get themselves, one at the edge.
extension BenefitRule {
  static let childRate = Parameter("benefits.children.rate", .personsPerTenThousand, 0...10_000, .uncertainty)
  static let childDibao = Parameter("benefits.children.dibao_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let childEdge = Parameter("benefits.children.edge_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let childDibaoShare = Parameter("benefits.children.dibao_share", .share, 0...1, .uncertainty)

  private static let label = Label(zh: "困境儿童基本生活费", en: "Allowance for children in difficulty")

  private static let amount = standard(
    "children", zh: "困境儿童基本生活标准（全年平均）", en: "Allowance of a child in difficulty, mean over the year",
    .parameter(childDibaoShare) * .meanOverYear(childDibao) + .rest(childDibaoShare) * .meanOverYear(childEdge))

  static let childrenRecipients = recipients(
    "children", label,
    .perTenThousand(childRate, of: .measure(Demography.registeredChildren)) * .indicator(Hardship.weight))

  /// Those whose family has no 低保 itself.
  static let childrenAtEdge = Indicator(
    "benefits.children.at_edge", .persons, zh: "低边家庭困境儿童", en: "Children in difficulty in families at the edge",
    isPublished: false, formula: .indicator(childrenRecipients) * .rest(childDibaoShare))

  static let children = BenefitRule(
    "children", label, fundRole: .children, parameters: [childRate, childDibao, childEdge, childDibaoShare],
    steps: [amount, childrenAtEdge], recipients: childrenRecipients,
    payment: payment("children", label, .monthly(.indicator(childrenRecipients), .indicator(amount))))
}
