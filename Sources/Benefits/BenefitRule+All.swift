import Care
import Domain
import Formulas

extension BenefitRule {
  /// Every rule. A new one is a file of its own and a line here.
  public static let all: [BenefitRule] = [
    Dibao.rule, LowEdge.rule, PriceSubsidy.rule, Destitute.rule, TemporaryAid.rule, Orphans.rule,
    ChildrenInDifficulty.rule, DisabilityLiving.rule, DisabilityCare.rule, ServiceSubsidy.rule, NursingSubsidy.rule,
    FamilyBed.rule, WorkerEntry.rule, WorkerCertificate.rule, OldAgeAllowance.rule, AccidentInsurance.rule,
    ConsumptionSubsidy.rule, LTCInsurance.rule, Burial.rule, Resettlement.rule,
  ]

  /// What all rules pay in a year; a rule without a value in a year pays nothing in it.
  public static let payments = Indicator(
    "benefits.payment", .yuan, zh: "各项待遇支出合计", en: "Payments of all benefits", observation: .compares,
    formula: .total(all.map { .present(.indicator($0.payment), else: .zero(.yuan)) }))

  /// What of the rules' inputs is left to chance.
  public static let processes = [Dibao.takeUpProcess, Dibao.consumptionProcess]
  /// Those that came later; they stand behind all others, so that these keep their draws.
  public static let laterProcesses = [Income.process]

  /// The rules' inputs and those they share; what the ledger of care needs of a rule is declared there.
  public static let parameters =
    Income.parameters + Hardship.parameters + CareBills.parameters
    + all.flatMap(\.parameters).filter { !ofCare.contains($0) }
  private static let ofCare = Set(Care.parameters)
  /// The rules' results, those they share and the sum.
  public static let indicators = Income.indicators + Hardship.indicators + all.flatMap(\.indicators) + [payments]
}
