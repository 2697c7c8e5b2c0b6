import Domain
import Formulas

/// A rule of the bureau: its parameters and what follows from them.
public struct BenefitRule: Sendable {
  public let name: String
  public let label: Label
  /// The use of the lottery fund under which it may be paid for, by its name in the dataset; nil for none.
  public let fundUse: String?
  public let parameters: [Parameter]
  /// Who gets it in the year, persons by district; nil for a rule that only sets a line.
  public let recipients: Indicator?
  /// What is paid in the year, yuan by district.
  public let payment: Indicator?
  /// The part of the payment that builds something; nil for a rule that only pays people.
  public let construction: Construction?
  /// Whether not every city has it: a dataset may leave out its parameters, all of them, and then nobody receives it.
  public let isLocal: Bool
  /// Standards, lines and steps on the way.
  private let steps: [Indicator]

  /// What a rule builds in a year, and what it pays for that.
  public struct Construction: Sendable {
    public let built: Indicator
    public let payment: Indicator
  }

  init(
    _ name: String, _ label: Label, fundUse: String? = nil, parameters: [Parameter], steps: [Indicator] = [],
    recipients: Indicator? = nil, payment: Indicator? = nil, construction: Construction? = nil, isLocal: Bool = false
  ) {
    self.name = name
    self.label = label
    self.fundUse = fundUse
    self.parameters = parameters
    self.steps = steps
    self.recipients = recipients
    self.payment = payment
    self.construction = construction
    self.isLocal = isLocal
  }

  /// Everything the rule says, steps first.
  public var indicators: [Indicator] {
    steps + [construction?.built, construction?.payment, recipients, payment].compactMap(\.self)
  }

  /// Every rule. A new one is a file of its own and a line here.
  public static let all: [BenefitRule] = [
    dibao, lowEdge, priceSubsidy, destitute, temporaryAid, orphans, children, disabilityLiving, disabilityCare,
    serviceSubsidy, nursingSubsidy, familyBed, workerEntry, workerCertificate, oldAgeAllowance, accidentInsurance,
    consumptionSubsidy, ltcInsurance, burial, resettlement, dibaoElders,
  ]

  /// What all rules pay in a year; a rule without a value in a year pays nothing in it.
  public static let payments = Indicator(
    "benefits.payment", .yuan, zh: "各项待遇支出合计", en: "Payments of all benefits", observation: .compares,
    formula: .total(all.compactMap(\.payment).map { .present(.indicator($0), else: .zero(.yuan)) }))

  /// What of the rules' inputs is left to chance.
  public static let processes = [takeUpProcess, consumptionProcess]
  /// Those that came later; they stand behind all others, so that these keep their draws.
  public static let laterProcesses = [Income.process]

  /// The rules' inputs and those they share.
  public static let parameters = Income.parameters + Hardship.parameters + all.flatMap(\.parameters)
  /// The rules' results, those they share and the sum.
  public static let indicators = Income.indicators + Hardship.indicators + all.flatMap(\.indicators) + [payments]
}

extension BenefitRule {
  /// Who a rule of that name reaches.
  static func recipients(
    _ rule: String, _ label: Label, population: PopulationKind? = .registered, _ formula: Formula
  ) -> Indicator {
    Indicator(
      "benefits.\(rule).recipients", .persons, zh: "\(label.zh)：人数", en: "\(label.en): recipients",
      population: population, observation: .compares, formula: formula)
  }

  /// What a rule of that name pays in a year.
  static func payment(_ rule: String, _ label: Label, _ formula: Formula) -> Indicator {
    Indicator(
      "benefits.\(rule).payment", .yuan, zh: "\(label.zh)：支出", en: "\(label.en): payments", observation: .compares,
      formula: formula)
  }

  /// A standard in force for a whole year, in yuan a person and month: the mean over its days.
  static func standard(_ rule: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator("benefits.\(rule).standard", .yuanPerPersonMonth, zh: zh, en: en, .uniform, formula: formula)
  }
}

extension Formula {
  /// A result of a local rule; nothing in a city whose dataset leaves the rule out.
  static func whereGiven(_ formula: Formula, _ unit: Unit) -> Formula { .present(formula, else: .zero(unit)) }

  /// Paid to persons by the month for the months of a year.
  static func monthly(_ persons: Formula, _ amount: Formula) -> Formula {
    persons * amount * .monthsPerYear * .oneYear
  }

  /// Paid to persons by the year.
  static func yearly(_ persons: Formula, _ amount: Formula) -> Formula { persons * amount * .oneYear }

  /// A count given per 10 000 of some people.
  static func perTenThousand(_ rate: Parameter, of people: Formula) -> Formula {
    .parameter(rate) * people / .tenThousand
  }

  /// A quotient that is nothing where there is nobody.
  static func share(_ part: Formula, of whole: Formula) -> Formula { .present(part / whole, else: .zero(.ratio)) }

  /// What is left of one.
  static func rest(_ shares: Parameter...) -> Formula { shares.reduce(.one) { $0 - .parameter($1) } }
}
