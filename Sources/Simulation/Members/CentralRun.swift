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
    fileprivate(set) var people: [People]
    fileprivate(set) var flows: [CohortFlows?]
    fileprivate(set) var survivorship: [Survivorship]
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

  /// The same without the people of later years than the base year, from one on whose people members project themselves.
  func lightened(from year: Year) -> CentralRun {
    var run = self
    for place in yearEnds.indices where place > 0 && firstYear + place >= year {
      (run.yearEnds[place].people, run.yearEnds[place].flows, run.yearEnds[place].survivorship) = ([], [], [])
    }
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

extension Plan {
  /// The plan with the fund's money shared out on the central member, and that member's run.
  ///
  /// What lines cost does not depend on who pays, so the central member is computed once without the fund; then only
  /// its formulas are evaluated again.
  ///
  /// - Parameter keepingMeasures: whether what the kernels found is kept, for members with the same people.
  /// - Throws: ``RunError``.
  func funded(keepingMeasures: Bool = false) throws(RunError) -> (plan: Plan, central: CentralRun) {
    func settled(_ run: CentralRun) -> CentralRun { keepingMeasures ? run : run.settled() }
    let central = try CentralRun(self)
    if readsFund, let heldShares {
      let plan = deciding(heldShares)
      return (plan, settled(try central.evaluated(plan)))
    }
    guard readsFund, let fund = model.budget?.fund, let figures = figures(of: fund, in: central) else {
      return (self, settled(central))
    }
    let allocation: FundAllocation?
    do {
      allocation = try fund.allocation(figures, parameters, areas: city.areas)
    } catch {
      throw .fund(error)
    }
    guard let allocation else { return (self, settled(central)) }
    let plan = deciding(allocation)
    return (plan, settled(try central.evaluated(plan)))
  }

  /// What the fund receives and may pay for in the central member; nil for a run of the base year alone.
  private func figures(of fund: Fund, in central: CentralRun) -> FundFigures? {
    guard years.count > 1 else { return nil }
    let places = Dictionary(
      program.indicators.enumerated().map { ($1.name, program.operation(of: $0)) }
    ) { first, _ in first }
    func value(_ name: String, _ area: Int, _ year: Year) -> Double {
      guard let place = places[name] else { preconditionFailure("unknown indicator \(name)") }
      let value = central.end(of: year).record[place * city.areas.count + area]
      return value.isNaN ? 0 : max(value, 0)
    }
    let accounts = 0..<city.areas.count
    let all = years.lowerBound + 1...years.upperBound
    return FundFigures(
      years: all, opening: accounts.map { value(Fund.keptName, $0, years.lowerBound) },
      income: all.map { year in accounts.map { value(Fund.incomeName, $0, year) } },
      needs: all.map { year in
        accounts.map { account in fund.fundable.map { value($0.accountNeed.name, account, year) } }
      })
  }
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
