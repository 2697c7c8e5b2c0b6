import Domain
import Formulas
import Simulation
import Testing

/// Caseloads and payments of Hangzhou beside figures published or derived elsewhere.
struct HangzhouBenefitsTests {
  private let results: Results

  init() throws { results = try Cities.hangzhou().run() }

  private func city(_ name: String, _ year: Year) -> Double { results.city("benefits.\(name)", in: year) }

  /// 101 000 in 2022 is fitted; 2020 and 2024 follow from incomes, the standard and the people.
  @Test func dibaoCaseload() {
    for (year, persons) in [(2020, 106_000.0), (2022, 101_000), (2024, 105_500)] {
      #expect(near(city("dibao.recipients", year), persons, 0.01), "\(year)")
    }
    #expect((85_000...135_000).contains(city("dibao.recipients", 2035)))
  }

  /// Billion yuan; the mean payment is 0.74 of the standard in 金华, 0.87 in 余杭, which is better off.
  @Test func dibaoPayments() {
    for (year, billion) in [(2022, 0.98), (2024, 1.12), (2025, 1.17), (2030, 1.52), (2035, 1.90)] {
      #expect(near(city("dibao.payment", year), billion * 1e9, 0.05), "\(year)")
      #expect((0.65...0.80).contains(city("dibao.mean_top_up", year)), "\(year)")
    }
  }

  /// One district's count of 2022, at the level of its group.
  @Test func jiande() throws {
    let area = try #require(results.areas.districts.firstIndex { $0.code == "330182" })
    #expect(near(results.value("benefits.dibao.recipients", area: area, year: 2022), 9832, 0.02))
  }

  /// A rise of the line by a hundredth moves the caseload by about as much: seven in ten have next to no income.
  @Test func caseloadIsModeratelyElastic() throws {
    func change(_ factor: Double) -> [(path: String, change: Override.Change)] {
      let point = Override.Point(from: Day(firstOf: 2027), value: factor * city("dibao.standard", 2027))
      return [("benefits.dibao.path", .points([point]))]
    }
    let town = try Cities.hangzhou()
    let (lower, higher) = (try town.run(change(1), to: 2028), try town.run(change(1.01), to: 2028))
    let rise =
      higher.city("benefits.dibao.recipients", in: 2028) / lower.city("benefits.dibao.recipients", in: 2028) - 1
    #expect((0.008...0.012).contains(rise))
  }

  /// Million yuan in 2024, each known to a tenth or two.
  @Test func sizeOfTheYear2024() {
    let known = [
      ("destitute", 120.0), ("old_age_allowance", 250), ("service_subsidy", 160), ("worker_certificate", 12),
      ("accident_insurance", 58.3), ("burial", 60),
    ]
    for (rule, million) in known { #expect(near(city("\(rule).payment", 2024), million * 1e6, 0.1), "\(rule)") }
    let disability = city("disability_living.payment", 2024) + city("disability_care.payment", 2024)
    #expect(near(disability, 555e6, 0.1))
    #expect(near(city("orphans.payment", 2024) + city("children.payment", 2024), 84e6, 0.1))
    #expect(near(city("payment", 2024), 2.5e9, 0.1))
  }

  @Test func publishedRecipients() {
    #expect(near(city("service_subsidy.recipients", 2020), 132_673, 0.001))
    #expect(near(city("accident_insurance.recipients", 2024), 1_247_700, 0.001))
    #expect(near(city("accident_insurance.payment", 2024), 58_276_900, 0.001))
    #expect(near(city("old_age_allowance.recipients", 2024), 318_900, 0.04))
  }

  /// What 余杭 publishes of November 2024, and the city of its children.
  @Test func publishedSince() throws {
    let yuhang = try #require(results.areas.districts.firstIndex { $0.code == "330110" })
    let known = [
      ("dibao.recipients", 6535.0), ("destitute.recipients", 82), ("disability_living.recipients", 4482),
      ("disability_care.recipients", 7682), ("dibao.payment", 85.6e6),
    ]
    for (name, value) in known {
      #expect(near(results.value("benefits.\(name)", area: yuhang, year: 2024), value, 0.02), "\(name)")
    }
    #expect(near(city("children.recipients", 2024), 8255, 0.01))
    #expect(near(city("children.payment", 2024), 4 * 16.94e6, 0.05))
    // Nobody had the supplement for older people before 2024.
    #expect(city("dibao_elder_supplement.payment", 2023) == 0)
    let elders = city("dibao_elder_supplement.payment", 2025)
    #expect(near(elders, 0.14 * 0.1 * city("dibao.recipients", 2025) * city("dibao.standard_of_year", 2025), 1e-9))
  }

  /// A run as of 2020 knows no district's caseload, no allowance of 2024 and no insurance of 2025.
  @Test func whatCameLaterIsNotKnownBefore() throws {
    let early = try Cities.hangzhou().run(knownUntil: 2020)
    #expect(near(early.city("benefits.dibao.recipients", in: 2020), 108_000, 0.02))
    for rule in ["worker_certificate", "consumption_subsidy", "ltc_insurance", "worker_entry"] {
      #expect(early.city("benefits.\(rule).payment", in: 2030) == 0, "\(rule)")
    }
  }
}
