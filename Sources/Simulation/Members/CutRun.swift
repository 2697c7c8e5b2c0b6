import Domain
import Formulas
import NumericCore
import Population

/// Numbers under two scenarios or in two years, with what stands where their graph is cut, member by member.
public struct CutRun: Sendable {
  /// What stands at the leaves of one side, shape `[leaf][area]`, and how many people there are.
  public struct Leaves: Sendable {
    public let values: [LaneVector]
    /// By area.
    public let residents: [LaneVector]
    public let registered: [LaneVector]
    /// Residents aged 60 and over, whom the ability levels divide.
    public let elderly: [LaneVector]
  }

  /// Members side by side, of which the first so many count.
  public struct Block: Sendable {
    public let start: Leaves
    public let end: Leaves
    public let lanes: Int
  }

  /// Why numbers cannot be held against each other.
  public enum Unlike: Error, Equatable, Sendable {
    /// The scenarios' changes make programs of different formulas.
    case programs
    case run(RunError)
    case worlds(WorldsError)
  }

  fileprivate struct Side: Sendable {
    let plan: Plan
    let central: CentralRun
    let year: Year
  }

  /// The names of the numbers.
  public let indicators: [String]
  public let graph: CutGraph
  public let area: Int
  private let start: Side
  private let end: Side
  /// Whether both are years of one scenario.
  private let isOneRun: Bool

  /// Indicators of an area in two years of a scenario.
  public init(_ indicators: [String], area: Int, _ plan: Plan, from first: Year, to last: Year) throws(Unlike) {
    let (plan, central) = try CutRun.funded(plan, indicators, area, max(first, last))
    self.init(
      indicators, area, Side(plan: plan, central: central, year: first),
      Side(plan: plan, central: central, year: last), isOneRun: true)
  }

  /// Indicators of an area in a year of two scenarios for one city, each planned for the other's changes as well.
  public init(
    _ indicators: [String], area: Int, year: Year, from first: Plan, to second: Plan
  ) throws(Unlike) {
    let (one, other) = (
      try CutRun.funded(first, indicators, area, year), try CutRun.funded(second, indicators, area, year)
    )
    guard one.plan.program.hasFormulas(of: other.plan.program) else { throw .programs }
    self.init(
      indicators, area, Side(plan: one.plan, central: one.central, year: year),
      Side(plan: other.plan, central: other.central, year: year), isOneRun: false)
  }

  private static func funded(
    _ plan: Plan, _ indicators: [String], _ area: Int, _ year: Year
  ) throws(Unlike) -> (plan: Plan, central: CentralRun) {
    do {
      return try plan.limited(to: indicators.map { Outcome($0, area: area, year: year) })
        .funded(keepingMeasures: true)
    } catch { throw .run(error) }
  }

  private init(_ indicators: [String], _ area: Int, _ start: Side, _ end: Side, isOneRun: Bool) {
    let sides = [start, end]
    guard
      let graph = CutGraph(
        start.plan.program, of: indicators, areas: start.plan.city.areas,
        held: sides.map { ($0.plan.held, $0.year) }, isBase: sides.contains { $0.year == $0.plan.city.baseYear })
    else { preconditionFailure("the indicators are the plan's") }
    self.indicators = indicators
    self.graph = graph
    self.area = area
    self.start = start
    self.end = end
    self.isOneRun = isOneRun
  }

  /// The central member alone, in every lane.
  public var central: Block {
    func leaves(_ side: Side) -> Leaves {
      let record = side.central.end(of: side.year).record
      return Leaves(
        graph.leafValues(among: record).map { LaneVector(repeating: $0) },
        measures: side.central.measures(of: side.year), side.plan)
    }
    return Block(start: leaves(start), end: leaves(end), lanes: 1)
  }

  /// The same worlds on both sides, eight a block; blocks in which a world comes to nothing are left out.
  public func worlds(_ draws: Int, threads: Int) async throws(Unlike) -> [Block] {
    let lanes = LaneVector.scalarCount
    do {
      let starts = try start.work()
      let ends = isOneRun ? starts : try end.work()
      let years = (start: start.year, end: end.year)
      let blocks = try await concurrently(0..<(draws + lanes - 1) / lanes, threads: threads) {
        block throws(RunError) -> Block? in
        let order = LaneOrder(first: UInt64(block * lanes) + 1, lanes: Array(0..<lanes))
        let wanted = self.isOneRun ? [years.start, years.end] : [years.start]
        guard let first = try? starts.leaves(order, self.graph, wanted) else { return nil }
        guard let second = self.isOneRun ? first : try? ends.leaves(order, self.graph, [years.end]) else { return nil }
        guard let from = first[years.start], let to = second[years.end] else { return nil }
        return Block(start: from, end: to, lanes: min(lanes, draws - block * lanes))
      }
      return blocks.compactMap { $0 }
    } catch let error as WorldsError {
      throw .worlds(error)
    } catch let error as RunError {
      throw .run(error)
    } catch {
      preconditionFailure("worlds fail in no other way")
    }
  }
}

extension CutRun.Side {
  /// Blocks that compute and keep every operation.
  fileprivate func work() throws -> ChunkWork {
    try ChunkWork(
      plan, try plan.worlds().solving(plan), central, EnsembleOptions(draws: LaneVector.scalarCount),
      scope: Program.Scope(everythingOf: plan.program))
  }
}

extension ChunkWork {
  /// What stands at the leaves of a graph in some years of a block's worlds.
  fileprivate func leaves(
    _ order: LaneOrder, _ graph: CutGraph, _ years: [Year]
  ) throws(RunError) -> [Year: CutRun.Leaves] {
    var order = order
    var block = try leadingBlock(&order)
    var found: [Year: CutRun.Leaves] = [:]
    for year in plan.years where year <= years.max() ?? year {
      try block.advance(to: year)
      guard years.contains(year) else { continue }
      let values = block.evaluation.withValues { graph.leafValues(among: $0) }
      found[year] = CutRun.Leaves(values, measures: block.measures, plan)
    }
    return found
  }
}

extension CutRun.Leaves {
  /// - Parameter measures: shape `[measure][area]`.
  fileprivate init(_ values: [LaneVector], measures: [LaneVector], _ plan: Plan) {
    let areas = plan.city.areas.count
    func people(_ measure: Measure) -> [LaneVector] {
      guard let place = Model.measures.firstIndex(of: measure), !measures.isEmpty else {
        return Array(repeating: LaneVector(repeating: .nan), count: areas)
      }
      return Array(measures[place * areas..<(place + 1) * areas])
    }
    self.values = values
    residents = people(Demography.residents)
    registered = people(Demography.registeredMeasure)
    elderly = people(Demography.aged60PlusMeasure)
  }
}
