import Care
import Domain
import Formulas
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
      results.append(block.evaluation, people: [block.residents, block.registered])
    }
    return results
  }
}

/// A block of members on its way through the years.
struct Block: Sendable {
  private let plan: Plan
  private let inputs: Demography.YearInputs
  private let ability: AbilityModel
  var residents: People
  var registered: People
  private var drivers: Evaluation
  var evaluation: Evaluation

  init(_ plan: Plan, layout: LaneLayout) {
    self.plan = plan
    let city = plan.city
    inputs = Demography.YearInputs(
      areas: city.areas, layout: layout, parameters: plan.parameters, schedules: city.schedules)
    residents = People(.resident, districts: city.residents, layout: layout)
    registered = People(.registered, districts: city.registered, layout: layout)
    ability = AbilityModel(
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
    if year > plan.city.baseYear {
      let flows = try step(&residents, survivorship, year)
      measures.fill(flows)
      _ = try step(&registered, survivorship, year)
    }
    measures.fill(survivorship)
    measures.fill(residents: residents, registered: registered)
    measures.fill(ability, residents, year)
    try measures.requireLevelsAddUp(year)
    evaluation.evaluate(year, parameters: plan.parameters.all, measures: measures.values)
  }

  private func step(
    _ people: inout People, _ survivorship: Survivorship, _ year: Year
  ) throws(AccountingError) -> CohortFlows {
    try people.step(
      inputs.rates(of: people.kind, survivorship, drivers, year),
      anchors: Demography.anchors(people.kind, plan.observations, city: plan.city.areas.cityIndex, year), year: year)
  }
}
