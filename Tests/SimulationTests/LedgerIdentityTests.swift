import Domain
import Simulation
import Testing

/// What holds of the ledger in every district and year, and in every world drawn.
struct LedgerIdentityTests {
  private static let settings = ["institution", "community", "family_bed", "home"]
  private static let services = settings + ["respite", "light"]
  private static let billed = ["institution", "home", "family_bed"]
  private static let payers = [
    "running_subsidy", "ltc_insurance", "destitute", "owner", "nursing_subsidy", "service_subsidy", "family_bed",
    "consumption_subsidy", "household",
  ]
  /// Work hours of a worker in a month: a parameter, which worlds draw.
  private static let productiveHours = "care.staffing.productive_hours"

  /// The values of a year and area by name.
  private func check(_ value: (String) -> Double, _ place: String, isDistrict: Bool) {
    let got = LedgerIdentityTests.settings.map { value("care.ledger.\($0).got") }
    let everyone = got.reduce(value("care.ledger.waiting") + value("care.ledger.none"), +)
    #expect(near(everyone, value("population.aged_60_plus"), 1e-9), "\(place): who is where")
    for (setting, got) in zip(LedgerIdentityTests.settings, got) {
      #expect(got <= value("care.ledger.\(setting).sought") * (1 + 1e-9) + 1e-9, "\(place): \(setting)")
    }
    #expect(value("care.ledger.waiting") >= -1e-6 && value("care.ledger.none") >= -1e-6, "\(place)")
    checkHours(value, place, isDistrict: isDistrict)
    checkBills(value, place)
  }

  /// Hours given are those sought once beds are given out, or all there are; a city's are the sum of its districts'.
  private func checkHours(_ value: (String) -> Double, _ place: String, isDistrict: Bool) {
    var (sought, given) = (0.0, 0.0)
    for service in LedgerIdentityTests.services {
      let hours = ["sought", "given"].map { value("care.ledger.\(service).hours_\($0)") }
      #expect(hours[1] <= hours[0] * (1 + 1e-9) + 1e-6, "\(place): hours of \(service)")
      sought += hours[0]
      given += hours[1]
    }
    let year = value(LedgerIdentityTests.productiveHours) * 12
    let most = value("care.workers.stock") * year
    #expect(near(given, value("care.workers.at_work") * year, 1e-9), "\(place): at work")
    #expect(near(sought, value("care.workers.needed") * year, 1e-9), "\(place): needed")
    #expect(given <= most * (1 + 1e-9) + 1e-6, "\(place): hours there are")
    if isDistrict, value("care.beds.shortage") < 1e-9 {
      #expect(near(given, min(sought, most), 1e-9), "\(place): hours given")
    }
  }

  /// Payers and households pay each bill, none less than nothing; nobody claims for care that nobody has.
  private func checkBills(_ value: (String) -> Double, _ place: String) {
    for setting in LedgerIdentityTests.billed {
      let paid = LedgerIdentityTests.payers.map { value("care.paid.\(setting).\($0)") }.filter { !$0.isNaN }
      #expect(paid.count >= 3 && paid.allSatisfy { $0 >= -1e-6 }, "\(place): nobody pays less than nothing")
      #expect(near(paid.reduce(0, +), value("care.paid.\(setting).all"), 1e-9), "\(place): bills of \(setting)")
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
        check(
          { $0 == LedgerIdentityTests.productiveHours ? 140 : results.value($0, area: area, year: year) ?? .nan },
          "area \(area), \(year)",
          isDistrict: area != results.areas.cityIndex)
      }
    }
  }

  /// In every world drawn, district and year.
  @Test(arguments: Cities.names)
  func booksHoldInEveryMember(name: String) async throws {
    let city = name == "tinytown" ? try UncertainTown.city() : try Cities.city(named: name)
    let plan = try city.plan(to: 2032)
    let names = plan.model.published.map(\.name).filter {
      ["care.", "population.aged_60_plus"].contains(where: $0.hasPrefix)
    }
    let results = try await plan.run(EnsembleOptions(draws: 24, threads: 2, kept: names))
    let worlds = try WorldSample(plan, members: 24)
    var varied = 0
    for area in 0..<results.areas.count {
      for year in results.years {
        var members = [LedgerIdentityTests.productiveHours: worlds.values(LedgerIdentityTests.productiveHours, year)]
        for name in names { members[name] = results.members(name, area: area, year: year) }
        if Set(members["care.ledger.home.got"] ?? []).count > 1 { varied += 1 }
        for member in 0..<24 {
          check(
            { members[$0]?[member] ?? .nan }, "area \(area), \(year), member \(member + 1)",
            isDistrict: area != results.areas.cityIndex)
        }
      }
    }
    #expect(varied > 0)
  }

  /// Hours given are those sought after beds, where nobody is turned away and where many are.
  @Test(arguments: [0.9, 0.3]) func hoursGivenAreThoseSoughtOrThoseThereAre(limit: Double) throws {
    let results = try Cities.hangzhou().run([("care.beds.occupancy_limit", .standing(limit))])
    let ranks = (1...4).map { "care.ledger.rank_hours_\($0)" }
    for area in results.areas.districts.indices {
      for year in results.years {
        func step(_ name: String) -> Double { results.step(name, area: area, year: year) ?? .nan }
        let sought = ranks.reduce(0) { $0 + step($1) }
        let given = LedgerIdentityTests.services.reduce(0) {
          $0 + (results.value("care.ledger.\($1).hours_given", area: area, year: year) ?? .nan)
        }
        #expect(near(given, min(sought, step("care.ledger.hours_there_are")), 1e-9), "area \(area), \(year)")
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
        check(
          { $0 == LedgerIdentityTests.productiveHours ? 140 : results.value($0, area: area, year: year) ?? .nan },
          "\(path), area \(area), \(year)",
          isDistrict: area != results.areas.cityIndex)
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
        let price = results.plan.parameters.all.first { $0.parameter.path == "fiscal.home_help.unit_cost" }
        let bill = value("care.ledger.home.contact_hours") * (price?.series(in: area).value(in: year).first ?? .nan)
        #expect(near(value("care.paid.home.all"), bill, 1e-9), "area \(area), \(year)")
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
