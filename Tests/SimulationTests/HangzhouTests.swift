import Domain
import Formulas
import Simulation
import Targets
import Testing

/// The run for Hangzhou beside figures published or derived elsewhere, with the room they leave.
struct HangzhouTests {
  private let results: Results

  init() throws { results = try Cities.hangzhou().run() }

  @Test func populationStandsAsPublished() {
    #expect(near(results.city("population.total", 2024), 12_624_000, 1e-12))
    #expect(near(results.city("population.registered_60_plus", 2024), 2_272_700, 1e-12))
  }

  /// Published from a sample of 0.5 ‰ to 1 % that jumps by itself; not used in the run.
  @Test func olderResidentsLieNearTheSample() {
    let published = results.plan.observations.all.filter {
      $0.indicator == "population.aged_60_plus" && $0.area == results.areas.cityIndex
    }
    #expect(published.map(\.year) == [2021, 2022, 2023, 2024])
    for observation in published {
      #expect(near(results.city("population.aged_60_plus", observation.year), observation.value, 0.05))
    }
  }

  @Test func lifeExpectancyStandsAsPublished() {
    #expect(abs(results.city("population.life_expectancy_female", in: 2020) - 85.13) < 0.02)
    #expect(abs(results.city("population.life_expectancy_male", in: 2020) - 81.20) < 0.02)
  }

  /// Moderate and worse on the prevalence table: 108 thousand, the table itself known to a few per cent.
  @Test func disabledResidentsOfTheBaseYear() {
    #expect((100_000...116_000).contains(results.city("care.people.disabled", in: 2020)))
  }

  /// 41 % from the levels' use of institutions; 34.8 % observed in one county.
  @Test func occupancyOfTheBaseYear() {
    #expect((0.33...0.55).contains(results.city("care.beds.occupancy", in: 2020)))
  }

  /// 11 700 frontline staff counted in 2019, and homes that say they lack some.
  @Test func careWorkersOfTheBaseYear() {
    #expect(near(results.city("care.workers.stock", in: 2020), 11_700, 0.002))
    #expect((11_700...12_700).contains(results.city("care.workers.needed", in: 2020)))
    for year in [2020, 2024] {
      #expect(abs(results.city("care.institution.staff_density", in: year) - 0.92) < 0.002, "\(year)")
    }
  }

  @Test func certifiedWorkersStandAsPublished() {
    #expect(results.city("care.workers.certified_per_10k", 2024) == 27.61)
  }

  @Test func dibaoStandardStandsAsEnacted() {
    let enacted: [(Year, Double)] = [(2021, 13_224), (2022, 14_592), (2023, 15_108), (2024, 15_108), (2025, 15_612)]
    for (year, yuan) in enacted {
      for area in 0..<results.areas.count {
        #expect(results.value("benefits.dibao.standard", area: area, year: year) == yuan, "area \(area), \(year)")
      }
    }
    for year in 2026...2035 {
      let before = results.city("benefits.dibao.standard", in: year - 1)
      #expect(results.city("benefits.dibao.standard", in: year) >= before, "\(year)")
    }
  }

  @Test func everyTargetOfThePlanIsJudgedAndNoneIsMetByAssumption() {
    let judgements = results.judgements
    #expect(Set(judgements.map(\.target.id)).count == 69)
    for judgement in judgements where judgement.basis != .simulated && judgement.basis != .actual {
      #expect(judgement.status == .open || judgement.status == .listed, "\(judgement.target.id)")
    }
    #expect(judgements.contains { $0.status == .met } && judgements.contains { $0.status == .missed })
  }

  @Test func targetsAreMeasuredLikeTheirIndicator() {
    for target in results.plan.city.targets {
      guard let name = target.indicator else { continue }
      let unit = results.indicators.first { $0.name == name }?.unit
      #expect(unit.map { target.unit.measuresLike($0) } == true, "\(target.id)")
    }
  }
}
