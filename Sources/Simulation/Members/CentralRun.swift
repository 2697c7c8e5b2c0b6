import Care
import Domain
import Fiscal
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
    fileprivate(set) var record: [Double]
    /// What the kernels found, until the formulas are evaluated for good.
    fileprivate var measures: [LaneVector]
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
          record: block.evaluation.record, measures: block.measures))
    }
    ability = block.abilityModel
  }

  /// The same people under a plan with other values of what only formulas read, after the base year.
  ///
  /// - Throws: ``RunError`` when the books of a year do not balance.
  func evaluated(_ plan: Plan) throws(RunError) -> CentralRun {
    var run = self
    var block = Block(plan, plan.parameters, evaluatingFrom: self)
    for (place, end) in yearEnds.enumerated().dropFirst() {
      let year = firstYear + place
      block.evaluate(year, on: end.measures)
      try block.requireBooks(year)
      run.yearEnds[place].record = block.evaluation.record
    }
    return run
  }

  /// The same without what the kernels found, which members compute themselves.
  func settled() -> CentralRun {
    var run = self
    for place in yearEnds.indices { run.yearEnds[place].measures = [] }
    return run
  }

  /// Every value of some years.
  func record(of plan: Plan, _ years: Set<Year>) -> Record {
    var record = Record(plan.program, areas: plan.city.areas, baseYear: plan.city.baseYear, held: plan.held)
    for year in plan.years where years.contains(year) { record.keep(end(of: year).record, of: year) }
    return record
  }

  /// What the kernels found in a year, where that is kept.
  func measures(of year: Year) -> [LaneVector] { end(of: year).measures }

  func end(of year: Year) -> YearEnd { yearEnds[year - firstYear] }
}

/// Why a run came to nothing.
public enum RunError: Error, Equatable, Sendable {
  case books(AccountingError)
  case ability(AbilityError)
  case fund(FundError)
  /// Members could not be kept or read again.
  case store
  /// More worlds failed than can be left out: how many so far, and the first of them.
  indirect case tooManySetAside(Int, SetAside)
}
