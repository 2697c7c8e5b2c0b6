import Care
import Domain
import Formulas
import NumericCore
import Population

/// The central member's way through the years, kept for the members that start from it.
struct CentralRun: Sendable {
  /// What stood at the end of a year.
  struct YearEnd: Sendable {
    let people: [People]
    let flows: [CohortFlows?]
    let survivorship: [Survivorship]
    /// Values of all operations, shape `[operation][area]`.
    let record: [Double]
  }

  let ability: AbilityModel?
  /// Shape `[year]`.
  private(set) var yearEnds: [YearEnd] = []
  let firstYear: Year

  /// - Throws: ``RunError`` when the books of a year do not balance, or no transitions meet the prevalence.
  init(_ plan: Plan) throws(RunError) {
    firstYear = plan.years.lowerBound
    var block = Block(plan, plan.parameters)
    for year in plan.years {
      try block.advance(to: year)
      yearEnds.append(
        YearEnd(
          people: block.people, flows: block.flows, survivorship: block.survivorship,
          record: block.evaluation.record))
    }
    ability = block.abilityModel
  }

  func end(of year: Year) -> YearEnd { yearEnds[year - firstYear] }
}

/// Why a run came to nothing.
public enum RunError: Error, Equatable, Sendable {
  case books(AccountingError)
  case ability(AbilityError)
  /// Members could not be kept or read again.
  case store
}
