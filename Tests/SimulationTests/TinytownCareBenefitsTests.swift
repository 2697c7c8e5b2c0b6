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

  private func plain(_ area: Int) -> PlainLedger { PlainLedger(results: results, area: area) }

  private static let disabled = ["moderate", "severe", "complete"]

  /// What the ledger says of each disabled level.
  private func steps(_ name: String, _ area: Int, _ year: Year) -> [Double] {
    TinytownCareBenefitsTests.disabled.map { results.step("care.ledger.\(name)_\($0)", area: area, year: year) ?? .nan }
  }

  /// People of poor families who have help at home, by level.
  private func poorHelped(_ area: Int, _ year: Year) -> [Double] {
    zip(steps("poor_help_sought", area, year), steps("served.home", area, year)).map { $0 * $1 }
  }

  /// The sum over the levels of people times an amount.
  private func sum(_ people: [Double], _ amounts: [Double]) -> Double {
    zip(people, amounts).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Nobody is insured in 2020, so that what is paid for is 6, 18 and 24 hours a month at 60 yuan, up to 540, 775, 900.
  @Test func serviceSubsidyPaysForHelpAtHomeAndForLightService() {
    expect("service_subsidy.by_disability", 2020) { poorHelped($0, 2020).reduce(0, +) }
    // By age 43.1 % of 4930 and 1090 people in the east, 2990 and 680 in the west, at 40 and 100 a month, but for the
    // part who are disabled and poor themselves.
    let older = [4930.0, 2990]
    let oldest = [1090.0, 680]
    for area in 0...1 {
      let byAge = value("benefits.service_subsidy.by_age", area, 2020)
      let part = byAge / (0.431 * (older[area] + oldest[area]))
      // Among people of that age between a tenth and a third are disabled, and not all of them are poor.
      #expect(part < 1 && part > 1 - 0.5 * poor(area, 2020))
      let served = results.step("care.ledger.served.light", area: area, year: 2020) ?? .nan
      #expect(
        near(
          value("benefits.service_subsidy.recipients", area, 2020) - poorHelped(area, 2020).reduce(0, +),
          byAge * served, 1e-9))
      let light = 12 * 0.431 * part * (40 * older[area] + 100 * oldest[area]) * served
      let help = 12 * sum(poorHelped(area, 2020), [360, 775, 900])
      #expect(near(value("benefits.service_subsidy.payment", area, 2020), help + light, 1e-9))
    }
  }

  /// Those of poor families who are not destitute, for whom others pay.
  @Test func nursingSubsidyGoesToPoorFamiliesInInstitutions() {
    let eligible = { (area: Int) -> [Double] in
      let destitute = value("benefits.destitute.recipients", area, 2020) * 0.57
      let shares = [
        plain(area).parameter("benefits.destitute.share_partly", 2020), 0,
        plain(area).parameter("benefits.destitute.share_fully", 2020),
      ]
      return zip(steps("residents", area, 2020), shares).map { ($0 - min(destitute * $1, $0)) * poor(area, 2020) }
    }
    expect("nursing_subsidy.recipients", 2020) { eligible($0).reduce(0, +) }
    expect("nursing_subsidy.payment", 2020) { 12 * sum(eligible($0), [500, 950, 1300]) }
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

  /// Half of the age track's money buys hours at 45 yuan, of which each takes 1.27 of a worker.
  @Test func lightServiceNeedsCareWorkers() throws {
    let without = try Cities.tinytown().run([("benefits.service_subsidy.takeup", .standing(0))], to: 2030)
    for area in 0...2 {
      let needed = value("care.workers.needed", area, 2028)
      let others = without.value("care.workers.needed", area: area, year: 2028) ?? .nan
      let hours = value("care.ledger.light.hours_sought", area, 2028)
      #expect(near(needed - others, hours / (140 * 12), 1e-6))
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
    // 60 % of the disabled who have care in an institution, at home or with a family bed; up to 800 a month.
    expect("consumption_subsidy.recipients", 2026) { area in
      0.6
        * ["residents", "help_got", "family_beds_got"].reduce(0.0) { $0 + steps($1, area, 2026).reduce(0, +) }
    }
    for area in 0...1 {
      let paid = value("benefits.consumption_subsidy.payment", area, 2026)
      #expect(paid > 0 && paid <= 12 * 800 * value("benefits.consumption_subsidy.recipients", area, 2026))
      let parts = ["institution", "home", "family_bed"].map { value("care.paid.\($0).consumption_subsidy", area, 2026) }
      #expect(near(paid, parts.reduce(0, +), 1e-9))
    }
  }

  @Test func longTermCareInsurance() {
    expect("ltc_insurance.payment", 2024) { _ in 0 }
    // A tenth of the moderately disabled, whom this scheme takes in, and 45 % of the others.
    let admitted = [0.1, 0.45, 0.45]
    expect("ltc_insurance.institution_users", 2025) { sum(steps("residents", $0, 2025), admitted) }
    // What they are paid a day there: 30, 50 and 70 yuan.
    expect("ltc_insurance.institution_payment", 2025) { area in
      365 * sum(zip(steps("residents", area, 2025), admitted).map { $0 * $1 }, [30, 50, 70])
    }
    expect("ltc_insurance.recipients", 2025) { area in
      let home = zip(steps("insured_help_sought", area, 2025), steps("served.home", area, 2025)).map { $0 * $1 }
      return home.reduce(0, +) + sum(steps("family_beds_got", area, 2025), admitted)
        + sum(steps("residents", area, 2025), admitted)
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
