import Care
import Domain
import Formulas

/// 养老护理员特殊岗位津贴: by the month for certified care workers in post, more for senior grades.
extension BenefitRule {
  /// Certified workers who fulfil the conditions: contract, months in post, days a month.
  static let certificateShare = Parameter("benefits.worker_certificate.eligible", .share, 0...1, .uncertainty)
  static let certificateLower = Parameter(
    "benefits.worker_certificate.lower", .yuanPerPersonMonth, 0...1e5, .lever)
  static let certificateSenior = Parameter(
    "benefits.worker_certificate.senior", .yuanPerPersonMonth, 0...1e5, .lever)

  private static let label = Label(zh: "护理员特殊岗位津贴", en: "Certificate allowance for care workers")
  private static let seniors = Formula.indicator(Care.seniors)
  private static let lower = Formula.indicator(Care.certified) - seniors

  static let workerCertificate = BenefitRule(
    "worker_certificate", label, fundRole: .eldercareServices,
    parameters: [certificateShare, certificateLower, certificateSenior],
    recipients: recipients(
      "worker_certificate", label, population: nil, .indicator(Care.certified) * .parameter(certificateShare)),
    payment: payment(
      "worker_certificate", label,
      .monthly(
        .meanOverYear(certificateShare),
        lower * .parameter(certificateLower) + seniors * .parameter(certificateSenior))))
}
