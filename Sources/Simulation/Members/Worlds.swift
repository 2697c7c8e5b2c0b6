import Domain
import Formulas
import NumericCore
import Population

/// The uncertain drivers of a plan, and how a world is drawn from them.
///
/// A world is known by its number. What is drawn for it depends on the seed, the
/// number, the year, the area and the driver's name, and on nothing else drawn.
package struct Worlds: Sendable {
  /// A process with the values of its coefficients.
  struct Driver: Sendable {
    let process: Process
    let persistence: Double
    let deviation: Double
    let opening: Double
    let yearly: Double
    let reversal: Double
    /// The last year in which the series it moves is published.
    let heldUntil: Year
    /// The deviation in that year, where it is known.
    let start: Double
  }

  let seed: UInt64
  let areas: Areas
  let years: ClosedRange<Year>
  /// Processes that move something.
  let drivers: [Driver]
  /// Every process of the city, whether it moves something or not, so that one that is switched off leaves the
  /// innovations of the others as they are.
  let correlated: [String]
  /// The lower triangle that correlates their innovations, in their order.
  let factor: Matrix?
  /// Inputs that are drawn from intervals about them.
  let uncertain: [DrawnInput]
  /// Inputs from which each district deviates.
  let deviating: [DeviatingInput]
  /// The people of the base year; nil where they are as the dataset has them.
  let erring: ErringPeople?
  /// Positions of the parameters that vary.
  let moved: Set<Int>
  /// Inputs that published figures settle in every world; nil before ``solving(_:)``, and where there are none.
  private var solver: WorldSolver?
  /// Positions of shares of one whole of which some move.
  private let wholes: [[Int]]
  private let resolver: Resolver
  private let central: ResolvedTable

  /// - Throws: ``WorldsError/impossibleCorrelation(_:)`` when no worlds have the correlations asked for.
  init(_ plan: Plan, resolver: Resolver, values: [String: ParameterValues]) throws(WorldsError) {
    seed = plan.scenario.seed
    areas = plan.city.areas
    years = plan.years
    self.resolver = resolver
    central = plan.parameters
    drivers = plan.model.processes.map { Driver($0, plan) }.filter(\.moves)
    correlated = plan.model.processes.filter { !$0.isByDistrict }.map(\.name)
    factor = try Worlds.factor(correlated, plan.city.correlations)
    uncertain = DrawnInput.all(of: plan)
    deviating = DeviatingInput.all(of: plan)
    erring = ErringPeople(plan)
    let inputs = uncertain.map(\.parameter.path) + deviating.map(\.parameter.path)
    let sources = Set(self.drivers.map(\.process.parameter.path) + inputs)
    let moved = plan.followers(of: sources, values)
    self.moved = moved
    wholes = plan.model.wholes.map { $0.compactMap(plan.parameters.position(of:)) }.filter {
      !moved.isDisjoint(with: $0)
    }
  }

  /// The Cholesky factor of the correlations between processes.
  private static func factor(_ names: [String], _ correlations: [Correlation]) throws(WorldsError) -> Matrix? {
    guard !names.isEmpty else { return nil }
    let relevant = correlations.filter { names.contains($0.first) && names.contains($0.second) }
    func attempt(without index: Int?) -> Result<Matrix, LinearAlgebraError> {
      var matrix = Matrix.identity(names.count)
      for (position, correlation) in relevant.enumerated() where position != index {
        guard let a = names.firstIndex(of: correlation.first), let b = names.firstIndex(of: correlation.second) else {
          continue
        }
        matrix[a, b] = correlation.value
        matrix[b, a] = correlation.value
      }
      do { return .success(try choleskyFactor(matrix)) } catch { return .failure(error) }
    }
    switch attempt(without: nil) {
    case .success(let factor): return factor
    case .failure(let error):
      // The strongest of those without which the rest would hold together; where there is none, the strongest that
      // binds the first process that cannot go with those before it.
      let strongest = relevant.indices.sorted { abs(relevant[$0].value) > abs(relevant[$1].value) }
      let offending = strongest.first { if case .success = attempt(without: $0) { true } else { false } }
      guard case .notPositiveDefinite(let pivot) = error else { return nil }
      let before = names[...pivot]
      let bound = strongest.first {
        let pair = [relevant[$0].first, relevant[$0].second]
        return pair.contains(names[pivot]) && pair.allSatisfy(before.contains)
      }
      guard let index = offending ?? bound else { return nil }
      throw .impossibleCorrelation(relevant[index])
    }
  }

  var drawsInputs: Bool { !uncertain.isEmpty || erring != nil }
  var yields: Bool { true }
  var solves: [Solve] { solver?.pairs.map(\.solve) ?? [] }

  /// The same worlds with inputs solved where published figures settle them.
  ///
  /// - Parameter others: worlds of the same data known until the same year; where they draw the same inputs, how they
  ///   solve serves these, too, since a scenario acts on what is solved.
  /// - Throws: ``ResolutionError``, ``RunError``.
  func solving(_ plan: Plan, as others: Worlds? = nil) throws -> Worlds {
    guard drawsInputs else { return self }
    var worlds = self
    if let others, others.movedPaths == movedPaths {
      worlds.solver = others.solver
    } else {
      worlds.solver = try WorldSolver(plan, moved: movedPaths)
    }
    return worlds
  }

  private var movedPaths: Set<String> { Set(moved.map { central.all[$0].parameter.path }) }

  func settle(_ order: inout LaneOrder) throws(RunError) {
    guard let solver, order.solved == nil else { return }
    while true {
      var draws = draws(order)
      order.draws = draws
      for pair in solver.pairs { draws.solved[pair.solve.input, default: []] += pair.moves }
      let errors = solver.pairs.map { error(of: $0.figure, order) }
      var refused: Int?
      do throws(RunError) {
        order.solved = try solver.solution(draws, people: people(order), errors: errors) { refused = $0 }
        return
      } catch {
        guard let lane = refused, order.canDrawAgain(lane: lane) else { throw error }
        order.drawAgain(lane: lane)
      }
    }
  }

  /// The first year in which any of these parameters varies; nil where none does.
  func firstYear(moving parameters: [Parameter]) -> Year? {
    let paths = Set(parameters.map(\.path))
    let held = drivers.filter { paths.contains($0.process.parameter.path) }.map(\.heldUntil)
    let inputs = (uncertain.map(\.parameter.path) + deviating.map(\.parameter.path))
    if erring != nil || inputs.contains(where: paths.contains) { return years.lowerBound }
    return held.min().map { $0 + 1 }
  }

  /// The parameters of a block of members.
  package func parameters(firstMember: UInt64) -> ResolvedTable {
    resolved(draws(firstMember: firstMember))
  }

  /// The parameters where these numbers are drawn.
  func resolved(_ draws: BlockDraws) -> ResolvedTable { resolver.resolve(central, moved: moved, by: draws) }

  /// The parameters of a block that holds some of eight neighbours.
  func parameters(_ order: LaneOrder) -> ResolvedTable {
    var draws = order.draws ?? draws(order)
    draws.solved = order.solved?.moves ?? [:]
    return resolver.resolve(central, moved: moved, by: draws).keepingWholes(wholes, areas: areas)
  }
}

/// Uncertainty that cannot be.
public enum WorldsError: Error, Equatable, Sendable {
  /// No worlds have this correlation beside the others.
  case impossibleCorrelation(Correlation)
}

extension Worlds.Driver {
  fileprivate init(_ process: Process, _ plan: Plan) {
    self.process = process
    func value(_ coefficient: Process.Coefficient) -> Double {
      guard let given = process.coefficients.first(where: { $0.coefficient == coefficient }) else { return 0 }
      let value = plan.parameters.value(given.parameter, in: plan.city.areas.cityIndex, plan.city.baseYear).first
      return value.isNaN ? 0 : value
    }
    persistence = value(.persistence)
    deviation = value(.deviation)
    opening = value(.opening)
    yearly = value(.yearly)
    reversal = value(.reversal)
    let city = plan.city.areas.cityIndex
    let published = plan.observations.all.filter {
      $0.indicator == process.heldBy && $0.area == city && $0.evidence.isFirm
    }.map(\.year)
    let known = process.level.map { plan.known($0) } ?? [:]
    heldUntil = max((published + known.keys).max() ?? plan.city.baseYear, plan.city.baseYear)
    if let now = known[heldUntil], let before = known[heldUntil - 1], before > 0 {
      start = now / before - 1 - plan.parameters.value(process.parameter, in: city, heldUntil).first
    } else {
      start = 0
    }
  }

  /// Whether anything of it is left to chance.
  fileprivate var moves: Bool { deviation != 0 || opening != 0 || yearly != 0 }
}

extension Plan {
  /// What was published of the city's values of a parameter by the information date, by year; no estimates.
  fileprivate func known(_ parameter: Parameter) -> [Year: Double] {
    let dated = values[parameter.path]?.city.filter { !$0.evidence.needsRange && $0.known <= knownUntil } ?? []
    return Dictionary(dated.map { ($0.from.year, $0.value) }) { _, last in last }
  }
}
