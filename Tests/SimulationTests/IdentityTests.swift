import Domain
import Formulas
import Simulation
import Testing

/// Sums that hold in every area and year.
struct IdentityTests {
  private let tolerance = 1e-9

  @Test(arguments: Cities.names)
  func populationMovesByItsFlows(name: String) throws {
    let results = try Cities.city(named: name).run()
    for area in 0..<results.areas.count {
      for year in results.years.dropFirst() {
        func value(_ name: String, _ year: Year) -> Double {
          results.value("population.\(name)", area: area, year: year) ?? .nan
        }
        let expected =
          value("total", year - 1) + value("births", year) - value("deaths", year) + value("net_migrants", year)
        #expect(near(value("total", year), expected, tolerance), "area \(area), \(year)")
      }
    }
  }

  @Test(arguments: Cities.names)
  func flowsOfTheBaseYearAreEmpty(name: String) throws {
    let results = try Cities.city(named: name).run(to: 2022)
    for flow in ["births", "deaths", "net_migrants"] {
      for area in 0..<results.areas.count {
        #expect(results.value("population.\(flow)", area: area, year: 2020) == nil)
        #expect(results.value("population.\(flow)", area: area, year: 2021) != nil)
      }
    }
  }

  @Test(arguments: Cities.names)
  func districtsAddUpToTheCity(name: String) throws {
    let results = try Cities.city(named: name).run()
    for indicator in results.indicators where indicator.aggregation == .sum {
      for year in results.years {
        guard let city = results.city(indicator.name, year) else { continue }
        let districts = results.areas.districts.indices.map {
          results.value(indicator.name, area: $0, year: year) ?? .nan
        }
        // Surpluses and shortages of districts may cancel out: measure against their size.
        let size = districts.reduce(1e-6) { $0 + abs($1) }
        #expect(abs(districts.reduce(0, +) - city) <= tolerance * size, "\(indicator.name), \(year)")
      }
    }
  }

  @Test(arguments: Cities.names)
  func levelsAndSettingsAddUpToPeopleAgedSixtyAndOver(name: String) throws {
    let results = try Cities.city(named: name).run()
    let levels = Ability.allCases.map { "care.people.\($0.name)" }
    let settings = ["home", "family_bed", "community", "institution", "waiting"].map { "care.setting.\($0)" }
    for area in 0..<results.areas.count {
      for year in results.years {
        let elderly = results.value("population.aged_60_plus", area: area, year: year)
        for parts in [levels, settings] {
          let sum = parts.reduce(0) { $0 + (results.value($1, area: area, year: year) ?? .nan) }
          #expect(near(sum, elderly, tolerance), "\(parts[0]), area \(area), \(year)")
        }
      }
    }
  }

  @Test(arguments: Cities.names)
  func agesAddUpToTheIndicators(name: String) throws {
    let results = try Cities.city(named: name).run()
    for area in 0..<results.areas.count {
      for year in results.years {
        let residents = results.population(.resident, area: area, year: year)
        let registered = results.population(.registered, area: area, year: year)
        func value(_ name: String) -> Double? { results.value("population.\(name)", area: area, year: year) }
        #expect(near(residents.sum(), value("total"), tolerance))
        #expect(near(residents.sum(80...100), value("aged_80_plus"), tolerance))
        #expect(near(registered.sum(), value("registered"), tolerance))
        #expect(near(registered.sum(60...100), value("registered_60_plus"), tolerance))
      }
    }
  }

  @Test(arguments: Cities.names)
  func noCountOrShareIsNegativeOrNoNumber(name: String) throws {
    let mayBeNegative: Set = [
      "population.net_migrants", "care.workers.shortage", "benefits.ltc_insurance.balance",
    ]
    for cell in try Cities.city(named: name).run().cells {
      guard let value = cell.value else { continue }
      let name = cell.indicator.name
      #expect(value.isFinite, "\(name), area \(cell.area), \(cell.year)")
      // Differences of like sums may miss nothing by a rounding.
      #expect(value >= -1e-6 || mayBeNegative.contains(name), "\(name) = \(value), area \(cell.area), \(cell.year)")
    }
  }
}
