import Domain
import Formulas
import Population

/// 困境儿童基本生活费: by tiers – without support in fact, severely disabled or gravely ill, in families on 低保 beside
/// what these get themselves, and in families at the edge.
extension BenefitRule {
  static let childRate = Parameter("benefits.children.rate", .personsPerTenThousand, 0...10_000, .uncertainty)
  static let childDibao = Parameter("benefits.children.dibao_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let childEdge = Parameter("benefits.children.edge_family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let childSevere = Parameter("benefits.children.severe", .yuanPerPersonMonth, 0...1e5, .lever)
  static let childUnattended = Parameter("benefits.children.unattended", .yuanPerPersonMonth, 0...1e5, .lever)
  static let childSevereShare = Parameter("benefits.children.severe_share", .share, 0...1, .uncertainty)
  static let childUnattendedShare = Parameter("benefits.children.unattended_share", .share, 0...1, .uncertainty)
  static let childDibaoShare = Parameter("benefits.children.dibao_share", .share, 0...1, .uncertainty)

  private static let label = Label(zh: "困境儿童基本生活费", en: "Allowance for children in difficulty")

  private static let amount = standard(
    "children", zh: "困境儿童基本生活标准（全年平均）", en: "Allowance of a child in difficulty, mean over the year",
    .parameter(childUnattendedShare) * .meanOverYear(childUnattended)
      + .parameter(childSevereShare) * .meanOverYear(childSevere)
      + .parameter(childDibaoShare) * .meanOverYear(childDibao) + atEdge * .meanOverYear(childEdge))

  /// Those of the last tier.
  private static let atEdge = Formula.rest(childUnattendedShare, childSevereShare, childDibaoShare)

  static let childrenRecipients = recipients(
    "children", label,
    .perTenThousand(childRate, of: .measure(Demography.registeredChildren)) * .indicator(Hardship.weight))

  /// Those of the tier for families without 低保 themselves.
  static let childrenAtEdge = Indicator(
    "benefits.children.at_edge", .persons, zh: "低边家庭困境儿童", en: "Children in difficulty in families at the edge",
    isPublished: false, formula: .indicator(childrenRecipients) * atEdge)

  static let children = BenefitRule(
    "children", label, fundUse: "children",
    parameters: [
      childRate, childUnattended, childSevere, childDibao, childEdge, childUnattendedShare, childSevereShare,
      childDibaoShare,
    ],
    steps: [amount, childrenAtEdge], recipients: childrenRecipients,
    payment: payment("children", label, .monthly(.indicator(childrenRecipients), .indicator(amount))))
}
