import Domain
import Formulas
import Population

/// 孤儿基本生活费: one amount in institutions, one in families.
extension BenefitRule {
  static let orphanRate = Parameter("benefits.orphans.rate", .personsPerTenThousand, 0...10_000, .uncertainty)
  static let orphanInstitution = Parameter("benefits.orphans.institution", .yuanPerPersonMonth, 0...1e5, .lever)
  static let orphanFamily = Parameter("benefits.orphans.family", .yuanPerPersonMonth, 0...1e5, .lever)
  static let orphanShare = Parameter("benefits.orphans.institution_share", .share, 0...1, .uncertainty)

  private static let label = Label(zh: "孤儿基本生活费", en: "Allowance for orphans")

  private static let amount = standard(
    "orphans", zh: "孤儿基本生活标准（全年平均）", en: "Allowance of an orphan, mean over the year",
    .parameter(orphanShare) * .meanOverYear(orphanInstitution) + .rest(orphanShare) * .meanOverYear(orphanFamily))

  static let orphansRecipients = recipients(
    "orphans", label,
    .perTenThousand(orphanRate, of: .measure(Demography.registeredChildren)) * .indicator(Hardship.weight))

  static let orphans = BenefitRule(
    "orphans", label, fundRole: .children, parameters: [orphanRate, orphanInstitution, orphanFamily, orphanShare],
    steps: [amount],
    recipients: orphansRecipients,
    payment: payment("orphans", label, .monthly(.indicator(orphansRecipients), .indicator(amount))))
}
