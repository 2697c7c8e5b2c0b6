import Domain
import Simulation
import Testing

/// What holds of the ledger in every district and year, and in every world drawn.
struct LedgerIdentityTests {
  private static let settings = ["institution", "community", "family_bed", "home"]

  /// The values of a year and area by name.
  private func check(_ value: (String) -> Double, _ place: String, hours month: Double) {
    let got = LedgerIdentityTests.settings.map { value("care.ledger.\($0).got") }
    let everyone = got.reduce(value("care.ledger.waiting") + value("care.ledger.none"), +)
    #expect(near(everyone, value("population.aged_60_plus"), 1e-9), "\(place): who is where")
    for (setting, got) in zip(LedgerIdentityTests.settings, got) {
      #expect(got <= value("care.ledger.\(setting).sought") * (1 + 1e-9) + 1e-9, "\(place): \(setting)")
      #expect(
        value("care.ledger.\(setting).hours_given") <= value("care.ledger.\(setting).hours_sought") * (1 + 1e-9) + 1e-6,
        "\(place): hours of \(setting)")
    }
    #expect(value("care.workers.at_work") <= value("care.workers.stock") * (1 + 1e-9) + 1e-9, "\(place): at work")
    #expect(value("care.ledger.waiting") >= -1e-9 && value("care.ledger.none") >= -1e-9, "\(place)")
    for setting in ["institution", "home", "family_bed"] {
      let payers = [
        "running_subsidy", "ltc_insurance", "destitute", "owner", "nursing_subsidy", "service_subsidy", "family_bed",
        "consumption_subsidy", "household",
      ].map { value("care.paid.\(setting).\($0)") }.filter { !$0.isNaN }
      #expect(payers.allSatisfy { $0 >= -1e-6 }, "\(place): nobody pays less than nothing")
      #expect(near(payers.reduce(0, +), value("care.paid.\(setting).all"), 1e-9), "\(place): bills of \(setting)")
      if value("care.ledger.\(setting).got") < 1e-9 {
        #expect(value("care.paid.\(setting).ltc_insurance") < 1e-6, "\(place): a claim without care")
      }
    }
  }

  @Test(arguments: Cities.names)
  func booksHoldInEveryDistrictAndYear(name: String) throws {
    let results = try Cities.city(named: name).run()
    for area in 0..<results.areas.count {
      for year in results.years {
        check({ results.value($0, area: area, year: year) ?? .nan }, "area \(area), \(year)", hours: 140)
      }
    }
  }

  /// No workers, no beds, no insurance, help for everyone: the books hold.
  @Test(arguments: [
    ("care.workers.hires", 0.0), ("care.beds.occupancy_limit", 0), ("benefits.ltc_insurance.takeup", 0),
    ("care.home.takeup_severe", 1), ("care.community.use_moderate", 1), ("care.institution.use_severe", 1),
    ("care.family_beds.build", 50_000), ("care.workers.exit_rate", 1), ("care.institution.fee", 5),
  ])
  func booksHoldAtTheEnds(path: String, value: Double) throws {
    let results = try Cities.hangzhou().run([(path, .standing(value))], to: 2030)
    for area in 0..<results.areas.count {
      for year in results.years {
        check({ results.value($0, area: area, year: year) ?? .nan }, "\(path), area \(area), \(year)", hours: 140)
      }
    }
  }

  /// Insurance pays no more than its rate makes of the hours its users have, and its daily rates of their days.
  @Test func claimsAreWhatTheInsurancePaysForCareThatIsGiven() throws {
    let results = try Cities.hangzhou().run()
    for area in results.areas.districts.indices {
      for year in 2025...2035 {
        func value(_ name: String) -> Double { results.value(name, area: area, year: year) ?? .nan }
        let rate = results.plan.parameters.all.first { $0.parameter.path == "benefits.ltc_insurance.hour_rate" }
        let yuan = rate?.series(in: area).value(in: year).first ?? .nan
        let contact = value("care.ledger.home.contact_hours") + value("care.ledger.family_bed.contact_hours")
        #expect(value("benefits.ltc_insurance.home_payment") <= contact * yuan * (1 + 1e-9), "area \(area), \(year)")
        #expect(value("benefits.ltc_insurance.institution_users") <= value("care.ledger.institution.got") * (1 + 1e-9))
      }
    }
  }

  @Test func threeSumsAreWhatIsPaidAndTheGovernmentsContributions() throws {
    let results = try Cities.hangzhou().run()
    for area in 0..<results.areas.count {
      for year in results.years.dropFirst() {
        func value(_ name: String) -> Double { results.value("fiscal.\(name)", area: area, year: year) ?? .nan }
        let government =
          results.value("benefits.ltc_insurance.contributions_government", area: area, year: year) ?? .nan
        let sums = value("fiscal_cost") + value("insurance_cost") + value("household_cost")
        #expect(near(sums - government, value("cost"), 1e-9), "area \(area), \(year)")
        #expect(near(value("public_cost") + value("household_cost"), value("cost"), 1e-9))
      }
    }
  }
}
