import Care
import Domain
import Formulas
import NumericCore
import Population

/// A block of members on its way through the years.
struct Block: Sendable {
  let plan: Plan
  private let inputs: Demography.YearInputs
  private let parameters: ResolvedTable
  /// The central member, where the block may take from it what does not vary.
  let central: CentralRun?
  /// The first year in which the population varies.
  private let variesFrom: Year
  /// Nil when the run is about the population alone, and before the base year is there.
  private(set) var abilityModel: AbilityModel?
  private var ability: AbilityState?
  /// Residents, and the registered where they are known.
  private(set) var people: [People]
  /// The year's, in the order of ``people``; nil in the base year.
  private(set) var flows: [CohortFlows?] = []
  private(set) var survivorship: [Survivorship] = []
  /// What the kernels found in the year last computed, shape `[measure][area]`.
  private(set) var measures: [LaneVector] = []
  private var drivers: Evaluation
  private(set) var evaluation: Evaluation
  private let books: BudgetBooks
  /// The first years of its people, where another block has computed them.
  private var opening: BlockOpening?
  /// Whether what cannot go together gives way.
  private let yields: Bool
  /// The year at whose end everything stands.
  private var year: Year?
  /// The lane whose inputs cannot go together all the same.
  private(set) var refusedLane: Int?

  /// A block that computes everything from the base year on.
  init(_ plan: Plan, _ parameters: ResolvedTable) {
    self.init(plan, parameters, nil, nil, central: nil, variesFrom: plan.years.lowerBound)
    people = plan.openingPeople
  }

  /// Members that leave the central one after the base year.
  init(
    _ plan: Plan, _ parameters: ResolvedTable, scope: Program.Scope, books: BudgetBooks, from central: CentralRun,
    variesFrom: Year
  ) {
    self.init(plan, parameters, scope, books, central: central, variesFrom: variesFrom)
    let base = plan.years.lowerBound
    let start = central.end(of: base)
    people = start.people
    abilityModel = central.ability
    ability = abilityModel?.opening(people[0])
    evaluation.start(from: start.record)
    drivers.evaluate(base, parameters: parameters.all, measures: [])
  }

  /// Members whose people are those of another block: only formulas are evaluated, on what its kernels find.
  init(
    _ plan: Plan, _ parameters: ResolvedTable, scope: Program.Scope? = nil, books: BudgetBooks? = nil,
    evaluatingFrom central: CentralRun
  ) {
    self.init(plan, parameters, scope, books, central: central, variesFrom: plan.years.lowerBound)
    evaluation.start(from: central.end(of: plan.years.lowerBound).record)
  }

  /// The same whose people are those of another block.
  init(
    _ plan: Plan, _ parameters: ResolvedTable, scope: Program.Scope, books: BudgetBooks,
    followingBeside central: CentralRun
  ) {
    self.init(plan, parameters, scope, books, central: central, variesFrom: plan.years.lowerBound)
  }

  /// Members that differ from the base year on; from the central member comes what does not vary.
  ///
  /// - Parameters:
  ///   - people: those of the base year, where they differ, too.
  ///   - opening: what their people were in the first years, where that is known.
  init(
    _ plan: Plan, _ parameters: ResolvedTable, scope: Program.Scope, books: BudgetBooks,
    differingFrom central: CentralRun, people differing: [People]? = nil, yields: Bool,
    after opening: BlockOpening? = nil
  ) {
    self.init(
      plan, parameters, scope, books, central: central, variesFrom: plan.years.lowerBound, yields: yields)
    if let opening {
      self.opening = opening
      (abilityModel, ability, drivers) = (opening.abilityModel, opening.ability, opening.drivers)
    }
    people = differing ?? central.end(of: plan.years.lowerBound).people
  }

  private init(
    _ plan: Plan, _ parameters: ResolvedTable, _ scope: Program.Scope?, _ books: BudgetBooks?, central: CentralRun?,
    variesFrom: Year, yields: Bool = false
  ) {
    self.plan = plan
    self.yields = yields
    self.parameters = parameters
    self.central = central
    self.variesFrom = variesFrom
    let city = plan.city
    inputs = Demography.YearInputs(
      areas: city.areas, parameters: parameters, schedules: city.schedules, tables: city.rates)
    people = []
    drivers = Evaluation(plan.drivers, areas: city.areas, baseYear: city.baseYear, held: plan.heldDrivers)
    evaluation = Evaluation(plan.program, areas: city.areas, baseYear: city.baseYear, held: plan.held, scope: scope)
    self.books = books ?? BudgetBooks(plan, evaluation)
  }

  /// Its people in the years so far, for another block of the same people.
  func opening(_ years: BlockOpening.Years) -> BlockOpening {
    BlockOpening(abilityModel: abilityModel, ability: ability, drivers: drivers, years: years)
  }

  /// Carries everything from the end of the year before to the end of this year, if it does not stand there already.
  mutating func advance(to year: Year) throws(RunError) {
    guard year != self.year else { return }
    self.year = year
    if let known = opening?.years[year] {
      (people, measures) = (known.people, known.measures)
      evaluate(year, on: measures)
      if year > plan.city.baseYear { try requireBooks(year) }
      return
    }
    do {
      var measures = MeasureTable(areas: plan.city.areas.count)
      if plan.kernels >= .people { try project(to: year, into: &measures) }
      if plan.kernels >= .ability { try assess(year, into: &measures) }
      self.measures = measures.values
      evaluate(year, on: measures.values)
      if year > plan.city.baseYear { try books.require(evaluation, year) }
    } catch let error as AccountingError {
      throw .books(lost(in: year) ?? error)
    } catch let error as AbilityError {
      throw .ability(error)
    } catch {
      preconditionFailure("a year throws nothing else")
    }
  }

  /// Evaluates the formulas of a year on what kernels found, its own or those of a block with the same people.
  mutating func evaluate(_ year: Year, on measures: [LaneVector]) {
    evaluation.evaluate(
      year, parameters: parameters.all, measures: measures, central: central?.end(of: year).record ?? [])
  }

  /// Checks the books of the year last evaluated.
  func requireBooks(_ year: Year) throws(RunError) {
    do { try books.require(evaluation, year) } catch { throw .books(lost(in: year) ?? error) }
  }

  /// Takes the populations to the end of a year and counts them.
  private mutating func project(to year: Year, into measures: inout MeasureTable) throws(AccountingError) {
    drivers.evaluate(year, parameters: parameters.all, measures: [])
    try project(to: year)
    measures.fill(survivorship[0])
    for (people, flows) in zip(people, flows) {
      if let flows { measures.fill(flows, of: people.kind) }
    }
    measures.fill(people)
  }

  /// Takes the populations to the end of a year, or takes them over where they do not vary yet.
  private mutating func project(to year: Year) throws(AccountingError) {
    if let central, year < variesFrom {
      let end = central.end(of: year)
      (people, flows, survivorship) = (end.people, end.flows, end.survivorship)
      return
    }
    let modelled = inputs.survivorship(drivers, year)
    flows = []
    survivorship = []
    for index in people.indices {
      let rates = inputs.rates(of: people[index].kind, modelled, drivers, year)
      flows.append(year > plan.city.baseYear ? try step(&people[index], rates, year) : nil)
      survivorship.append(rates.survivorship)
    }
  }

  private func step(_ people: inout People, _ rates: CohortRates, _ year: Year) throws(AccountingError) -> CohortFlows {
    let anchors = Demography.anchors(people.kind, plan.observations, city: plan.city.areas.cityIndex, year)
    try inputs.requireComplete(rates, of: people.kind, anchors: anchors, year)
    let youngest = people.kind == .registered ? plan.youngestOnRoll : nil
    let survival = youngest.map { people.survival(from: $0 + year - 1 - plan.city.baseYear, rates.survivorship) }
    var flows = try people.step(rates, anchors: anchors, year: year)
    flows.rollSurvival = survival ?? []
    return flows
  }

  /// Takes the residents aged 60 and over through the ability levels.
  private mutating func assess(_ year: Year, into measures: inout MeasureTable) throws {
    let city = plan.city
    if abilityModel == nil {
      abilityModel = try plan.abilityModel(people[0], survivorship[0], parameters, yields) { refusedLane = $0 }
    }
    guard let model = abilityModel else { return }
    if var state = ability, let flows = flows[0] {
      ability = nil  // so that it is changed where it stands
      func trend(_ parameter: Parameter) -> LaneVector {
        parameters.value(parameter, in: city.areas.cityIndex, year).vector
      }
      try model.advance(
        &state, to: people[0], survivorship: survivorship[0], mortalityScale: flows.mortalityScale,
        trends: (trend(Care.onsetTrend), trend(Care.recoveryTrend)), year: year)
      ability = state
    } else {
      ability = model.opening(people[0])
    }
    guard let state = ability else { return }
    measures.fill(model, state, survivorship[0])
    try measures.requireLevelsAddUp(year)
  }
}
