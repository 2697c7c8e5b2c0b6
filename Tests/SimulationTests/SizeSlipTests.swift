import Domain
import Formulas
import Inputs
import Simulation
import Testing

/// Published values of a wrong size: in 万, of a month, in per cent.
struct SizeSlipTests {
  private let city: City
  /// A run that knows nothing published.
  private let results: Results

  init() throws {
    city = try Cities.hangzhou()
    results = try Plan(city.withoutObservations, Dataset.trialScenario(of: city)).run()
  }

  /// The published values with one of them multiplied.
  private func observations(_ place: Int, times factor: Double) -> Observations {
    Observations(
      city.observations.all.enumerated().map { index, given in
        Observation(
          indicator: given.indicator, area: given.area, year: given.year,
          value: index == place ? given.value * factor : given.value, evidence: given.evidence, source: given.source)
      })
  }

  /// Slips that can be made with an indicator: factors that leave a value of the kind.
  private func slips(of indicator: Indicator) -> [Double] {
    switch indicator.unit {
    case .persons where indicator.name.hasSuffix("births") || indicator.name.hasSuffix("deaths"): [1e-4, 1.0 / 12]
    case .persons: [1e-4]
    case .yuan: [1e-4, 1e-8, 1.0 / 12]
    case .yuanPerPersonYear: [1.0 / 12]
    case .share: [0.01]
    default: []
    }
  }

  @Test func whatWasPublishedIsOfTheRightSize() { #expect(results.sizeSlips(in: city.observations).isEmpty) }

  @Test func mostSlipsAreNamedWithTheirFactor() throws {
    var (made, named) = (0, 0)
    var missed: [String] = []
    for (place, observation) in city.observations.all.enumerated() {
      let indicator = try #require(results.indicators.first { $0.name == observation.indicator })
      for factor in slips(of: indicator) {
        made += 1
        let found = results.sizeSlips(in: observations(place, times: factor))
        let isNamed = found.contains { slip in
          slip.observation.indicator == observation.indicator && slip.observation.area == observation.area
            && (slip.observation.year == observation.year || found.count == 1)
            && abs(slip.factor * factor - 1) < 1e-9 && !slip.isTooLarge
            || slip.observation.indicator == observation.indicator && slip.isTooLarge
              && abs(slip.factor * factor - 1) < 1e-9
        }
        if isNamed { named += 1 } else { missed.append("\(observation.indicator) \(observation.year) × \(factor)") }
      }
    }
    #expect(made >= 100)
    #expect(Double(named) >= 0.9 * Double(made), "\(named) of \(made); missed: \(missed)")
  }

  @Test func aValueBesideOthersIsHeldAgainstThem() throws {
    let place = try #require(
      city.observations.all.firstIndex { $0.indicator == "population.births" && $0.year == 2022 })
    let found = results.sizeSlips(in: observations(place, times: 1.0 / 12))
    #expect(found.count == 1)
    #expect(found.first?.factor == 12 && found.first?.isTooLarge == false && found.first?.observation.year == 2022)
    guard case .published(let other) = found.first?.reference else {
      Issue.record("held against another published value")
      return
    }
    #expect(other.year == 2021)
  }

  @Test func growthIsNoSlip() throws {
    // A stock that rose by a half, and one that fell to a half.
    for factor in [1.5, 0.5] {
      let place = try #require(
        city.observations.all.firstIndex { $0.indicator == "population.births" && $0.year == 2023 })
      #expect(results.sizeSlips(in: observations(place, times: factor)).isEmpty)
    }
  }
}
