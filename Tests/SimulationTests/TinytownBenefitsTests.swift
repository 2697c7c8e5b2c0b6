import Domain
import Simulation
import Testing

/// Every rule worked out by hand for the invented city.
///
/// Registered people of the base year: 143 990 in the east (29 170 of them 60 and over, 30 160 children), 81 370 in the
/// west (17 540; 17 740). The standard of the year is the mean of 8400 and 9000, which came in its middle.
struct TinytownBenefitsTests {
  private let results: Results
  private static let people = [143_990.0, 81_370]
  /// p0 P + τ P F(L) in the two districts; F from the normal distribution with z = ln(8700/Y)/0.62 + 0.31.
  private static let town = 0.010768800630
  private static let country = 0.075174504835
  private static let withoutIncome = [143_990 * 40e-4, 81_370 * 100e-4]
  private static let below = [
    143_990 * (0.8 * town + 0.2 * country), 81_370 * (0.4 * town + 0.6 * country),
  ]
  private static let takeUp = [0.25 * 1.2, 0.25 * 0.8]
  private static let dibao = [0, 1].map { withoutIncome[$0] + takeUp[$0] * below[$0] }
  /// 低保 recipients per person over the city's.
  private static let hardship = [0, 1].map { dibao[$0] / people[$0] * 225_360 / dibao.reduce(0, +) }
  private static let standard = 8700.0

  init() throws { results = try Cities.tinytown().run(to: 2030) }

  private func value(_ name: String, _ area: Int, _ year: Year = 2020) -> Double {
    results.value("benefits.\(name)", area: area, year: year) ?? .nan
  }

  /// Checks the two districts and their sum.
  private func expect(
    _ name: String, _ expected: [Double], _ tolerance: Double = 1e-5, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (area, expected) in (expected + [expected.reduce(0, +)]).enumerated() {
      #expect(
        near(value(name, area), expected, tolerance), "\(name), area \(area): \(value(name, area)) for \(expected)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func dibao() {
    #expect(near(value("dibao.standard_of_year", 2), 8700, 1e-12))
    expect("dibao.recipients", Self.dibao)
    // Gaps of 17.69 % in town and 22.21 % in the country.
    let lacking = [
      143_990 * (0.8 * Self.town * 0.1768953019 + 0.2 * Self.country * 0.2221024677),
      81_370 * (0.4 * Self.town * 0.1768953019 + 0.6 * Self.country * 0.2221024677),
    ]
    expect("dibao.payment", [0, 1].map { 8700 * (0.9 * Self.withoutIncome[$0] + Self.takeUp[$0] * lacking[$0]) }, 1e-4)
  }

  @Test func lowEdge() {
    // In the base year as many per 低保 recipient as given; then (between the lines, over then) to the power of 0.35.
    expect("low_edge.recipients", Self.dibao.map { 0.199 * $0 })
    expect("low_edge.payment", Self.dibao.map { 0.199 * $0 * 0.05 * 8700 })
    for area in 0...1 {
      let people = { year in results.value("population.registered", area: area, year: year) ?? .nan }
      let wider =
        (value("low_edge.between_lines", area, 2025) / people(2025))
        / (value("low_edge.between_lines", area) / people(2020))
      // w to the power of 0.35 without a logarithm: its twentieth power is w to the seventh.
      let found = value("low_edge.recipients", area, 2025) / people(2025)
      let before = value("low_edge.recipients", area) / people(2020)
      let ratio = found / before
      let twenty = (0..<20).reduce(1.0) { product, _ in product * ratio }
      let seven = (0..<7).reduce(1.0) { product, _ in product * wider }
      #expect(near(twenty, seven, 1e-9), "area \(area)")
    }
  }

  @Test func destitute() {
    // 4.5 of 10 000; 1837 a month and care of 250, 775 and 1300 for 65, 20 and 15 %: 512.5.
    let persons = [0, 1].map { 4.5e-4 * Self.people[$0] * Self.hardship[$0] }
    expect("destitute.recipients", persons)
    expect("destitute.payment", persons.map { $0 * (1837 + 512.5) * 12 })
  }

  @Test func temporaryAid() {
    let paid = [0, 1].map { 0.09 * value("dibao.payment", $0) }
    expect("temporary_aid.payment", paid)
    expect("temporary_aid.recipients", paid.map { $0 / 3000 })
  }

  @Test func orphansAndChildren() {
    let children = [30_160.0, 17_740]
    let orphans = [0, 1].map { 2.5e-4 * children[$0] * Self.hardship[$0] }
    // 40 % at 2571, 60 % at 2057 a month.
    expect("orphans.recipients", orphans)
    expect("orphans.payment", orphans.map { $0 * (0.4 * 2571 + 0.6 * 2057) * 12 })
    let inDifficulty = [0, 1].map { 28.5e-4 * children[$0] * Self.hardship[$0] }
    expect("children.recipients", inDifficulty)
    expect("children.payment", inDifficulty.map { $0 * (0.05 * 2057 + 0.1 * 956 + 0.7 * 478 + 0.15 * 287) * 12 })
  }

  @Test func disability() {
    let poor = [0, 1].map { 60e-4 * Self.people[$0] * Self.hardship[$0] }
    expect("disability_living.recipients", poor)
    expect("disability_living.payment", poor.map { $0 * 0.3 * 8700 })
    let older = [29_170.0, 17_540]
    let severe = [0, 1].map { 34e-4 * (Self.people[$0] - older[$0]) + 100e-4 * older[$0] }
    expect("disability_care.recipients", severe)
    // 40, 35 and 25 % at 125, 250 and 500.
    expect("disability_care.payment", severe.map { $0 * 262.5 * 12 })
  }

  @Test func oldAge() {
    expect("old_age_allowance.recipients", [4930 + 1060 + 30, 2990 + 660 + 20])
    expect(
      "old_age_allowance.payment",
      [
        12 * (60 * 4930 + 100 * 1060 + 800 * 30), 12 * (60 * 2990 + 100 * 660 + 800 * 20),
      ])
    expect("accident_insurance.recipients", [29_170 * 0.52, 17_540 * 0.52])
    expect("accident_insurance.payment", [29_170 * 0.52 * 45, 17_540 * 0.52 * 45])
  }

  @Test func priceSubsidyNeedsFastPrices() throws {
    expect("price_subsidy.payment", [0, 0])
    // 4 %: months lie between 3 and 5 %, three quarters of them above 3.5 %.
    let fast = try Cities.tinytown().run([
      ("fiscal.price_growth", .points([.init(from: Day(firstOf: 2025), value: 0.04)]))
    ])
    func value(_ name: String) -> Double { fast.city("benefits.\(name)", in: 2025) }
    let covered =
      value("dibao.recipients") + value("destitute.recipients") + value("orphans.recipients")
      + 0.15 * value("children.recipients")
    #expect(near(value("price_subsidy.recipients"), covered * 0.75, 1e-9))
    #expect(
      near(value("price_subsidy.payment"), covered * 0.75 * 0.04 * value("dibao.standard_of_year"), 1e-9))
  }
}
