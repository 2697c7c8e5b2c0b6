import Domain
import Simulation
import Testing

/// How far the two districts of the invented city lie apart, by hand.
struct GapTests {
  private let results: Results

  init() throws { results = try Cities.tinytown().run(to: 2022) }

  @Test func bedsOfTheBaseYear() {
    // The eastern district has 29 170 of 46 710 registered older people, the western county 17 540 with a weight of 0.6.
    let weighted = 29_170 + 0.6 * 17_540
    let east = 3000 / weighted * 1e4
    let west = 0.6 * east
    expect("gap.beds_ratio", east / west)
    expect("gap.beds_spread", east - west)
    expect("gap.beds_urban_rural", 1 / 0.6)
    expect("gap.beds_western", 0.6)
  }

  /// A district has workers as it has work: who is needed there in the base year, over its registered older people.
  @Test func workersAreSharedOutByTheWorkOfTheBaseYear() {
    let density = [29_170.0, 17_540].enumerated().map { area, people in
      (results.value("care.workers.needed", area: area, year: 2020) ?? .nan) / people
    }
    expect("gap.workers_ratio", max(density[0] / density[1], density[1] / density[0]))
    expect("gap.workers_western", density[1] / density[0])
  }

  @Test func needMetIsServedOverNorm() {
    let rates = results.areas.districts.indices.map { area in
      func value(_ name: String) -> Double { results.value(name, area: area, year: 2021) ?? .nan }
      return (value("care.norm_need") - value("care.unmet_need")) / value("care.norm_need")
    }
    #expect(near(results.value("care.need_met", area: 0, year: 2021), rates[0], 1e-12))
    expect("gap.need_met_ratio", rates[0] / rates[1], 2021)
    expect("gap.need_met_spread", rates[0] - rates[1], 2021)
    expect("gap.need_met_urban_rural", rates[0] / rates[1], 2021)
  }

  @Test func gapsAreOfTheCityAlone() {
    let marks = results.areas.marks
    #expect(marks.map(\.id) == ["western"])
    for gap in Model.gaps.flatMap({ $0.indicators + marks.map($0.indicator) }) {
      #expect(results.city(gap.name, 2021) != nil, "\(gap.name)")
      for area in results.areas.districts.indices { #expect(results.value(gap.name, area: area, year: 2021) == nil) }
    }
  }

  @Test func noNewBedsNarrowTheSpread() throws {
    let fewer = try Cities.hangzhou().run([("care.beds.build", .multiply(by: 0, from: 2026, to: nil))])
    let plain = try Cities.hangzhou().run()
    // Fewer beds everywhere leave ratios as they are and bring rates nearer to one another.
    #expect((fewer.city("gap.beds_spread", 2030) ?? .nan) < (plain.city("gap.beds_spread", 2030) ?? .nan))
  }

  private func expect(_ name: String, _ value: Double, _ year: Year = 2020) {
    #expect(near(results.city(name, year), value, 1e-9), "\(name), \(year): \(results.city(name, year) ?? .nan)")
  }
}
