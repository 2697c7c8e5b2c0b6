import Care
import Domain
import Formulas

/// What the short stays of disabled people cost whose carers are relieved.
extension BudgetLine {
  static let respite = BudgetLine(
    "respite", zh: "喘息服务", en: "Respite care", .running,
    [(Care.respiteBeds, Parameter("fiscal.respite.unit_cost", .yuanPerPersonDay, 0...1e5, .uncertainty))],
    each: { $0 * .personsPerBed * .daysPerYear * .oneYear }, remainder: .household,
    claim: .role(.eldercareServices))
}
