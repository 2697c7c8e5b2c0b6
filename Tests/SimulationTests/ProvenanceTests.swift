import Domain
import Formulas
import Foundation
import Simulation
import Testing

struct ProvenanceTests {
  private func parameter(_ path: String, _ plan: Plan) throws -> Parameter {
    try #require(plan.model.parameters.first { $0.path == path })
  }

  /// The dataset gives 30 % for 2020 and 27.745 % for 2026.
  @Test func aValueOfTheDatasetNamesItsLine() throws {
    let plan = try Cities.hangzhou().plan(to: 2035)
    let ratio = try parameter("benefits.dibao.ratio", plan)
    for (year, value) in [(2020, 0.3), (2025, 0.3), (2026, 0.27745), (2035, 0.27745)] {
      let found = try #require(plan.provenance(of: ratio, area: 0, year: year))
      #expect(found.value == value && found.dated?.value == value && found.layer == .dataset && !found.isOwn)
      let place = try #require(found.place)
      let lines = try String(contentsOfFile: place.file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[place.line - 1].dropFirst(place.column - 1).hasPrefix(value == 0.3 ? "30%" : "27.745%"))
    }
  }

  @Test func everyDatedValueStandsWhereItSays() throws {
    let city = try Cities.hangzhou()
    let dated = city.allValues.values.flatMap(\.all)
    var lines: [String: [Substring]] = [:]
    for value in dated {
      let place = try #require(value.origin)
      if lines[place.file] == nil {
        lines[place.file] = try String(contentsOfFile: place.file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
      }
      let text = lines[place.file]?[place.line - 1].dropFirst(place.column - 1) ?? ""
      #expect(text.first.map { $0.isNumber || $0 == "-" || $0 == "\"" || $0 == "." || $0.isLetter } == true, "\(place)")
    }
    #expect(dated.count > 500)
  }

  @Test func aScenarioTakesTheDatasetsPlaceOrActsOnIt() throws {
    let path = "benefits.dibao.ratio"
    let city = try Cities.hangzhou()
    let changed = try city.plan([(path, .multiply(by: 1.01, from: 2026, to: nil))])
    let replaced = try city.plan([(path, .standing(0.31))])
    let ratio = try parameter(path, changed)
    let town = city.areas.cityIndex
    let before = try #require(changed.provenance(of: ratio, area: town, year: 2025))
    let after = try #require(changed.provenance(of: ratio, area: town, year: 2026))
    #expect(before.layer == .dataset && before.dated != nil)
    #expect(after.layer == .scenario(Origin(file: "test", line: 1, column: 1)) && after.dated?.value == 0.27745)
    let own = try #require(replaced.provenance(of: ratio, area: town, year: 2028))
    #expect(own.dated == nil && own.value == 0.31 && own.evidence == nil)
  }

  @Test func districtsSayWhetherAValueIsTheirOwn() throws {
    let city = try Cities.hangzhou()
    let plan = try city.plan()
    let byDistrict = try #require(
      plan.model.parameters.first { $0.scope == .district && city.values[$0.path]?.districts.isEmpty == false })
    let own = city.areas.districts.indices.filter {
      city.values[byDistrict.path]?.districts[city.areas[$0].code] != nil
    }
    for area in own {
      #expect(plan.provenance(of: byDistrict, area: area, year: 2025)?.isOwn == true)
    }
  }

  @Test func theFundsDecisionsAreTheAllocations() throws {
    let plan = try Cities.hangzhou().plan(to: 2030).run().plan
    let layers = plan.parameters.all.map { plan.provenance(of: $0.parameter, area: 0, year: 2030)?.layer }
    let given = plan.inputs.count
    #expect(layers.count > given)
    for (place, layer) in layers.enumerated() { #expect((layer == .allocation) == (place >= given)) }
  }
}

struct MarkTests {
  @Test func publishedFiguresAreHeldAndDistrictsRaked() throws {
    let city = try Cities.hangzhou()
    let results = try city.plan(to: 2035).run()
    let total = try #require(results.indicators.first { $0.name == "population.total" })
    let town = city.areas.cityIndex
    let published = try #require(city.observations.firm("population.total", area: town, year: 2023))
    #expect(results.plan.mark(of: total, area: town, year: 2023) == .held(published))
    #expect(results.plan.mark(of: total, area: 3, year: 2030) == .computed)
    var marked = 0
    for indicator in results.indicators where indicator.aggregation == .sum {
      for year in 2021...2025 {
        for area in city.areas.districts.indices {
          guard case .raked(let whole) = results.plan.mark(of: indicator, area: area, year: year) else { continue }
          marked += 1
          let sum = city.areas.districts.indices.reduce(0.0) {
            $0 + (results.value(indicator.name, area: $1, year: year) ?? 0)
          }
          #expect(near(sum, whole.value, 1e-9), "\(indicator.name), \(year)")
        }
      }
    }
    #expect(marked > 50)
  }

  @Test func whatIsHeldIsThePublishedFigure() throws {
    let city = try Cities.hangzhou()
    let results = try city.plan(to: 2035).run()
    var held = 0
    for cell in results.cells {
      guard case .held(let figure) = results.plan.mark(of: cell.indicator, area: cell.area, year: cell.year) else {
        continue
      }
      held += 1
      #expect(near(cell.value, figure.value, 1e-9), "\(cell.indicator.name), \(cell.area), \(cell.year)")
    }
    #expect(held > 30)
  }
}
