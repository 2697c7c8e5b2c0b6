import Domain
import Simulation
import Targets
import Testing

struct PaceTests {
  private func target(_ indicator: String, _ year: Year, _ value: Double) -> Target {
    Target(
      id: "t", indicator: indicator, comparator: .atLeast, year: year, value: value, unit: .count,
      zone: Target.Zone(id: "z", label: "区"), label: Label(zh: "目标", en: "Target"), precision: 0.5)
  }

  @Test func thePaceStartsAtTheLastActual() throws {
    let results = try Cities.tinytown().run(to: 2030)
    // 24 canteens in 2022: six more in three years.
    let later = try #require(results.pace(to: target("programmes.elder_canteens.level", 2025, 30)))
    #expect(later.from == 2022 && later.perYear == 2)
    let earlier = try #require(results.pace(to: target("programmes.elder_canteens.level", 2022, 20)))
    #expect(earlier.from == 2020 && earlier.perYear == 5)
    #expect(results.pace(to: target("programmes.elder_canteens.level", 2025, 20)) == nil)
    #expect(results.pace(to: target("programmes.living_rooms_share.level", 2025, 0.9)) == nil)
  }

  @Test func withoutAnActualItStartsAtTheLastProjectionKnown() throws {
    let results = try Cities.tinytown().run(to: 2030)
    let known = results.plan.knownUntil
    let stock = try #require(results.city("care.beds.stock", known))
    let pace = try #require(results.pace(to: target("care.beds.stock", known + 4, stock + 400)))
    #expect(pace.from == known && abs(pace.perYear - 100) < 1e-9)
    let before = try #require(results.city("care.beds.stock", 2021))
    let past = try #require(results.pace(to: target("care.beds.stock", 2022, before + 10)))
    #expect(past.from == 2021 && abs(past.perYear - 10) < 1e-9)
  }
}
