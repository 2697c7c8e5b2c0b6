import Domain
import Formulas
import Simulation

/// Computes points of a study.
public struct SweepRun: Sendable {
  public let study: Study
  private let city: City
  private let scenario: Scenario
  private let outcomes: [Outcome]
  private let central: PointRun
  /// The scenario itself in single worlds, where chance is an input.
  private let base: WorldRun?
  /// Where members go that do not fit in memory.
  private let sink: (@Sendable () -> (any MemberSink)?)?

  /// - Throws: ``ResolutionError``, ``RunError`` where the scenario by itself comes to nothing.
  public init(
    _ study: Study, _ city: City, _ scenario: Scenario, sink: (@Sendable () -> (any MemberSink)?)? = nil
  ) throws {
    self.study = study
    self.city = city
    self.scenario = scenario
    self.sink = sink
    var seen = Set<Outcome>()
    outcomes = study.outcomes.map(\.outcome).filter { seen.insert($0).inserted }
    central = try PointRun(city, scenario, points: study.points.forms, outcomes: outcomes)
    base =
      if case .chance = study.worlds {
        try WorldRun(Plan(city, scenario.laying([], draws: 1)), outcomes)
      } else { nil }
  }

  /// What has to be computed for a point.
  public var extent: PointRun.Extent { central.extent }

  /// The values of some points in the order of the study's outcomes; not a number where there is none.
  ///
  /// The value of a point depends on nothing but the point.
  public func values(of points: [StudyPoint], threads: Int) async -> [Result<[Double], PointFailure>] {
    if case .chance = study.worlds {
      return await sideBySide(points.count, threads: threads) { place in
        await Result.point { try value(of: points[place]) }
      }
    }
    guard study.worlds != .central else {
      let places = study.outcomes.map { wanted in outcomes.firstIndex(of: wanted.outcome) ?? 0 }
      return await central.values(of: points.map(\.point), threads: threads).map { result in
        result.map { found in places.map { found[$0] } }
      }
    }
    let draws = study.worlds.draws
    return await sideBySide(points.count, threads: threads) { place in
      await values(of: points[place].point, draws: draws, seed: points[place].seed(study, of: scenario))
    }
  }

  private func values(of point: Point, draws: Int, seed: UInt64) async -> Result<[Double], PointFailure> {
    await Result.point {
      let plan = try Plan(city.given(point.given), scenario.laying(point.changes, draws: draws, seed: seed))
      let options = EnsembleOptions(draws: draws, sink: sink?())
      let results = try await plan.limited(to: outcomes).run(options)
      return study.outcomes.map { $0.value(in: results) }
    }
  }

  /// What a point comes to in its world.
  private func value(of point: StudyPoint) throws -> [Double] {
    let changes = point.point
    let plan = try Plan(city.given(changes.given), scenario.laying(changes.changes, draws: 1))
    let run = try WorldRun(plan, study.outcomes.map(\.outcome), beside: changes.given.isEmpty ? base : nil)
    return try run.values(inWorld: point.world ?? 1)
  }

  /// What tells apart models, scenarios, outcomes and worlds: of two runs that agree in it, a point has the same values.
  ///
  /// The data that were read are not in it.
  public func signature() async -> [UInt8] {
    var text = "\(scenario.horizon) \(scenario.knownUntil ?? 0)\n"
    for override in scenario.overrides { text += override.signature }
    for wanted in study.outcomes {
      let (area, outcome) = (city.areas[wanted.outcome.area].code, wanted.outcome)
      text += "outcome \(outcome.indicator) \(outcome.year) \(area) \(wanted.statistic)\n"
    }
    switch study.worlds {
    case .central: text += "central\n"
    // A point says in which world it is computed, not of how many.
    case .chance:
      text += "chance \(scenario.seed)\n"
      for world in 1...8 {
        let values = (try? base?.values(inWorld: world)) ?? []
        text += values.map { "\($0.bitPattern)" }.joined(separator: " ") + "\n"
      }
    case .common(let draws), .own(let draws):
      text += "\(study.worlds) \(scenario.seed)\n"
      // How worlds are drawn shows in some of them.
      if case .success(let values) = await values(of: Point([]), draws: min(draws, 8), seed: scenario.seed) {
        text += values.map { "\($0.bitPattern)" }.joined(separator: " ")
      }
    }
    return [UInt8](text.utf8) + central.fingerprint
  }
}

/// Results of work for every index in their order, some computed side by side.
private func sideBySide<T: Sendable>(
  _ count: Int, threads: Int, _ work: @escaping @Sendable (Int) async -> T
) async -> [T] {
  await withTaskGroup(of: [(Int, T)].self) { group in
    for worker in 0..<min(threads, count) {
      group.addTask {
        var own: [(Int, T)] = []
        for index in stride(from: worker, to: count, by: threads) { own.append((index, await work(index))) }
        return own
      }
    }
    return await group.reduce(into: []) { $0 += $1 }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension Result where Success == [Double], Failure == PointFailure {
  /// What a run that may fail says of a point.
  fileprivate static func point(_ run: () async throws -> [Double]) async -> Self {
    do { return .success(try await run()) } catch { return .failure(PointFailure(error)) }
  }
}

extension PointFailure {
  fileprivate init(_ error: any Error) {
    switch error {
    case let error as ResolutionError: self = .parameters(error)
    case let error as RunError: self = .run(error)
    case let error as WorldsError: self = .worlds(error)
    default: preconditionFailure("a run throws nothing else")
    }
  }
}
