import Domain
import Formulas
import Simulation
import Testing

/// Drivers of many worlds against theory. A sample strays from it by three standard errors once in four hundred times.
struct WorldsTests {
  private static let members = 8000
  private let wages = "fiscal.wage_growth"
  private let consumption = "benefits.consumption_growth"
  private let fertility = "demography.fertility.tfr"

  private func expectSpread(_ sample: [Double], _ expected: Double, _ comment: Comment) {
    let error = 3 * expected / Double(2 * (sample.count - 1)).squareRoot()
    #expect(abs(sample.standardDeviation - expected) < error, comment)
    #expect(abs(sample.mean) < 3 * expected / Double(sample.count).squareRoot(), comment)
  }

  /// σ² (1 − φ^2t) / (1 − φ²) after t years.
  @Test func anAutoregressiveDriverSpreadsAsItShould() throws {
    let sample = try WorldSample(UncertainTown.city().plan(), members: WorldsTests.members)
    let (phi, sigma) = (0.5, 0.015)
    for t in 1...8 {
      let variance = (0..<t).reduce(0.0) { sum, j in sum + (0..<2 * j).reduce(sigma * sigma) { v, _ in v * phi } }
      expectSpread(sample.deviations(wages, 2020 + t), variance.squareRoot(), "after \(t) years")
    }
    let neighbours = sample.deviations(wages, 2027).correlation(with: sample.deviations(wages, 2028))
    #expect(abs(neighbours - phi) < 0.03)
  }

  /// Publications hold births up to 2022. Then φ^2t ω² of the opening, the innovations, and τ² of the year alone.
  @Test func openingAndYearlyTermsAddTheirParts() throws {
    let sample = try WorldSample(UncertainTown.city().plan(), members: WorldsTests.members)
    let (phi, sigma, omega, tau) = (0.9, 0.05, 0.03, 0.04)
    for t in 1...6 {
      func power(_ n: Int) -> Double { (0..<2 * n).reduce(1.0) { value, _ in value * phi } }
      let innovations = (0..<t).reduce(0.0) { $0 + power($1) * sigma * sigma }
      let variance = power(t) * omega * omega + innovations + tau * tau
      expectSpread(sample.deviations(fertility, 2022 + t), variance.squareRoot(), "after \(t) years")
    }
  }

  /// σ in the first year, σ √(1 + ρ²) later, and −ρ / (1 + ρ²) between neighbours.
  @Test func anInnovationIsTakenBackInPart() throws {
    let sample = try WorldSample(UncertainTown.city().plan(), members: WorldsTests.members)
    let (sigma, rho) = (0.03, 0.4)
    expectSpread(sample.deviations(consumption, 2021), sigma, "2021")
    for year in 2022...2028 {
      expectSpread(sample.deviations(consumption, year), sigma * (1 + rho * rho).squareRoot(), "\(year)")
    }
    let found = sample.deviations(consumption, 2025).correlation(with: sample.deviations(consumption, 2026))
    #expect(abs(found + rho / (1 + rho * rho)) < 0.03)
    let later = sample.deviations(consumption, 2025).correlation(with: sample.deviations(consumption, 2027))
    #expect(abs(later) < 3 / Double(sample.count).squareRoot())
  }

  @Test func innovationsGoTogetherAsAsked() throws {
    let asked = [("wages", "consumption", 0.5), ("wages", "prices", -0.3), ("onset", "prices", 0.4)]
    let sample = try WorldSample(
      UncertainTown.city(UncertainTown.coefficients, asked).plan(), members: WorldsTests.members)
    // In the first year a deviation is its innovation.
    let paths = [
      "wages": wages, "consumption": consumption, "prices": "fiscal.price_growth", "onset": "care.ability.onset_trend",
    ]
    func found(_ a: String, _ b: String) -> Double {
      sample.deviations(paths[a] ?? "", 2021).correlation(with: sample.deviations(paths[b] ?? "", 2021))
    }
    for (a, b, value) in asked {
      let error = 3 * (1 - value * value) / Double(sample.count).squareRoot()
      #expect(abs(found(a, b) - value) < error, "\(a) \(b): \(found(a, b))")
    }
    for (a, b) in [("consumption", "prices"), ("consumption", "onset"), ("wages", "onset")] {
      #expect(abs(found(a, b)) < 3 / Double(sample.count).squareRoot(), "\(a) \(b)")
    }
  }

  /// A and C cannot both go with B and against each other.
  @Test func impossibleCorrelationsNameThePair() throws {
    let asked = [("wages", "prices", 0.9), ("wages", "lottery", -0.95), ("prices", "lottery", 0.9)]
    let city = try UncertainTown.city(UncertainTown.coefficients, asked + [("mortality", "onset", 0.99)])
    #expect(throws: WorldsError.impossibleCorrelation(city.correlations[1])) { try city.plan().worlds() }
    let equal = asked.map { ($0.0, $0.1, $0.2 < 0 ? -0.9 : 0.9) }
    let even = try UncertainTown.city(UncertainTown.coefficients, equal)
    let error = #expect(throws: WorldsError.self) { try even.plan().worlds() }
    guard case .impossibleCorrelation(let correlation)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(even.correlations.contains(correlation))
    #expect(throws: Never.self) {
      let possible = [("wages", "prices", 0.9), ("wages", "lottery", -0.95), ("prices", "lottery", -0.9)]
      return try UncertainTown.city(UncertainTown.coefficients, possible).plan().worlds()
    }
  }

  @Test func publishedYearsLeaveNothingToChance() throws {
    let plan = try UncertainTown.city().plan()
    let sample = try WorldSample(plan)
    // Births, deaths and residents are published up to 2022, the register for 2020 alone.
    let lastCertain = [
      fertility: 2022, "demography.mortality.k_deviation": 2022, "demography.migration.net": 2022,
      "demography.transfers.net": 2020, wages: 2020,
    ]
    for (path, last) in lastCertain {
      for year in 2020...2028 {
        let isCertain = sample.values(path, year).allSatisfy { $0 == sample.center(path, year) }
        let differ = Set(sample.values(path, year)).count == sample.count
        #expect(year <= last ? isCertain : differ, "\(path), \(year)")
      }
    }
  }

  @Test func districtsStrayOnTheirOwn() throws {
    let sample = try WorldSample(UncertainTown.city().plan(), members: 4000)
    let path = "demography.mortality.district_shift"
    let (east, west) = (sample.deviations(path, 2024, area: 0), sample.deviations(path, 2024, area: 1))
    for own in [east, west] { expectSpread(own, 0.02 * 0.9 * 0.9, "2024") }
    #expect(abs(east.correlation(with: west)) < 3 / Double(sample.count).squareRoot())
  }
}
