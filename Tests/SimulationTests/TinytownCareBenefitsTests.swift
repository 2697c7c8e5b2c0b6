import Domain
import Formulas
import Simulation
import Testing

/// The rules for people who need care and for those who give it, worked out by hand for the invented city.
struct TinytownCareBenefitsTests {
  private let results: Results

  init() throws { results = try Cities.tinytown().run(to: 2030) }

  private func value(_ name: String, _ area: Int, _ year: Year) -> Double {
    results.value(name, area: area, year: year) ?? .nan
  }

  private func expect(
    _ name: String, _ year: Year, _ tolerance: Double = 1e-9, sourceLocation: SourceLocation = #_sourceLocation,
    _ expected: (Int) -> Double
  ) {
    for area in 0...1 {
      let found = value("benefits.\(name)", area, year)
      #expect(
        near(found, expected(area), tolerance), "\(name), area \(area), \(year): \(found) for \(expected(area))",
        sourceLocation: sourceLocation)
    }
    let sum = value("benefits.\(name)", 0, year) + value("benefits.\(name)", 1, year)
    #expect(near(value("benefits.\(name)", 2, year), sum, 1e-9), sourceLocation: sourceLocation)
  }

  /// Registered for each resident older person times the share of poor families, 4.8 times that of all people.
  private func poor(_ area: Int, _ year: Year) -> Double {
    let people = value("population.registered", area, year)
    let share =
      4.8 * (value("benefits.dibao.recipients", area, year) + value("benefits.low_edge.recipients", area, year))
      / people
    return share * value("population.registered_60_plus", area, year) / value("population.aged_60_plus", area, year)
  }

  /// Disabled people by level and what part of them is in an institution: 9, 25 and 40 %, in the west 0.6 of it.
  private func disabled(_ area: Int) -> [(people: Double, inside: Double)] {
    zip(["moderate", "severe", "complete"], [0.09, 0.25, 0.4]).map {
      (value("care.people.\($0)", area, 2020), $1 * [1, 0.6][area])
    }
  }

  /// The sum over the levels of people times an amount.
  private func sum(_ people: [Double], _ amounts: [Double]) -> Double {
    zip(people, amounts).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test func serviceSubsidyPaysTheHigherTrack() {
    let outside = { area in disabled(area).map { $0.people * (1 - $0.inside) * poor(area, 2020) } }
    expect("service_subsidy.by_disability", 2020) { outside($0).reduce(0, +) }
    // By age 43.1 % of 4930 and 1090 people in the east, 2990 and 680 in the west, at 40 and 100 a month, but for the
    // part who are disabled and poor themselves; by disability 540, 775 and 900.
    let older = [4930.0, 2990]
    let oldest = [1090.0, 680]
    for area in 0...1 {
      let others = value("benefits.service_subsidy.recipients", area, 2020) - outside(area).reduce(0, +)
      let part = others / (0.431 * (older[area] + oldest[area]))
      // Among people of that age between a tenth and a third are disabled, and not all of them are poor.
      #expect(part < 1 && part > 1 - 0.5 * poor(area, 2020))
      let paid = 12 * (sum(outside(area), [540, 775, 900]) + 0.431 * part * (40 * older[area] + 100 * oldest[area]))
      #expect(near(value("benefits.service_subsidy.payment", area, 2020), paid, 1e-9))
    }
  }

  @Test func nursingSubsidyGoesToPoorFamiliesInInstitutions() {
    let inside = { area in disabled(area).map { $0.people * $0.inside * poor(area, 2020) } }
    expect("nursing_subsidy.recipients", 2020) { inside($0).reduce(0, +) }
    expect("nursing_subsidy.payment", 2020) { 12 * sum(inside($0), [500, 950, 1300]) }
  }

  @Test func familyBeds() {
    expect("family_bed.recipients", 2021) { value("care.setting.family_bed", $0, 2021) }
    // 20 new beds a year in the east at 3000, and 400 a month for those in use.
    expect("family_bed.payment", 2021) { area in
      (area == 0 ? 20 * 3000.0 : 0) + value("care.setting.family_bed", area, 2021) * 4800
    }
    expect("family_bed.construction_payment", 2020) { _ in 0 }
    // In the budget what is built is capital: 20 beds at 3000; the rest runs.
    let running = value("care.setting.family_bed", 2, 2021) * 4800
    #expect(near(results.city("fiscal.line.family_bed_capital", 2021), 60_000, 1e-9))
    #expect(near(results.city("fiscal.line.family_bed", 2021), running, 1e-9))
  }

  /// Each recipient of the service subsidy has four hours a month; a worker has 140.
  @Test func subsidisedServiceNeedsCareWorkers() throws {
    let hours = try Cities.tinytown().run([("care.staffing.subsidy_hours", .standing(0))], to: 2030)
    for area in 0...2 {
      let needed = value("care.workers.needed", area, 2028)
      let others = hours.value("care.workers.needed", area: area, year: 2028) ?? .nan
      #expect(near(needed - others, value("benefits.service_subsidy.recipients", area, 2028) * 4 / 140, 1e-6))
      let staff = value("care.workers.stock", area, 2028)
      #expect(near(value("care.workers.shortage", area, 2028), needed - staff, 1e-6))
      #expect(near(value("care.workers.coverage", area, 2028), staff / needed, 1e-12))
    }
  }

  @Test func entryAwardIsPaidAfterThreeFourAndFiveYears() {
    // 120 entrants a year from 2022; 55, 35 and 10 % at 30, 40 and 50 thousand: 35 500 on average.
    for (year, cohorts, part) in [(2024, 0.0, 0.0), (2025, 1, 0.3), (2026, 2, 0.6), (2027, 3, 1), (2030, 3, 1)] {
      #expect(near(value("benefits.worker_entry.recipients", 2, year), 120 * cohorts, 1e-9), "\(year)")
      #expect(near(value("benefits.worker_entry.payment", 2, year), 120 * 35_500 * part, 1e-9), "\(year)")
    }
  }

  @Test func certificateAllowanceBeginsInAugust2024() {
    expect("worker_certificate.payment", 2023) { _ in 0 }
    // 153 of 366 days; 430 a month below the senior grade, 800 from it on; 80 % fulfil the conditions.
    for (year, part) in [(2024, 153.0 / 366), (2025, 1)] {
      expect("worker_certificate.payment", year) { area in
        let certified = value("care.workers.certified", area, year)
        let senior = value("care.workers.senior", area, year)
        return 12 * part * 0.8 * (430 * (certified - senior) + 800 * senior)
      }
    }
  }

  @Test func consumptionSubsidyLastsTwoYears() {
    for year in [2024, 2027] { expect("consumption_subsidy.payment", year) { _ in 0 } }
    func step(_ name: String, _ area: Int) -> Double { results.step("care.\(name)", area: area, year: 2026) ?? .nan }
    for area in 0...1 {
      var (inside, helped) = (0.0, 0.0)
      for (level, takeUp) in [("moderate", 0.06), ("severe", 0.2), ("complete", 0.25)] {
        let living = step("institution.residents_\(level)", area)
        let served = step("community_users.\(level)", area) + step("family_bed_users.\(level)", area)
        inside += living
        helped += takeUp * (value("care.people.\(level)", area, 2026) - living - served)
      }
      // 60 % claim. In institutions 40 % of 4200 is capped at 800; at home it is half of 750 and a year's rise of wages.
      let claimed = value("benefits.consumption_subsidy.recipients", area, 2026)
      #expect(near(claimed, 0.6 * (inside + helped), 1e-9), "area \(area)")
      let paid = value("benefits.consumption_subsidy.payment", area, 2026)
      #expect(near(paid, 12 * 0.6 * (800 * inside + 0.5 * 787.5 * helped), 1e-9), "area \(area)")
    }
  }

  @Test func longTermCareInsurance() {
    expect("ltc_insurance.payment", 2024) { _ in 0 }
    let moderate = { area in value("care.people.moderate", area, 2025) }
    let severe = { area in value("care.people.severe", area, 2025) }
    let complete = { area in value("care.people.complete", area, 2025) }
    // A tenth of the moderately disabled, whom this scheme takes in.
    let users = { area in [0.1 * moderate(area), 0.45 * severe(area), 0.45 * complete(area)] }
    expect("ltc_insurance.recipients", 2025) { users($0).reduce(0, +) }
    // 70 % at home: 80 % of 12, 25 and 35 hours at 60; 30 % in institutions: 30, 50 and 70 a day.
    expect("ltc_insurance.payment", 2025) { area in
      0.7 * 12 * 0.8 * 60 * sum(users(area), [12, 25, 35]) + 0.3 * 365 * sum(users(area), [30, 50, 70])
    }
    // 93 % of residents at 90 a year, two thirds of them employees or so.
    expect("ltc_insurance.contributions", 2025) { 0.93 * 90 * value("population.total", $0, 2025) }
    expect("ltc_insurance.contributions_government", 2025) {
      0.93 * 0.38 * 60 * value("population.total", $0, 2025)
    }
  }

  @Test func burialsFollowTheDeathsOfRegisteredPeople() {
    #expect(results.city("benefits.burial.recipients", 2020) == nil)
    expect("burial.payment", 2022) { 667 * value("benefits.burial.recipients", $0, 2022) }
    // From August 2023: 212 days at 667, 153 at 1000.
    expect("burial.payment", 2023) {
      (667 * 212 + 1000 * 153) / 365 * value("benefits.burial.recipients", $0, 2023)
    }
  }

  @Test func everythingPaidAddsUp() {
    for year in results.years {
      for area in 0...2 {
        let sum = Model.benefits.map(\.payment).reduce(0) {
          $0 + (results.value($1.name, area: area, year: year) ?? 0)
        }
        #expect(near(value("benefits.payment", area, year), sum, 1e-9))
      }
    }
  }
}
