import Domain
import Formulas
import Simulation
import Targets
import Testing

/// The index of the invented city, by hand from its table.
struct IndexTests {
  private let results: Results
  private let city: Int

  init() throws {
    results = try Cities.tinytown().run(to: 2026)
    city = results.areas.cityIndex
  }

  private func value(_ name: String, _ area: Int, _ year: Year) -> Double {
    results.value(name, area: area, year: year) ?? .nan
  }

  @Test func theCityOfTheBaseYear() {
    // 20 certified per 10 000 between 18 and 24; 10 canteens between 10 and 30, with three times the weight.
    let third = 1.0 / 3
    let twelfth = 1.0 / 12
    #expect(near(value("index.development.care.workers.certified_per_10k", city, 2020), third, 1e-12))
    #expect(value("index.development.programmes.elder_canteens.level", city, 2020) == 0)
    #expect(near(value("index.development", city, 2020), twelfth, 1e-12))
    // Beds lie 1 to 0.6 apart, 5/3; between 3, the worse end, and 1.
    #expect(near(value("index.sharing", city, 2020), 2 * third, 1e-12))
    let occupancy = (value("care.beds.occupancy", city, 2020) - 0.2) / 0.6
    #expect(near(value("index.sustainability", city, 2020), occupancy, 1e-12))
    let total = value("index.total", city, 2020)
    let product = twelfth * 2 * third * occupancy
    #expect(near(total * total * total, product, 1e-12))
  }

  @Test func scoresStayBetweenNothingAndTheCap() {
    // 39 certified per 10 000 in 2025 is far beyond 24.
    #expect(value("index.development.care.workers.certified_per_10k", city, 2025) == 1.2)
    for cell in results.cells where cell.indicator.name.hasPrefix("index.") {
      guard let value = cell.value else { continue }
      #expect(0...1.2 ~= value, "\(cell.indicator.name), \(cell.year)")
    }
  }

  /// Half-empty homes fill up when no more are built, and hands go from places to help at home; nothing else is better.
  @Test func buildingNoMoreRaisesNoScoreButWhatComesOfFullerHomes() throws {
    let hangzhou = try Cities.hangzhou()
    let (before, after) = (try hangzhou.run(), try hangzhou.run([("care.beds.build", .standing(0))], everywhere: true))
    let rising: Set = [
      "index.sustainability.care.beds.occupancy", "index.sharing.care.need_met",
      "index.sustainability.care.workers.coverage",
    ]
    var (fell, rose) = (0, 0)
    for cell in before.cells where cell.indicator.name.hasPrefix("index.") {
      let parts = cell.indicator.name.split(separator: ".")
      guard parts.count > 2, let old = cell.value else { continue }
      let new = try #require(after.value(cell.indicator.name, area: cell.area, year: cell.year))
      if new < old - 1e-9 { fell += 1 }
      guard new > old + 1e-9 else { continue }
      rose += 1
      #expect(rising.contains(cell.indicator.name), "\(cell.indicator.name), area \(cell.area), \(cell.year)")
    }
    #expect(fell > 0 && rose > 0)
  }

  /// Beyond what is full a score falls to nothing, in a straight line from the cap.
  @Test func whatCanBeTooHighScoresLessBeyondItsCeiling() throws {
    let town = try Cities.tinytown()
    let occupancy = value("care.beds.occupancy", city, 2020)
    func score(full: Double, tooHigh: Double) throws -> Double {
      func dated(_ value: Double) -> DatedValue {
        DatedValue(from: Day(firstOf: 2020), value: value, evidence: .assumed, source: "invented", known: 2020)
      }
      let components = try town.index.components.map { component in
        guard component.indicator.name == "care.beds.occupancy" else { return component }
        let indicator = try #require(town.model.indicators.first { $0.name == component.indicator.name })
        return CompositeIndex.Component(
          component.dimension, indicator, level: component.level, isReversed: false, low: component.low,
          high: dated(0.3), weight: component.weight, ceiling: .init(full: dated(full), tooHigh: dated(tooHigh)))
      }
      let results = try town.with(index: CompositeIndex(components)).run(to: 2021)
      return results.value("index.sustainability.care.beds.occupancy", area: city, year: 2020) ?? .nan
    }
    let plain = min((occupancy - 0.2) / 0.1, 1.2)
    #expect(near(try score(full: occupancy + 0.01, tooHigh: occupancy + 0.02), plain, 1e-12))
    #expect(near(try score(full: occupancy - 0.09, tooHigh: occupancy + 0.01), min(plain, 1.2 * 0.1), 1e-9))
    #expect(try score(full: occupancy - 0.02, tooHigh: occupancy - 0.01) == 0)
  }

  @Test func districtsCountWhatDiffersBetweenThem() {
    for area in results.areas.districts.indices {
      #expect(results.value("index.sharing", area: area, year: 2020) == nil)
      #expect(
        value("index.development", area, 2021)
          == value("index.development.care.workers.certified_per_10k", area, 2021))
      let product = value("index.development", area, 2021) * value("index.sustainability", area, 2021)
      let total = value("index.total", area, 2021)
      #expect(near(total * total, product, 1e-12))
    }
    // A district at the lower goalpost in one dimension has nothing of the whole.
    #expect(value("index.total", 1, 2020) == 0)
  }

  @Test func contributionsAddUpToTheTotal() {
    for area in 0...city {
      for year in 2020...2026 {
        let parts = results.indexParts(area: area, year: year)
        let sum = parts.reduce(0) { $0 + ($1.contribution ?? .nan) }
        #expect(near(sum, value("index.total", area, year), 1e-12), "area \(area), \(year)")
        let shares = parts.map(\.share).reduce(0, +)
        #expect(near(shares, 1, 1e-12))
      }
    }
  }

  @Test func whatIsCarriedIsSaid() {
    // Canteens have three quarters of a third; an actual of 2020 and 2022 counts as what it is.
    #expect(results.assumedShare(area: city, year: 2020) == 0)
    #expect(results.assumedShare(area: city, year: 2022) == 0)
    #expect(near(results.assumedShare(area: city, year: 2021), 0.25, 1e-12))
    #expect(near(results.assumedShare(area: city, year: 2025), 0.25, 1e-12))
    #expect(results.assumedShare(area: 0, year: 2025) == 0)
  }

  @Test func weightsAndGoalpostsAreParameters() throws {
    let name = "index.development.programmes.elder_canteens.level"
    let changed = try Cities.tinytown().run([("\(name).weight", .standing(0))], to: 2026)
    #expect(
      changed.city("index.development", 2026) == changed.city("index.development.care.workers.certified_per_10k", 2026))
    #expect(changed.city("index.development", 2022) == results.city("index.development", 2022))
  }

  @Test func otherWeightsAreTriedTheSameWayEveryTime() throws {
    let trials = results.indexTrials(area: city, year: 2025)
    #expect(trials.count == 200)
    #expect(trials == results.indexTrials(area: city, year: 2025))
    let parts = results.indexParts(area: city, year: 2025).compactMap(\.score)
    let range = try #require(parts.min())...(try #require(parts.max()))
    #expect(trials.allSatisfy { range.contains($0) })
    // Drawn about the given weights, the given total lies among the trials.
    let total = value("index.total", city, 2025)
    #expect(trials.contains { $0 < total } && trials.contains { $0 > total })
  }

  @Test func aBetterValueNeverLowersTheIndex() throws {
    let more = try Cities.tinytown().run([("care.workers.exit_rate", .standing(0.05))])
    let plain = try Cities.tinytown().run()
    for area in 0...city {
      for year in plain.years {
        let (a, b) = (
          more.value("index.development", area: area, year: year),
          plain.value("index.development", area: area, year: year)
        )
        #expect((a ?? .nan) >= (b ?? .nan), "area \(area), \(year)")
      }
    }
  }

  @Test func withoutATableThereIsNoIndex() throws {
    let town = try Cities.tinytown()
    let bare = City(
      name: town.name, baseYear: town.baseYear, areas: town.areas, residents: town.residents,
      registered: town.registered, schedules: town.schedules, observations: town.observations,
      programmes: town.programmes, careOrder: town.careOrder, carePayers: town.carePayers, fundUses: town.fundUses,
      targets: town.targets, values: town.values)
    let results = try bare.run(to: 2021)
    #expect(!results.indicators.contains { $0.name.hasPrefix("index.") })
    #expect(results.indexParts(area: city, year: 2021).isEmpty)
  }
}
