import Domain
import Simulation
import Testing

/// Beds and workers of two years, worked out by hand from the parameters of the fixture.
///
/// 46 710 registered people are 60 or over at the end of 2020. Nothing of beds
/// and workers is published, so every stock moves by its flows alone.
struct TinytownCareTests {
  private let results: Results

  init() throws { results = try Cities.tinytown().run(to: 2022) }

  @Test func registeredOlderPeopleOfTheBaseYear() {
    #expect(near(results.city("population.registered_60_plus", 2020), 46_710, 1e-12))
  }

  @Test func institutionalBeds() {
    // 100 built, 40 retired a year.
    expect("care.beds.stock", 3000, 3060, 3120)
    // Half of 3000; of the built 70 %, of the retired 30 %, and 30 converted: + 70 − 12 + 30.
    expect("care.beds.nursing", 1500, 1588, 1676)
    expect("care.beds.nursing_share", 0.5, 1588.0 / 3060, 1676.0 / 3120)
  }

  @Test func publicBeds() {
    // 40 % of 3000; 30 built, 10 retired.
    expect("care.beds.public", 1200, 1220, 1240)
    // Half of 1200; + 80 % of 30 − 30 % of 10 + 10 converted.
    expect("care.beds.public_nursing_share", 0.5, 631.0 / 1220, 662.0 / 1240)
  }

  @Test func otherBeds() {
    // 10 per 10 000 at the opening, 10 built a year.
    expect("care.beds.dementia", 46.71, 56.71, 66.71)
    // 50 at the opening, 20 built a year, all of them in the eastern district.
    expect("care.beds.family_care", 50, 70, 90)
    #expect(results.value("care.beds.family_care", area: 1, year: 2022) == 0)
  }

  @Test func certifiedWorkers() {
    // 20 per 10 000; a fifth leaves, 60 and then 61.8 train and three quarters pass.
    expect("care.workers.certified", 93.42, 93.42 * 0.8 + 45, (93.42 * 0.8 + 45) * 0.8 + 46.35)
  }

  @Test func allWorkers() {
    let certified = [93.42, 119.736, 142.1388]
    // 93.42 are 40 % of all; of the others 30 % leave, 100 and then 103 are hired, the certified move on.
    let others = [140.13, 140.13 * 0.7 + 100 - 45, (140.13 * 0.7 + 100 - 45) * 0.7 + 103 - 46.35]
    expect("care.workers.stock", certified[0] + others[0], certified[1] + others[1], certified[2] + others[2])
    // A tenth is senior; a fifth of all leaves, a twentieth of the lower grades that stay is promoted.
    let seniors = [
      9.342, 9.342 * 0.8 + (93.42 - 9.342) * 0.8 * 0.05, 10.83672 * 0.8 + (119.736 - 10.83672) * 0.8 * 0.05,
    ]
    let all = (0...2).map { certified[$0] + others[$0] }
    expect("care.workers.senior_share", seniors[0] / all[0], seniors[1] / all[1], seniors[2] / all[2])
    expect(
      "care.workers.senior_share_certified", seniors[0] / certified[0], seniors[1] / certified[1],
      seniors[2] / certified[2])
  }

  @Test func districtsHaveTheirWeightedShareOfBeds() {
    // Registered people aged 60 and over, the western county counting 0.6.
    let registered = (0..<2).map { results.value("population.registered_60_plus", area: $0, year: 2020) ?? .nan }
    let west = registered[1] * 0.6 / (registered[0] + registered[1] * 0.6)
    #expect(near(results.value("care.beds.stock", area: 1, year: 2020), 3000 * west, 1e-12))
    #expect(near(results.value("care.beds.stock", area: 1, year: 2022), 3120 * west, 1e-12))
  }

  private func expect(_ name: String, _ opening: Double, _ first: Double, _ second: Double) {
    for (year, value) in zip(2020...2022, [opening, first, second]) {
      #expect(near(results.city(name, year), value, 1e-12), "\(name), \(year): \(results.city(name, in: year))")
    }
  }
}
