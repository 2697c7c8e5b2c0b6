import Domain
import Formulas
import NumericCore
import Population

/// Solves inputs in every world so that published figures hold there, on the dataset's own values.
///
/// What chance draws for a figure's own error comes first; then the inputs move by secants until the model says what
/// was published, each as soon as those it depends on have arrived.
struct WorldSolver: Sendable {
  /// What the worlds of a block solve.
  struct Solution: Sendable {
    /// By the path of the input.
    var moves: [String: [SolvedMove]] = [:]
    /// Of which figures each lane's input came to an end of what it can be, by place among the pairs.
    var unmet: [[Bool]] = []
    /// The first years of the worlds' people, on the dataset's own values.
    var opening: BlockOpening?
  }

  let pairs: [Pair]
  /// Where their inputs stand among the parameters.
  private let positions: [Int]
  private let moved: Set<Int>
  private let plan: Plan
  private let central: CentralRun
  private let scope: Program.Scope
  private let books: BudgetBooks
  /// No years of what follows from the inputs, yet.
  private let trials: Trials
  /// Where the figures' indicators stand in the program.
  private let indicators: [Int]
  /// Which figures each waits for.
  private let awaited: [[Int]]

  private static let mostPasses = 20

  /// - Parameter moved: paths of the parameters that draws move.
  /// - Returns: nil where no figure that is known settles an input.
  /// - Throws: ``ResolutionError``, ``RunError``.
  init?(_ whole: Plan, moved paths: Set<String>) throws {
    let known = Pair.all(of: whole)
    guard let last = known.map(\.solve.year).max() else { return nil }
    let city = whole.city.replacing(whole.city.values, hiding: known.map(\.solve))
    let scenario = Scenario(
      name: city.name, title: nil, horizon: city.baseYear...max(last, city.baseYear + 1), knownUntil: whole.knownUntil,
      seed: whole.scenario.seed, overrides: [])
    let outcomes = known.map { Outcome($0.solve.indicator, area: $0.solve.area, year: $0.solve.year) }
    let plan = try Plan(city, scenario).limited(to: outcomes)
    self.plan = plan
    let table = plan.parameters
    pairs = known
    positions = known.map { pair in table.all.firstIndex { $0.parameter.path == pair.solve.input } ?? 0 }
    let read = plan.computedFrom
    moved = Set(
      table.all.indices.filter { place in
        let path = table.all[place].parameter.path
        return paths.contains(path) && read.contains(path)
      })
    central = try CentralRun(plan).settled().lightened(from: plan.years.lowerBound)
    scope = Program.Scope(plan.program, varying: moved.union(positions), keepingFor: Set(positions))
    let evaluation = Evaluation(
      plan.program, areas: city.areas, baseYear: city.baseYear, held: plan.held, scope: scope)
    books = BudgetBooks(plan, evaluation)
    trials = Trials(evaluation, moving: Set(positions), from: plan.years.lowerBound)
    awaited = WorldSolver.order(known, plan.program)
    indicators = known.map { pair in plan.program.indicators.firstIndex { $0.name == pair.solve.indicator } ?? 0 }
  }

  /// Solves a block of worlds.
  ///
  /// - Parameters:
  ///   - draws: what chance says of their inputs.
  ///   - people: those of the base year, where they differ between worlds.
  ///   - errors: standard normal numbers for the error of each figure, by place among the pairs.
  ///   - refusing: hears which lane's inputs cannot go together, if that is why it throws.
  func solution(
    _ draws: BlockDraws, people: [People]?, errors: [LaneVector], refusing: (_ lane: Int) -> Void
  ) throws(RunError) -> Solution {
    let table = plan.resolver.resolve(plan.parameters, moved: moved, by: draws)
    var first = Block(
      plan, table, scope: scope, books: books, differingFrom: central, people: people, yields: true)
    var years: BlockOpening.Years = [:]
    var trials = trials
    do throws(RunError) {
      for year in plan.years {
        try first.advance(to: year)
        years[year] = (first.measures, first.people)
        trials.keep(first.evaluation)
      }
    } catch {
      if let lane = first.refusedLane { refusing(lane) }
      throw error
    }
    var found = self.found(in: trials)
    var search = Search(zip(pairs, errors).map { $0.target($1) }, awaiting: awaited)
    var passes = 0
    var trial = table
    while passes < WorldSolver.mostPasses, search.take(found) {
      passes += 1
      let moves = zip(pairs, search.distances).map { $0.moved(by: $1) }
      trial.move(zip(positions, moves).map { ($0, $1) }, from: table, city: plan.city.areas.cityIndex)
      trials.compute(trial.all)
      found = self.found(in: trials)
    }
    search.judge(found)
    var solution = Solution(unmet: search.unmet, opening: first.opening(years))
    for (pair, distance) in zip(pairs, search.distances) {
      solution.moves[pair.solve.input, default: []] += pair.moved(by: distance)
    }
    return solution
  }

  /// What the model says of every figure.
  private func found(in trials: Trials) -> [LaneVector] {
    zip(pairs, indicators).map { trials.value($1, area: $0.solve.area, $0.solve.year) }
  }
}
