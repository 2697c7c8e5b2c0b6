import Domain
import Formulas
import NumericCore

/// What one cause of the differences between worlds drew in each of them.
public struct WorldCause: Sendable {
  public enum Origin: Hashable, Sendable {
    /// An input drawn once a world, or what of it its group leaves, by path.
    case input(String)
    /// What the inputs of a group have in common.
    case group(String)
    /// The errors of published figures of an indicator, one for each area that has one.
    case figure(String)
    /// The ages of the base year's people, as far as districts share their errors.
    case people(PopulationKind)
    /// What wanders from year to year, by the path of the parameter it moves.
    case process(String)
  }

  public let origin: Origin
  /// Shape `[number][world]`, the worlds that count in their order.
  public let columns: [[Double]]

  /// Whether it is chance, as against what is not known.
  public var isChance: Bool {
    if case .process = origin { true } else { false }
  }
}

/// What drew the worlds of a run, number by number, as they were drawn.
public struct WorldCauses: Sendable {
  /// The numbers of the worlds that count.
  public let members: [Int]
  /// What is drawn once a world.
  public let standing: [WorldCause]
  /// For each process of the city, its deviations, shape `[year][world]` from a first year on.
  private let wandering: [(path: String, first: Year, deviations: [[Double]])]
  private let baseYear: Year
  /// What the numbers of a cause are of, where there are several: areas of figures, ages of people.
  private let parts: [WorldCause.Origin: [String]]

  /// - Parameter most: of how many worlds at most, the first; all where nothing is said.
  /// - Returns: Nil for a run without worlds.
  public init?(_ results: Results, atMost most: Int = .max) {
    guard let ensemble = results.ensemble, ensemble.draws > 0, let worlds = try? results.plan.worlds() else {
      return nil
    }
    self.init(worlds, results.plan, ensemble, atMost: most)
  }

  init(_ worlds: Worlds, _ plan: Plan, _ ensemble: EnsembleResults, atMost most: Int) {
    let lanes = LaneVector.scalarCount
    let members = Array(ensemble.worlds.prefix(most))
    self.members = members
    baseYear = worlds.years.lowerBound
    let firsts = stride(from: 1, through: UInt64(members.last ?? 0), by: lanes)
    /// Numbers of all worlds that count, from those of eight on end.
    func column(_ numbers: (_ first: UInt64) -> LaneVector) -> [Double] {
      let blocks = firsts.map(numbers)
      return members.map { blocks[($0 - 1) / lanes][($0 - 1) % lanes] }
    }
    func standing(_ name: String) -> [Double] {
      let year = worlds.years.lowerBound
      var result = column { worlds.normals(name, year, worlds.areas.cityIndex, $0) }
      for (place, member) in members.enumerated() {
        guard let attempt = ensemble.attempts[member] else { continue }
        let first = UInt64((member - 1) / lanes * lanes) + 1
        result[place] = worlds.normals("\(name).\(attempt)", year, worlds.areas.cityIndex, first)[(member - 1) % lanes]
      }
      return result
    }
    let groups = worlds.uncertain.compactMap(\.group).uniqued()
    let solves = worlds.drawsInputs ? plan.city.solves : []
    let figures = solves.compactMap { plan.observations.value(of: $0.indicator, area: $0.area, year: $0.year) }
      .filter { ($0.error ?? 0) > 0 }
    /// All years of a series share an error.
    func areas(of name: String) -> [Int] { figures.filter { $0.indicator == name }.map(\.area).uniqued() }
    let people = worlds.erring?.shared(in: worlds.areas.cityIndex) ?? []
    /// Numbers that no attempt changes.
    func lasting(_ name: String, in area: Int) -> [Double] {
      column { worlds.normals(name, worlds.years.lowerBound, area, $0) }
    }
    var causes = groups.map { WorldCause(origin: .group($0), columns: [standing("\($0).group")]) }
    causes += worlds.uncertain.map(\.parameter.path).map {
      WorldCause(origin: .input($0), columns: [standing("\($0).interval")])
    }
    causes += figures.map(\.indicator).uniqued().map { name in
      WorldCause(origin: .figure(name), columns: areas(of: name).map { lasting("\(name).error", in: $0) })
    }
    causes += people.map { kind, ages in
      WorldCause(origin: .people(kind), columns: ages.map { lasting($0.name, in: worlds.areas.cityIndex) })
    }
    self.standing = causes
    let ofFigures = figures.map(\.indicator).uniqued().map { name in
      (WorldCause.Origin.figure(name), areas(of: name).map { plan.city.areas[$0].code })
    }
    let ofPeople = people.map { (WorldCause.Origin.people($0.kind), $0.ages.map { "\($0.age)" }) }
    parts = Dictionary(uniqueKeysWithValues: ofFigures + ofPeople)
    let innovations = firsts.map(worlds.innovations)
    wandering = worlds.drivers.compactMap { driver in
      // What districts have of their own is many numbers, each of little weight in the city.
      guard !driver.process.isByDistrict, driver.heldUntil < worlds.years.upperBound else { return nil }
      let years = driver.heldUntil + 1...worlds.years.upperBound
      let place = worlds.correlated.firstIndex(of: driver.process.name)
      let blocks = zip(firsts, innovations).map { first, innovations in
        worlds.deviations(driver, worlds.areas.cityIndex, first) { year in
          place.map { innovations[(year - worlds.years.lowerBound) * worlds.correlated.count + $0] }
            ?? worlds.normals(driver.process.name, year, worlds.areas.cityIndex, first)
        }
      }
      let deviations = (0..<years.count).map { year in
        members.map { blocks[($0 - 1) / lanes][year][($0 - 1) % lanes] }
      }
      return (driver.process.parameter.path, years.lowerBound, deviations)
    }
  }

  /// Everything drawn, number by number: what is drawn once a world in the base year, processes year by year.
  public var drawn: [(origin: WorldCause.Origin, part: String?, year: Year, numbers: [Double])] {
    var result: [(origin: WorldCause.Origin, part: String?, year: Year, numbers: [Double])] = []
    for cause in standing {
      let names = parts[cause.origin]
      for (place, column) in cause.columns.enumerated() {
        result.append((cause.origin, names?[place], baseYear, column))
      }
    }
    for process in wandering {
      for (place, column) in process.deviations.enumerated() {
        result.append((.process(process.path), nil, process.first + place, column))
      }
    }
    return result
  }

  /// The causes of differences in a year: of a process its deviation in that year, what came together before, and the
  /// most that it had come to, which is what levels go by that only rise.
  public func until(_ year: Year) -> [WorldCause] { standing + wandering(until: year) }

  /// Of them the processes.
  public func wandering(until year: Year) -> [WorldCause] {
    wandering.compactMap { process in
      guard year >= process.first else { return nil }
      let past = process.deviations.prefix(year - process.first + 1)
      let last = past.last ?? []
      var (sum, highest) = (Array(repeating: 0.0, count: last.count), Array(repeating: 0.0, count: last.count))
      for deviations in past.dropLast() {
        for world in last.indices {
          sum[world] += deviations[world]
          highest[world] = max(highest[world], sum[world])
        }
      }
      return WorldCause(origin: .process(process.path), columns: past.count > 1 ? [last, sum, highest] : [last])
    }
  }
}

extension Plan {
  /// The figures of the city of which it is said where their interval comes from: money, care, and people, in the first
  /// year to budget for, every fifth year after what is known, and the last.
  public var headlines: [Outcome] {
    let first = budgetYears(1)?.lowerBound
    let fifths = years.filter { $0 % 5 == 0 && $0 > max(knownUntil, first ?? knownUntil) }
    let shown = Set([first, years.upperBound].compactMap(\.self) + fifths).filter { $0 > city.baseYear }.sorted()
    return Model.headlines.flatMap { name in shown.map { Outcome(name, area: city.areas.cityIndex, year: $0) } }
  }
}
