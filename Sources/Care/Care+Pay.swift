import Domain
import Formulas

/// What care workers earn, and how that moves who leaves and who is hired.
extension Care {
  private static func wage(_ grade: String) -> Parameter {
    Parameter("fiscal.care_wage.\(grade)", .yuanPerPersonMonth, 0...1e6, .uncertainty)
  }

  public static let basicWage = wage("basic")
  public static let seniorWage = wage("senior")
  public static let technicianWage = wage("technician")
  public static let technicianShare = Parameter("fiscal.care_wage.technician_share", .share, 0...1, .uncertainty)

  /// Certified workers who fulfil the conditions of the allowance: contract, months in post, days a month.
  public static let certificateShare = Parameter("benefits.worker_certificate.eligible", .share, 0...1, .uncertainty)
  public static let certificateLower = allowance("lower")
  public static let certificateSenior = allowance("senior")

  private static func allowance(_ name: String) -> Parameter {
    Parameter("benefits.worker_certificate.\(name)", .yuanPerPersonMonth, 0...1e5, .lever)
  }

  static let exitResponse = Parameter("care.response.pay_exits", .ratio, -5...0, .uncertainty)
  static let hireResponse = Parameter("care.response.pay_hires", .ratio, 0...5, .uncertainty)

  public static let wageParameters = [basicWage, seniorWage, technicianWage, technicianShare]
  public static let certificateParameters = [certificateShare, certificateLower, certificateSenior]
  static let payParameters =
    wageParameters + certificateParameters + [exitResponse, hireResponse]

  private static func lastYear(_ stock: String) -> Formula {
    .lastYear(.indicator(name: "care.workers.\(stock)", unit: .persons))
  }

  /// Senior grades and other certified workers over all workers, as they were the year before.
  private static let senior = Ledger.quotient(lastYear("senior"), lastYear("stock"))
  private static let lower = Ledger.quotient(lastYear("certified") - lastYear("senior"), lastYear("stock"))

  /// Mean pay with allowances.
  ///
  /// - Parameter read: how a parameter is read.
  private static func pay(_ read: (Parameter) -> Formula) -> Formula {
    let top = read(seniorWage) + (read(technicianWage) - read(seniorWage)) * read(technicianShare)
    let wages = read(basicWage) + (top - read(basicWage)) * senior
    return wages + read(certificateShare) * (lower * read(certificateLower) + senior * read(certificateSenior))
  }

  /// Pay over what the dataset has it go: one where no scenario raises it.
  static let relativePay = Indicator(
    "care.workers.relative_pay", .ratio, zh: "薪酬与数据集路径之比", en: "Pay over the dataset's path", .ratio,
    isPublished: false,
    formula: .present(pay(Formula.parameter) / pay(Formula.asGiven), else: .one))

  /// What a response makes of pay.
  static func moved(by response: Parameter) -> Formula { .power(.indicator(relativePay), .parameter(response)) }
}
