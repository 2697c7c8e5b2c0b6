import Care
import Domain
import Formulas

/// 养老护理员特殊岗位津贴: by the month for certified care workers in post, more for senior grades.
enum WorkerCertificate {
  private static let names = RuleNames(
    "worker_certificate", zh: "护理员特殊岗位津贴", en: "Certificate allowance for care workers")

  private static let seniors = Formula.indicator(Care.seniors)
  private static let lower = Formula.indicator(Care.certified) - seniors

  static let rule = BenefitRule(
    names, .eldercareServices,
    recipients: names.recipients(population: nil, .indicator(Care.certified) * .parameter(Care.certificateShare)),
    payment: names.payment(
      .monthly(
        .meanOverYear(Care.certificateShare),
        lower * .parameter(Care.certificateLower) + seniors * .parameter(Care.certificateSenior))))
}
