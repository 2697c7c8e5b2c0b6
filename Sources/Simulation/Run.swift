import Care
import Domain
import Formulas
import NumericCore
import Population

extension Plan {
  /// Runs the central member.
  ///
  /// - Throws: ``AccountingError`` when the books of a year do not balance.
  public func run() throws(AccountingError) -> Results {
    var block = Block(self, layout: LaneLayout(members: 1))
    var results = Results(self)
    for year in years {
      try block.advance(to: year)
      results.append(block.evaluation, people: block.people)
    }
    return results
  }
}

/// A block of members on its way through the years.
struct Block: Sendable {
  private let plan: Plan
  private let inputs: Demography.YearInputs
  /// Nil when the run is about the population alone.
  private let ability: AbilityModel?
  /// Residents, and the registered where they are known.
  private(set) var people: [People]
  private var drivers: Evaluation
  var evaluation: Evaluation

  init(_ plan: Plan, layout: LaneLayout) {
    self.plan = plan
    let city = plan.city
    inputs = Demography.YearInputs(
      areas: city.areas, layout: layout, parameters: plan.parameters, schedules: city.schedules, tables: city.rates)
    let residents = People(.resident, districts: city.residents, layout: layout)
    people = [residents]
    if !city.registered.isEmpty { people.append(People(.registered, districts: city.registered, layout: layout)) }
    ability =
      plan.model.extent == .population
      ? nil
      : AbilityModel(
        residents, parameters: plan.parameters, schedules: city.schedules, areas: city.areas, baseYear: city.baseYear)
    func evaluation(of program: Program) -> Evaluation {
      Evaluation(
        program, areas: city.areas, layout: layout, baseYear: city.baseYear, observations: plan.observations)
    }
    drivers = evaluation(of: plan.drivers)
    self.evaluation = evaluation(of: plan.program)
  }

  /// Carries everything from the end of the year before to the end of this year.
  mutating func advance(to year: Year) throws(AccountingError) {
    drivers.evaluate(year, parameters: plan.parameters.all, measures: [])
    let survivorship = inputs.survivorship(drivers, year)
    var measures = MeasureTable(areas: plan.city.areas, layout: inputs.layout)
    for index in people.indices {
      let rates = inputs.rates(of: people[index].kind, survivorship, drivers, year)
      let flows = year > plan.city.baseYear ? try step(&people[index], rates, year) : nil
      guard people[index].kind == .resident else { continue }
      measures.fill(rates.survivorship)
      if let flows { measures.fill(flows) }
    }
    measures.fill(people)
    if let ability {
      measures.fill(ability, people[0], year)
      try measures.requireLevelsAddUp(year)
    }
    evaluation.evaluate(year, parameters: plan.parameters.all, measures: measures.values)
  }

  private func step(_ people: inout People, _ rates: CohortRates, _ year: Year) throws(AccountingError) -> CohortFlows {
    let anchors = Demography.anchors(
      people.kind, plan.observations, city: plan.city.areas.cityIndex, year)
    try inputs.requireComplete(rates, of: people.kind, anchors: anchors, year)
    return try people.step(rates, anchors: anchors, year: year)
  }
}
