import Care
import Domain
import Testing

/// The ledger of one district, worked out by hand to the digits printed here.
struct ToyDistrictTests {
  /// Checks values against those worked out, to as many digits as they are written with.
  private func expect(
    _ district: ToyDistrict, _ expected: [String: Double], digits: Double = 0.005,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let result = try district.settle()
    for (name, value) in expected {
      #expect(abs(result(name) - value) <= digits, "\(name): \(result(name)) and \(value)", sourceLocation: place)
    }
  }

  private func got(_ values: [String: Double]) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: values.map { ("care.ledger.\($0).got", $1) })
  }

  @Test func withWorkersEnoughEveryoneWhoSeeksCareGetsIt() throws {
    let result = try ToyDistrict().settle()
    let hours = ["institution": 8405.25, "community": 4360, "family_bed": 736.6, "home": 2956.81, "light": 190.5]
    for (setting, monthly) in hours {
      #expect(abs(result("care.ledger.\(setting).hours_sought") / 12 - monthly) <= 0.005, "\(setting)")
      #expect(abs(result("care.ledger.\(setting).hours_given") / 12 - monthly) <= 0.005, "\(setting)")
    }
    try expect(
      ToyDistrict(),
      got(["institution": 246.5, "community": 218, "family_bed": 40, "home": 122.53]).merging([
        "care.workers.needed": 118.923, "care.workers.at_work": 118.923, "care.unmet_need": 77.97,
        "care.ledger.waiting": 0, "care.unmet_hours": 0,
      ]) { $1 })
    let insured = Ability.disabled.reduce(0.0) { $0 + result("care.ledger.insured_help_sought_\($1.name)") }
    #expect(abs(insured - 95.53) <= 0.005)
  }

  @Test func whereHoursAreShortTheMildWaitFirst() throws {
    try expect(
      ToyDistrict(workers: 100),
      got(["institution": 246.5, "community": 156.704, "family_bed": 36.002, "home": 113.536]).merging([
        "care.ledger.waiting": 74.288, "care.unmet_need": 118.945, "care.workers.at_work": 100,
        "care.ledger.rank_served_3": 0.66687,
      ]) { $1 }, digits: 0.0006)
  }

  @Test func homesKeepTheirLeastStaffToTheLast() throws {
    try expect(
      ToyDistrict(workers: 50),
      got(["institution": 241.516, "community": 0, "family_bed": 0, "home": 0]).merging([
        "care.ledger.waiting": 385.514
      ]) { $1 })
  }

  @Test func withoutWorkersNobodyGetsCare() throws {
    try expect(
      ToyDistrict(workers: 0),
      got(["institution": 0, "community": 0, "family_bed": 0, "home": 0]).merging([
        "care.ledger.waiting": 627.03, "care.unmet_need": 555, "care.workers.at_work": 0,
      ]) { $1 })
  }

  @Test func withoutBedsTheTurnedAwayAskForHelpAtHome() throws {
    try expect(
      ToyDistrict(beds: 0),
      got(["institution": 0, "home": 180.27]).merging([
        "care.ledger.waiting": 188.76, "care.workers.needed": 130.946, "care.workers.at_work": 70.909,
      ]) { $1 })
  }

  @Test func withFewBedsSomeAreTurnedAway() throws {
    try expect(
      ToyDistrict(beds: 200),
      got(["institution": 180, "home": 138.107]).merging(["care.ledger.waiting": 50.923]) { $1 })
  }

  @Test func withoutInsuranceFewerSeekHelp() throws {
    var district = ToyDistrict()
    district.values["benefits.ltc_insurance.takeup"] = 0
    try expect(district, got(["home": 73.65]).merging(["care.workers.needed": 106.658]) { $1 })
  }

  @Test func insuranceThatMovesNobodyPaysForThoseWhoHaveHelpAnyway() throws {
    var district = ToyDistrict()
    district.values["care.response.insurance_home_help"] = 0
    try expect(district, got(["home": 73.65]).merging(["care.workers.needed": 109.024]) { $1 })
    let result = try district.settle()
    let insured = Ability.disabled.reduce(0.0) { $0 + result("care.ledger.insured_help_sought_\($1.name)") }
    #expect(abs(insured - 46.65) <= 0.005)
  }

  @Test func poorFamiliesSeekHelpBecauseOfTheSubsidy() throws {
    let district = ToyDistrict(poor: 0.1)
    try expect(district, got(["home": 149.679]))
    let result = try district.settle()
    let insured = Ability.disabled.reduce(0.0) { $0 + result("care.ledger.insured_help_sought_\($1.name)") }
    #expect(abs(insured - 95.53) <= 0.005)
  }

  @Test func moreFamilyBedsNeedMoreWorkers() throws {
    try expect(
      ToyDistrict(familyBeds: 150),
      got(["family_bed": 120, "home": 96.25]).merging(["care.workers.needed": 124.207]) { $1 })
  }

  /// Persons hide thin hours: nobody is below the norm, and 305 who seek care have none.
  @Test func helpForEveryoneIsThinWhereHoursAreShort() throws {
    var district = ToyDistrict()
    for level in Ability.disabled { district.values["care.home.takeup_\(level.name)"] = 1 }
    try expect(
      district,
      ["care.ledger.rank_served_3": 0.52756, "care.unmet_need": 0, "care.ledger.waiting": 305.196], digits: 0.0006)
  }

  /// No people, beds, workers: no division by nothing.
  @Test func emptyDistrictHasNothingOfAnything() throws {
    let result = try ToyDistrict(people: [0, 0, 0, 0, 0], beds: 0, workers: 0, familyBeds: 0).settle()
    for setting in ["institution", "community", "family_bed", "home"] {
      for what in ["sought", "got", "hours_sought", "hours_given"] {
        #expect(result("care.ledger.\(setting).\(what)") == 0, "\(setting) \(what)")
      }
    }
    #expect(result("care.ledger.waiting") == 0 && result("care.ledger.none") == 0)
  }

  /// Whatever the workers, nobody is lost, nothing is given that was not sought, and more workers never serve fewer.
  @Test func settingsWaitingAndNoneAddUpWhateverTheWorkers() throws {
    var before = -1.0
    for workers in stride(from: 0.0, through: 200, by: 12.5) {
      for beds in [0.0, 150, 500] {
        let result = try ToyDistrict(beds: beds, workers: workers, poor: 0.2).settle()
        let settings = ["institution", "community", "family_bed", "home"]
        let everyone = settings.reduce(result("care.ledger.waiting") + result("care.ledger.none")) {
          $0 + result("care.ledger.\($1).got")
        }
        #expect(abs(everyone - 10_000) < 1e-8)
        let available = workers * 140 * 12
        let given = result("care.workers.at_work") * 140 * 12
        let asked = (1...4).reduce(0.0) { $0 + result("care.ledger.rank_hours_\($1)") }
        #expect(abs(given - min(available, asked)) < 1e-6, "\(workers) workers, \(beds) beds")
        for setting in settings {
          #expect(result("care.ledger.\(setting).got") <= result("care.ledger.\(setting).sought") + 1e-9)
        }
        if beds == 500 {
          #expect(given >= before)
          before = given
        }
      }
    }
  }
}
