import Domain
import Formulas
import Simulation
import Testing

/// Points of a sweep side by side.
struct PointRunTests {
  private static let origin = Origin(file: "test", line: 1, column: 1)

  private static func change(_ path: String, _ change: Override.Change, district: String? = nil) -> Override {
    Override(path: path, district: district, change: change, origin: origin)
  }

  private static func opening(_ path: String, _ value: Double) -> Override {
    change(path, .points([Override.Point(from: Day(firstOf: 2020), value: value)]))
  }

  /// Eight that have little in common: laws, opening stocks, people, prices, rules of the fund, nothing at all.
  private static let points = [
    Point([]),
    Point([opening("care.ability.reading", 2)]),
    Point([opening("care.beds.opening", 61_000), change("care.beds.convert", .standing(500))]),
    Point([change("demography.fertility.tfr", .multiply(by: 1.1, from: 2026, to: nil))]),
    Point([change("fiscal.wage_growth", .add(0.01, from: 2026, to: 2029))]),
    Point([opening("care.ability.mortality_ratio_severe", 3.1), opening("care.dementia.scale", 1.2)]),
    Point([change("fund.city_share", .standing(0.5)), change("benefits.dibao.ratio", .standing(0.3))]),
    Point([
      change("benefits.destitute.living", .multiply(by: 1.05, from: 2026, to: nil)),
      opening("benefits.low_edge.opening_ratio", 0.3),
    ]),
  ]

  private static let names = [
    "population.total", "care.people.disabled", "care.people.dementia", "care.beds.stock", "care.workers.shortage",
    "benefits.dibao.recipients", "benefits.destitute.standard", "fiscal.public_cost", "fiscal.payer.lottery_fund",
    "fiscal.payer.district", "fund.carried_over", "fund.eldercare_share",
  ]

  private func scenario(_ changes: [Override] = [], to: Year = 2029) -> Scenario {
    Scenario(name: "test", title: nil, horizon: 2020...to, knownUntil: nil, seed: 1, overrides: changes)
  }

  private func known(_ points: [Point], in city: City) -> [Point] {
    let paths = Set(city.model.parameters.map(\.path))
    for point in points { for change in point.changes { #expect(paths.contains(change.path), "\(change.path)") } }
    return points
  }

  /// Each point beside the others is what it is alone, for all of some outcomes.
  private func expectSame(
    _ points: [Point], _ city: City, _ outcomes: [Outcome], threads: Int = 1, to: Year = 2029
  ) async throws {
    let found = try await PointRun(city, scenario(to: to), points: points, outcomes: outcomes).values(threads: threads)
    #expect(found.count == points.count)
    for (point, values) in zip(points, found) {
      let alone = try Plan(city, scenario(point.changes, to: to)).run()
      let values = try values.get()
      for (outcome, value) in zip(outcomes, values) {
        let expected = alone.value(outcome.indicator, area: outcome.area, year: outcome.year) ?? .nan
        let isSame = value.bitPattern == expected.bitPattern || value.isNaN && expected.isNaN
        #expect(isSame, "\(outcome) of \(point.changes.map(\.path)): \(value), alone \(expected)")
      }
    }
  }

  @Test func eightUnlikePointsAreWhatEachIsAlone() async throws {
    let city = try Cities.hangzhou()
    let areas = [0, 5, city.areas.cityIndex]
    let outcomes = Self.names.flatMap { name in
      areas.flatMap { area in [2020, 2021, 2026, 2029].map { Outcome(name, area: area, year: $0) } }
    }
    try await expectSame(known(Self.points, in: city), city, outcomes)
  }

  @Test func pointsThatLeavePeopleAloneShareThem() async throws {
    let city = try Cities.hangzhou()
    let points = [0, 2, 4, 6, 7].map { Self.points[$0] }
    let town = city.areas.cityIndex
    let outcomes = Self.names.map { Outcome($0, area: town, year: 2029) }
    try await expectSame(known(points, in: city), city, outcomes)
  }

  @Test func moreThanABlockOnMoreThanAThread() async throws {
    let city = try Cities.tinytown()
    let points = (0..<19).map { Point([Self.change("care.beds.convert", .standing(Double($0)))]) }
    let outcomes = ["care.beds.nursing_share", "fiscal.public_cost"].map {
      Outcome($0, area: city.areas.cityIndex, year: 2028)
    }
    try await expectSame(points, city, outcomes, threads: 2, to: 2028)
  }

  @Test func aPointThatFailsLeavesTheOthersTheirValues() async throws {
    let city = try Cities.tinytown()
    let points = [
      Point([]), Point([Self.opening("care.ability.mild.slope", 0.3)]),
      Point([Self.change("fiscal.wage_growth", .standing(7))]),
      Point([Self.change("fiscal.wage_growth", .standing(0.04))]),
    ]
    let outcome = Outcome("fiscal.public_cost", area: city.areas.cityIndex, year: 2028)
    let found = try await PointRun(city, scenario(to: 2028), points: points, outcomes: [outcome]).values()
    let plain = try Plan(city, scenario(to: 2028)).run().value(outcome.indicator, area: outcome.area, year: 2028)
    #expect(try found[0].get()[0] == plain)
    guard case .failure(.run(.ability)) = found[1] else { return #expect(Bool(false), "\(found[1])") }
    guard case .failure(.parameters(.outOfRange)) = found[2] else { return #expect(Bool(false), "\(found[2])") }
    #expect(try found[3].get()[0] != plain)
  }

  /// Otherwise a district without a value of its own beside one that has could not be read two ways.
  @Test func whatTheCitySharesOutIsReadAsOwnOrAsTheCitys() throws {
    let city = try Cities.hangzhou()
    func check(_ formula: Formula, _ name: String) {
      if case .parameter(let parameter, let reading) = formula.leaf, parameter.scope == .split {
        #expect(reading == .ownValue || reading == .ofCity, "\(parameter.path) in \(name)")
      }
      for part in formula.parts { check(part, name) }
    }
    for indicator in city.model.indicators { check(indicator.formula, indicator.name) }
  }
}
