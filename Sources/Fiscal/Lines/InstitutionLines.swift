import Benefits
import Care
import Domain
import Formulas

/// What living in institutions costs beside what benefit rules pay towards it.
extension BudgetLine {
  private static func towards(_ programme: CareProgramme) -> Formula { CareBills.paid(programme, .institution) }

  private static let residents = Ledger.residentsByLevel.map(\.residents)

  /// Subsidies to homes for each resident, more for the disabled.
  static let runningSubsidy = BudgetLine(
    "running_subsidy", zh: "养老机构运营补助", en: "Running subsidies to institutions", .running, volumes: residents,
    prices: Ledger.residentsByLevel.map { CareRights.runningSubsidy($0.level) }, claim: .role(.eldercareServices),
    formula: towards(.runningSubsidy))

  /// What owners bear of destitute residents whose standard does not cover what they cost.
  static let institutionOwners = BudgetLine(
    "institution_owners", zh: "特困人员供养机构差额（举办方）", en: "Owners of homes, for destitute residents", .running,
    volumes: [Destitute.inInstitutions], formula: towards(.owner))

  /// Room, board and care of all residents, whoever pays.
  static let institutionCost = Indicator(
    "fiscal.institution_cost", .yuan, zh: "养老机构运行成本（全部）", en: "Running costs of institutions, all",
    observation: .compares, formula: .opening(.lastYear(.itself), then: CareBills.cost(.institution)))

  /// What residents pay themselves.
  static let institutionRunning = BudgetLine(
    "institution_running", zh: "养老机构费用（居民负担部分）", en: "Living in institutions, paid by residents", .running,
    volumes: residents, prices: Ledger.residentsByLevel.map { Care.institutionPrice($0.level) }, remainder: .household,
    steps: [institutionCost], formula: CareBills.byHouseholds(.institution))

  /// What a rule pays; nothing while it is not in force.
  static func paid(by payment: Indicator) -> Formula { .present(.indicator(payment), else: .zero(.yuan)) }
}
