import Domain
import Formulas
import NumericCore
import Population
import Simulation
import Testing

/// The base population of Hangzhou in worlds that know how far it may be off.
struct ErringPeopleTests {
  private static let draws = 256

  private static func results(holding: Bool = false) async throws -> Results {
    let plan = try Plan(
      try Cities.hangzhou(),
      Scenario(
        name: "test", title: nil, horizon: 2020...2021, knownUntil: nil, seed: 5, holdsInputs: holding, overrides: []))
    let names = [
      "population.total", "population.registered", "population.registered_60_plus", "population.aged_80_plus",
    ]
    return try await plan.run(EnsembleOptions(draws: draws, threads: 2, kept: names))
  }

  @Test func whatWasCountedHoldsAndTheRestVariesAsStated() async throws {
    let results = try await ErringPeopleTests.results()
    let areas = results.areas
    func logs(_ name: String, _ area: Int) throws -> [Double] {
      let members = try #require(results.members(name, area: area, year: 2020))
      let central = try #require(results.step(name, area: area, year: 2020))
      return members.map { naturalLogarithm($0 / central) }
    }
    func isFirm(_ name: String, _ area: Int) throws -> Bool { try logs(name, area).allSatisfy { abs($0) < 1e-9 } }
    #expect(try areas.districts.indices.allSatisfy { try isFirm("population.total", $0) })
    #expect(try isFirm("population.registered", areas.cityIndex))
    #expect(try isFirm("population.registered_60_plus", areas.cityIndex))
    // Registers of districts: what is stated, less what all have in common.
    let linping = try #require(areas.index(of: "330113"))
    let parts = try areas.districts.indices.map {
      try #require(results.step("population.registered", area: $0, year: 2020))
    }
    let spreads = areas.districts.map { area in
      results.plan.city.populationErrors.first {
        $0.kind == .registered && $0.age == nil && areas[$0.area].code == area.code
      }?.deviation ?? 0
    }
    let whole = parts.reduce(0, +)
    let variance = areas.districts.indices.reduce(0.0) { sum, district in
      let weight = (district == linping ? 1 : 0) - parts[district] / whole
      return sum + weight * weight * spreads[district] * spreads[district]
    }
    let found = try logs("population.registered", linping).standardDeviation
    let error = 1 / (2 * Double(ErringPeopleTests.draws)).squareRoot()
    #expect(abs(found / variance.squareRoot() - 1) < 3.5 * error, "\(found) \(variance.squareRoot())")
    #expect(try logs("population.aged_80_plus", linping).standardDeviation > 0.02)
  }

  @Test func peopleAreHeldWithTheInputs() async throws {
    let results = try await ErringPeopleTests.results(holding: true)
    for name in ["population.registered", "population.aged_80_plus"] {
      for area in 0..<results.areas.count {
        let members = try #require(results.members(name, area: area, year: 2020))
        #expect(Set(members).count == 1)
      }
    }
  }
}
