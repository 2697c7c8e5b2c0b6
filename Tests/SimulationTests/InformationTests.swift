import Domain
import Formulas
import Simulation
import Testing

/// What a run knows, and what it must not know.
struct InformationTests {
  /// Published city figures that the run takes over.
  private static let held = [
    "population.total", "population.births", "population.deaths", "population.registered",
    "population.registered_60_plus", "benefits.dibao.standard",
  ]

  @Test(arguments: Cities.names)
  func publishedCityFiguresAreMet(name: String) throws {
    let city = try Cities.city(named: name)
    let results = try city.run()
    let published = heldFigures(of: city, in: results.years)
    #expect(published.count >= 10)
    for observation in published {
      let found = results.city(observation.indicator, observation.year)
      // Sums of thousands of cells; a standard is taken as it stands.
      let tolerance = observation.indicator.hasPrefix("benefits") ? 0 : 1e-12
      #expect(near(found, observation.value, tolerance), "\(observation.indicator), \(observation.year)")
    }
  }

  @Test(arguments: Cities.names)
  func figuresPublishedLaterAreNotMet(name: String) throws {
    let city = try Cities.city(named: name)
    let results = try city.run(knownUntil: 2021)
    for observation in heldFigures(of: city, in: 2021...2035) where !observation.indicator.hasPrefix("benefits") {
      let isMet = near(results.city(observation.indicator, observation.year), observation.value, 1e-9)
      #expect(isMet == (observation.year <= 2021), "\(observation.indicator), \(observation.year)")
    }
  }

  @Test(arguments: Cities.names, [2020, 2021, 2022])
  func runKnowsNothingPublishedAfterItsDate(name: String, date: Year) throws {
    let city = try Cities.city(named: name)
    func known(_ values: [DatedValue]) -> [DatedValue] { values.filter { $0.known <= date } }
    let values = city.values.mapValues { given in
      var early = given
      early.city = known(given.city)
      early.districts = given.districts.mapValues(known)
      return early
    }
    let early = city.with(observations: city.observations.known(until: date), values: values)
    expectSame(try early.run(knownUntil: date), try city.run(knownUntil: date), in: 2020...2035)
  }

  @Test(arguments: Cities.names)
  func sameRunTwiceGivesTheSameBits(name: String) throws {
    let city = try Cities.city(named: name)
    expectSame(try city.run(), try city.run(), in: 2020...2035)
  }

  @Test(arguments: Cities.names)
  func laterStartShowsTheSameYears(name: String) throws {
    let city = try Cities.city(named: name)
    expectSame(try city.run(from: 2025), try city.run(), in: 2025...2035)
  }

  @Test(
    arguments: [
      ("care.beds.convert", Override.Change.points([Override.Point(from: Day(firstOf: 2026), value: 900)])),
      ("care.workers.exit_rate", .multiply(by: 0.5, from: 2026, to: nil)),
      ("demography.migration.net", .add(10_000, from: 2026, to: nil)),
      ("demography.fertility.tfr", .points([Override.Point(from: Day(firstOf: 2026), value: 1.8)])),
      ("benefits.dibao.ratio", .add(0.05, from: 2026, to: nil)),
    ])
  func policyChangesNothingBeforeItsYear(path: String, change: Override.Change) throws {
    for name in Cities.names {
      let city = try Cities.city(named: name)
      let baseline = try city.run()
      let reform = try city.run([(path, change)])
      expectSame(reform, baseline, in: 2020...2025)
      let changed = reform.cells.filter { $0.value != baseline.value($0.indicator.name, area: $0.area, year: $0.year) }
      #expect(!changed.isEmpty, "\(path) has no effect in \(name)")
    }
  }

  private func heldFigures(of city: City, in years: ClosedRange<Year>) -> [Observation] {
    city.observations.all.filter {
      $0.area == city.areas.cityIndex && years.contains($0.year) && $0.evidence.isFirm
        && InformationTests.held.contains($0.indicator)
        // Base-year figures describe the tables the run starts from.
        && ($0.year > city.baseYear || $0.indicator.hasPrefix("benefits"))
    }
  }

  private func expectSame(_ a: Results, _ b: Results, in years: ClosedRange<Year>) {
    let different = a.cells.filter { cell in
      let other = b.value(cell.indicator.name, area: cell.area, year: cell.year)
      return years.contains(cell.year) && cell.value?.bitPattern != other?.bitPattern
    }
    #expect(different.isEmpty, "\(Set(different.map(\.indicator.name)).sorted())")
    for kind in PopulationKind.allCases {
      for area in 0..<a.areas.count {
        let unlike = years.filter {
          a.population(kind, area: area, year: $0) != b.population(kind, area: area, year: $0)
        }
        #expect(unlike.isEmpty, "\(kind), area \(area)")
      }
    }
  }
}
