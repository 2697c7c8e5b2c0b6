import Domain
import Fiscal
import Formulas
import Simulation
import Testing

/// One worked example for each kind of line, in the invented city.
struct BudgetTests {
  private let city: City
  private let results: Results

  init() throws {
    city = try Cities.tinytown()
    results = try city.run()
  }

  private func line(_ name: String) throws -> BudgetLine {
    try #require(results.plan.model.budget?.lines.first { $0.name == name })
  }

  @Test func publicBedsCostTheirNumberTimesTheIndexedUnitCost() {
    // 30 beds a year at 100 000 yuan of 2020, prices rising 1 % a year.
    #expect(near(results.city("fiscal.line.bed_construction", 2021), 30 * 100_000 * 1.01, 1e-12))
    #expect(near(results.city("fiscal.line.bed_construction", 2023), 30 * 100_000 * 1.01 * 1.01 * 1.01, 1e-12))
  }

  @Test func privateBedsAreTheRestAndGetASubsidyThatStays() {
    #expect(near(results.city("fiscal.line.bed_subsidy", 2021), (100 - 30) * 5000, 1e-12))
    #expect(near(results.city("fiscal.line.bed_subsidy", 2030), (100 - 30) * 5000, 1e-12))
    #expect(near(results.city("fiscal.private_capital", 2021), 70 * 100_000 * 1.01 - 70 * 5000, 1e-12))
  }

  @Test func institutionsCostTheirResidentsByLevelLessTheSubsidies() throws {
    let monthly = [2500.0, 3000, 4000, 5000, 6000]
    let subsidy = [100.0, 100, 200, 200, 200]
    for area in 0..<results.areas.count {
      let residents = try Ability.allCases.map { level in
        try #require(results.step("care.ledger.residents_\(level.name)", area: area, year: 2022))
      }
      let all = zip(residents, monthly).reduce(0) { $0 + $1.0 * $1.1 * 12 * 1.05 * 1.05 }
      let paid = zip(residents, subsidy).reduce(0) { $0 + $1.0 * $1.1 * 12 }
      #expect(near(results.value("fiscal.institution_cost", area: area, year: 2022), all, 1e-12))
      #expect(near(results.value("fiscal.line.running_subsidy", area: area, year: 2022), paid, 1e-12))
      let programmes = ["ltc_insurance", "destitute", "owner", "nursing_subsidy", "consumption_subsidy"].reduce(paid) {
        $0 + (results.value("care.paid.institution.\($1)", area: area, year: 2022) ?? 0)
      }
      #expect(programmes > paid)
      #expect(near(results.value("fiscal.line.institution_running", area: area, year: 2022), all - programmes, 1e-12))
      let living = results.value("care.setting.institution", area: area, year: 2022)
      #expect(near(living, residents.reduce(0, +), 1e-12))
    }
  }

  @Test func aProgrammeIsBuiltWhenItRisesAndRunsAtItsLevel() {
    // 10 canteens of 2020, 24 of 2022: 14 built in 2022, and 24 run from then on.
    #expect(results.city("fiscal.line.canteens_capital", 2021) == 0)
    #expect(near(results.city("fiscal.line.canteens_capital", 2022), 14 * 200_000 * 1.01 * 1.01, 1e-12))
    #expect(results.city("fiscal.line.canteens_capital", 2023) == 0)
    #expect(near(results.city("fiscal.line.canteens", 2021), 10 * 30_000 * 1.05, 1e-12))
    #expect(near(results.city("fiscal.line.canteens", 2023), 24 * 30_000 * 1.05 * 1.05 * 1.05, 1e-12))
  }

  @Test func aProgrammeWithoutAnActualCostsNothingUntilAPathSetsIt() throws {
    #expect(results.years.dropFirst().allSatisfy { results.city("fiscal.line.living_rooms", $0) == 0 })
    let points = [(2024, 0.1), (2025, 0.25)].map { Override.Point(from: Day(firstOf: $0), value: $1) }
    let path = try city.run([("programmes.living_rooms_share.path", .points(points))])
    let price = 100_000 * 1.01 * 1.01 * 1.01 * 1.01
    #expect(path.city("fiscal.line.living_rooms", 2023) == 0)
    #expect(near(path.city("fiscal.line.living_rooms", 2024), 0.1 * 40 * price, 1e-12))
    #expect(near(path.city("fiscal.line.living_rooms", 2025), 0.15 * 40 * price * 1.01, 1e-12))
    #expect(path.city("fiscal.line.living_rooms", 2026) == 0)
  }

  @Test func theBaseYearHasNoCosts() {
    let names = results.indicators.map(\.name).filter { $0.hasPrefix("fiscal.line.") || $0.hasPrefix("fiscal.payer.") }
    #expect(!names.isEmpty)
    for name in names + ["fiscal.cost", "fiscal.capital"] { #expect(results.city(name, 2020) == nil, "\(name)") }
  }

  @Test func onePayerTakesWhatTheSharesLeave() throws {
    let beds = try line("bed_construction")
    let cost = results.city(beds.cost.name, in: 2025)
    let amounts = results.amounts(of: beds, area: results.areas.cityIndex, year: 2025)
    #expect(amounts.map(\.payer) == [.city, .district, .lotteryFund])
    let byFund = try #require(results.step(beds.paidByFund.name, area: results.areas.cityIndex, year: 2025))
    #expect(byFund > 0 && byFund < cost * 0.5)
    for (found, yuan) in zip(amounts, [cost * 0.3, cost * 0.7 - byFund, byFund]) {
      #expect(near(found.yuan, yuan, 1e-12))
    }

    let more = try city.run([("fiscal.bed_construction.share_centre", .standing(0.4))])
    let after = more.amounts(of: beds, area: more.areas.cityIndex, year: 2025)
    let district = after.first { $0.payer == .district }?.yuan ?? 0
    let fund = after.first { $0.payer == .lotteryFund }?.yuan ?? 0
    #expect(near(district + fund, cost * 0.3, 1e-12))
    #expect(more.city("fiscal.cost", 2025) == results.city("fiscal.cost", 2025))
  }

  @Test func sharesBeyondTheWholeAreRefused() {
    #expect(throws: ResolutionError.self) {
      try city.run([("fiscal.bed_construction.share_centre", .standing(0.8))])
    }
  }

  @Test func publicCostLeavesTheHouseholdsOut() {
    for year in results.years.dropFirst() {
      let parts = results.city("fiscal.public_cost", in: year) + results.city("fiscal.payer.household", in: year)
      #expect(near(parts, results.city("fiscal.cost", year), 1e-12))
      let real = results.city("fiscal.cost", in: year) / results.city("fiscal.price_index", in: year)
      #expect(near(results.city("fiscal.real_cost", year), real, 1e-12))
    }
  }

  @Test func theFundMayPayTheShareItIsGiven() throws {
    let beds = results.city("fiscal.line.bed_construction", in: 2025)
    let canteens = results.city("fiscal.line.canteens_capital", in: 2025)
    #expect(near(results.city("fund.need.eldercare_facilities", 2025), beds * 0.5 + canteens * 0.8, 1e-12))
    // No more than what the payers with shares leave.
    let dear = try city.run([("fiscal.bed_construction.share_city", .standing(0.9))])
    #expect(near(dear.city("fund.need.eldercare_facilities", 2025), beds * 0.1 + canteens * 0.8, 1e-12))
  }

  @Test func careWorkersPayIsPartOfTheRunningCosts() {
    let pay = ["basic", "senior", "technician"].map { results.city("fiscal.wages.\($0)", in: 2025) }
    #expect(pay.allSatisfy { $0 > 0 })
    #expect(pay.reduce(0, +) < results.city("fiscal.institution_cost", in: 2025))
    #expect(near(results.city("fiscal.wages.senior_month", 2022), 6000 * 1.05 * 1.05, 1e-12))
  }

  @Test func aPolicyFrom2026ChangesNothingBefore() throws {
    let later = try city.run([
      ("fiscal.running_subsidy.base", .points([Override.Point(from: Day(firstOf: 2026), value: 300)]))
    ])
    for cell in later.cells where cell.year < 2026 {
      #expect(
        cell.value == results.value(cell.indicator.name, area: cell.area, year: cell.year), "\(cell.indicator.name)")
    }
    #expect(later.city("fiscal.line.running_subsidy", in: 2026) > results.city("fiscal.line.running_subsidy", in: 2026))
  }
}
