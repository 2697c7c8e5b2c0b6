import Care
import Domain
import Formulas

/// Bills for a place in an institution: destitute people, insured or not; others by insurance and by how poor they are.
extension CareBills {
  static func institution(_ level: Ability) -> [CareBill] {
    let residents = Ledger.persons(.institution, level)
    let destitute = Destitute.wouldLiveInHomes(level)
    let isDisabled = level >= .moderate
    var rights: [CareProgramme: CareRights.Right] = [.runningSubsidy: CareRights.running(level)]
    if isDisabled { rights[.consumptionSubsidy] = CareRights.consumption(.institution) }

    let insured = CareInsurance.admitted(level)
    func bills(_ persons: Formula, _ more: [CareProgramme: CareRights.Right]) -> [CareBill] {
      let usual = rights.merging(more) { _, new in new }
      guard let insured else { return [CareBill(persons, Ledger.charge(level), usual)] }
      let withInsurance = usual.merging([.insurance: CareRights.insurance(.institution, level)]) { _, new in new }
      return [
        CareBill(persons * insured, Ledger.charge(level), withInsurance),
        CareBill(persons * (.one - insured), Ledger.charge(level), usual),
      ]
    }

    var result: [CareBill] = []
    var others = residents
    if let destitute {
      let persons = Formula.smaller(destitute, residents)
      others = residents - persons
      result += bills(
        persons, [.destitute: { _ in Destitute.standard(level) }, .owner: { rest in rest }])
    }
    guard let nursing = CareRights.amount(NursingSubsidy.amounts, level) else { return result + bills(others, [:]) }
    let poor = others * Hardship.poorShare
    return result + bills(poor, [.nursingSubsidy: nursing]) + bills(others - poor, [:])
  }

  /// Poor people in institutions who have the nursing subsidy.
  static func poorResidents(_ level: Ability) -> Formula {
    let residents = Ledger.persons(.institution, level)
    let others = Destitute.wouldLiveInHomes(level).map { residents - .smaller($0, residents) } ?? residents
    return others * Hardship.poorShare
  }
}
