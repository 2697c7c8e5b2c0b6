import Domain
import Formulas
import Simulation
import Testing

/// Short stays of disabled people who live at home, worked out by hand for the invented city.
struct RespiteTests {
  private func value(_ results: Results, _ name: String, _ area: Int) -> Double {
    results.value("care.\(name)", area: area, year: 2021) ?? .nan
  }

  /// Disabled people who are in no institution.
  private func atHome(_ results: Results, _ area: Int) -> Double {
    ["moderate", "severe", "complete"].reduce(0) { sum, level in
      let inside = results.step("care.ledger.with_bed_\(level)", area: area, year: 2021) ?? .nan
      return sum + value(results, "people.\(level)", area) - inside
    }
  }

  @Test func aFiftiethStaysForTenDays() throws {
    let results = try Cities.tinytown().run(to: 2022)
    for area in 0...1 {
      // Those for whom there are hands.
      let served = results.step("care.ledger.served.respite", area: area, year: 2021) ?? .nan
      let guests = 0.02 * atHome(results, area) * served
      #expect(near(value(results, "respite.users", area), guests, 1e-9))
      #expect(near(value(results, "respite.beds", area), guests * 10 / 365, 1e-9))
      let occupied = value(results, "setting.institution", area) + guests * 10 / 365
      #expect(near(value(results, "beds.occupancy", area), occupied / value(results, "beds.stock", area), 1e-9))
      // 200 yuan of 2020 a day; four fifths go with wages, up by 5 %, one with prices, up by 1 %: 4.2 %.
      #expect(near(results.value("fiscal.line.respite", area: area, year: 2021), guests * 10 * 208.4, 1e-9))
    }
  }

  /// Where residents fill every bed that can be used, guests find none and stay at home.
  @Test func guestsComeAfterResidents() throws {
    let results = try Cities.tinytown().run(
      [("care.beds.occupancy_limit", .standing(0.01))], knownUntil: 2020, to: 2022)
    for area in 0...1 {
      #expect(value(results, "setting.waiting", area) > 0)
      #expect(value(results, "respite.users", area) == 0 && value(results, "respite.beds", area) == 0)
      #expect(value(results, "respite.demand", area) > 0)
      #expect(near(value(results, "beds.occupancy", area), 0.01, 1e-12))
    }
  }
}
