import Care
import Domain
import Fiscal
import Formulas
import NumericCore
import Population

/// A scenario at many points, for some outcomes: eight points make a block.
public struct PointRun: Sendable {
  let plan: Plan
  /// The points named when the run was made; others may follow that change nothing else.
  private let source: Points
  private let outcomes: [Outcome]
  let central: CentralRun
  private let scope: Program.Scope
  private let books: BudgetBooks
  /// Whether points have people of their own.
  let moveKernels: Bool
  /// Positions of the parameters that kernels read.
  private let readByKernels: Set<Int>
  private let results: Results
  /// Where indicators stand in the program, by name.
  private let places: [String: Int]

  /// - Parameter points: have among them every parameter, district, date and way of change that any point will have;
  ///   further points may be given to ``values(of:threads:)``.
  /// - Throws: ``ResolutionError``, ``RunError`` where the scenario by itself comes to nothing.
  public init(_ city: City, _ scenario: Scenario, points: [Point], outcomes: [Outcome]) throws {
    let whole = try Plan(city, scenario, or: points.flatMap(\.changes))
    let limited = whole.limited(to: outcomes)
    let (plan, central) = try limited.funded(keepingMeasures: true)
    self.plan = plan
    self.central = central
    self.outcomes = outcomes
    let source = Points(plan, points)
    self.source = source
    results = Results(plan, central)
    places = Dictionary(uniqueKeysWithValues: plan.program.indicators.enumerated().map { ($1.name, $0) })
    moveKernels =
      plan.kernels > .none && source.firstYear(moving: Plan.readByKernels) != nil
    readByKernels = Set(Plan.readByKernels.compactMap { plan.parameters.position(of: $0) })
    let decisions = plan.readsFund ? plan.model.decisions.compactMap { plan.parameters.position(of: $0) } : []
    scope = Program.Scope(plan.program, varying: source.moved.union(decisions), measures: moveKernels)
    let evaluation = Evaluation(
      plan.program, areas: city.areas, baseYear: city.baseYear, held: plan.held, scope: scope)
    books = BudgetBooks(plan, evaluation)
  }

  /// The values of every point, in the order of the outcomes; not a number where there is none.
  ///
  /// A point that fails keeps none of the others from their values.
  public func values(threads: Int = 1) async -> [Result<[Double], PointFailure>] {
    await values(of: source.points, threads: threads)
  }

  /// The values of some points, each the same whichever others there are.
  ///
  /// - Parameter points: change nothing that no point of the run's own changes, and in the same ways.
  public func values(of points: [Point], threads: Int = 1) async -> [Result<[Double], PointFailure>] {
    let source = source.taking(points)
    let lanes = LaneVector.scalarCount
    let blocks = (source.points.count + lanes - 1) / lanes
    // A block tells of its failures point by point, and never fails itself.
    let parts = try? await concurrently(0..<blocks, threads: threads) { block throws(RunError) in
      self.block(source, block * lanes)
    }
    return (parts ?? []).flatMap(\.self)
  }

  /// The points of a block from one on.
  private func block(_ source: Points, _ first: Int) -> [Result<[Double], PointFailure>] {
    let places = first..<min(first + LaneVector.scalarCount, source.points.count)
    let tables = places.map(source.table)
    let failures = tables.map { table -> PointFailure? in
      if case .failure(let failure) = table { failure } else { nil }
    }
    let positions = Points.positions(tables.map { try? $0.get() })
    return results(
      of: source.beside(tables), failures, projecting: moveKernels && !readByKernels.isDisjoint(with: positions))
  }

  /// All lanes together; where that fails, lane by lane, to know which.
  private func results(
    of table: ResolvedTable, _ failures: [PointFailure?], projecting: Bool
  ) -> [Result<[Double], PointFailure>] {
    let lanes = failures.indices
    if let found = try? evaluated(table, lanes: lanes.count, projecting) {
      return lanes.map { lane in
        failures[lane].map { .failure($0) } ?? .success(found.map { $0[lane] })
      }
    }
    return lanes.map { lane in
      if let failure = failures[lane] { return .failure(failure) }
      do throws(RunError) {
        return .success(try evaluated(table.lane(lane), lanes: 1, projecting).map { $0[lane] })
      } catch {
        return .failure(.run(error))
      }
    }
  }

  /// The outcomes of a block's lanes.
  ///
  /// - Parameters:
  ///   - lanes: how many of them count; the fund decides for these.
  ///   - projecting: whether any has people of its own.
  private func evaluated(
    _ table: ResolvedTable, lanes: Int, _ projecting: Bool
  ) throws(RunError) -> [LaneVector] {
    let shared = projecting ? nil : plan.years.map { central.measures(of: $0) }
    guard plan.readsFund, let fund = plan.model.budget?.fund, !fund.fundable.isEmpty, plan.years.count > 1 else {
      return try pass(table, measures: shared).outcomes
    }
    // What lines cost does not depend on who pays: first without the fund, then under what each lane decides.
    let first = try pass(plan.undecided(table), measures: shared, figuresOf: fund)
    let decided = try LaneDecisions(plan, fund, table, first.figures, lanes: lanes).table
    return try pass(decided, measures: first.measures).outcomes
  }

  private struct Pass {
    var outcomes: [LaneVector]
    /// What kernels found, shape `[year]`.
    var measures: [[LaneVector]] = []
    /// What the fund goes by, shape `[year][name][area]`.
    var figures: [[[LaneVector]]] = []
  }

  /// The years one after another.
  ///
  /// - Parameter measures: what the kernels find, shape `[year]`, where that is known; nil to find it.
  private func pass(
    _ table: ResolvedTable, measures: [[LaneVector]]?, figuresOf fund: Fund? = nil
  ) throws(RunError) -> Pass {
    var pass = Pass(outcomes: Array(repeating: .zero, count: outcomes.count), measures: measures ?? [])
    var block = Block(plan, table, scope: scope, books: books, differingFrom: central, yields: false)
    for (place, year) in plan.years.enumerated() {
      if let measures {
        block.evaluate(year, on: measures[place])
        if year > plan.city.baseYear { try block.requireBooks(year) }
      } else {
        try block.advance(to: year)
        pass.measures.append(block.measures)
      }
      for (index, outcome) in outcomes.enumerated() where outcome.year == year {
        pass.outcomes[index] = value(outcome.indicator, outcome.area, year, block)
      }
      if let fund {
        pass.figures.append(
          LaneDecisions.names(fund).map { name in
            (0..<plan.city.areas.count).map { value(name, $0, year, block) }
          })
      }
    }
    return pass
  }

  /// What an indicator comes to in every lane: the central member's where it does not differ.
  private func value(_ name: String, _ area: Int, _ year: Year, _ block: Block) -> LaneVector {
    guard let index = places[name] else { preconditionFailure("unknown indicator \(name)") }
    if plan.program.varies(index, in: scope) { return block.evaluation.value(index, area: area) }
    return LaneVector(repeating: results.step(name, area: area, year: year) ?? .nan)
  }
}
