import Care
import Domain
import Formulas

/// 养老护理员特殊岗位津贴: by the month for certified care workers in post, more for senior grades.
enum WorkerCertificate {
  private static let names = RuleNames(
    "worker_certificate", zh: "护理员特殊岗位津贴", en: "Certificate allowance for care workers")

  /// Certified workers who fulfil the conditions: contract, months in post, days a month.
  static let eligible = names.parameter("eligible", .share, 0...1, .uncertainty)
  static let amountLower = names.parameter("lower", .yuanPerPersonMonth, 0...1e5, .lever)
  static let amountSenior = names.parameter("senior", .yuanPerPersonMonth, 0...1e5, .lever)

  private static let seniors = Formula.indicator(Care.seniors)
  private static let lower = Formula.indicator(Care.certified) - seniors

  static let rule = BenefitRule(
    names, .eldercareServices,
    recipients: names.recipients(population: nil, .indicator(Care.certified) * .parameter(eligible)),
    payment: names.payment(
      .monthly(
        .meanOverYear(eligible), lower * .parameter(amountLower) + seniors * .parameter(amountSenior))))
}
