import Allocation
import Domain
import Fiscal
import Formulas
import Simulation
import Testing

/// The lottery fund in the model: money in, money out, the budget's books beside the fund's.
struct FundTests {
  private let city: City
  private let results: Results

  init() throws {
    city = try Cities.tinytown()
    results = try city.run()
  }

  private var cityIndex: Int { results.areas.cityIndex }

  @Test func moneyComesAYearAfterTheTicketsAreSold() throws {
    // Sales of 2020: 30 million. 30 % is raised, 9 million; half goes to the centre and a fifth stays with the
    // province; the city and below keep 2.7 million and get half as much again from above: 4.05 million in 2021.
    #expect(near(results.city("fund.raised", 2020), 9e6, 1e-12))
    #expect(near(results.city("fund.retained", 2020), 2.7e6, 1e-12))
    #expect(near(results.city("fund.revenue", 2021), 4.05e6, 1e-12))
    // A fifth of that was there at the start.
    #expect(near(results.city("fund.carried_over", 2020), 0.81e6, 1e-12))
    // 2 % more tickets in 2021, a year later 2 % more money.
    #expect(near(results.city("fund.revenue", 2022), 4.05e6 * 1.02, 1e-12))
    #expect(results.city("fund.revenue", 2020) == nil && results.city("fund.spent", 2020) == nil)
  }

  @Test func districtsShareByOlderPeopleAndWeight() throws {
    // 60 % of 4.05 million goes to districts, by registered people aged 60 and over of 2020, the county's times 1.5.
    let elders = try (0..<2).map {
      try #require(results.value("population.registered_60_plus", area: $0, year: 2020))
    }
    let whole = elders[0] + elders[1] * 1.5
    for (area, weighted) in [elders[0], elders[1] * 1.5].enumerated() {
      let outcome = results.plan.allocation?.outcome(2021)
      #expect(near(outcome?.start.income[area], 4.05e6 * 0.6 * weighted / whole, 1e-12))
      #expect(near(outcome?.start.opening[area], 0.81e6 * 0.6 * weighted / whole, 1e-12))
    }
    #expect(near(results.plan.allocation?.outcome(2021)?.start.income[2], 4.05e6 * 0.4, 1e-12))
  }

  @Test(arguments: Cities.names) func theBooksOfEveryAreaBalance(name: String) throws {
    let results = try Cities.city(named: name).run()
    for area in 0..<results.areas.count {
      for year in results.years.dropFirst() {
        func value(_ name: String, _ year: Year) throws -> Double {
          try #require(results.value("fund.\(name)", area: area, year: year))
        }
        let (opening, revenue) = (try value("carried_over", year - 1), try value("revenue", year))
        let (spent, kept) = (try value("spent", year), try value("carried_over", year))
        #expect(near(opening + revenue, spent + kept, 1e-9), "area \(area), \(year)")
        #expect(spent > 0 && kept >= -1e-6)
      }
    }
  }

  @Test(arguments: Cities.names) func theBudgetPaysWhatTheFundAllocatesToTheFen(name: String) throws {
    let results = try Cities.city(named: name).run()
    let allocation = try #require(results.plan.allocation)
    let budget = try #require(results.plan.model.budget)
    let lines = budget.lines.filter { $0.isFunded }
    for outcome in allocation.years {
      let year = outcome.start.year
      for (place, use) in allocation.fund.fundable.enumerated() {
        let fen = results.areas.all.indices.reduce(0) { $0 + outcome.fen($1, use: place) }
        let paid = lines.filter { $0.use == use }.reduce(0.0) {
          $0 + (results.step($1.paidByFund.name, area: results.areas.cityIndex, year: year) ?? 0)
        }
        // A need may end within a fen of which only the part needed is paid.
        #expect(abs(paid - Double(fen) / 100) < 0.01 * Double(results.areas.count), "\(use.name), \(year)")
      }
      let spent = Double(results.areas.all.indices.reduce(0) { $0 + outcome.spent($1) }) / 100
      #expect(abs(results.city("fund.spent", in: year) - spent) < 1)
      #expect(near(results.city("fiscal.payer.lottery_fund", year), results.city("fund.spent", year), 1e-9))
    }
  }

  @Test func everyLineKeepsItsPayersWithinItsCost() throws {
    let results = try Cities.hangzhou().run()
    for line in results.plan.model.budget?.lines ?? [] {
      for area in results.areas.districts.indices {
        for year in [2021, 2026, 2035] {
          let cost = results.value(line.cost.name, area: area, year: year) ?? 0
          let amounts = results.amounts(of: line, area: area, year: year)
          #expect(amounts.allSatisfy { $0.yuan >= 0 })
          #expect(near(amounts.reduce(0) { $0 + $1.yuan }, cost, 1e-9), "\(line.name), area \(area), \(year)")
        }
      }
    }
  }

  @Test func nothingIsSpentBeyondNeedOrMoney() throws {
    let allocation = try #require(results.plan.allocation)
    for outcome in allocation.years {
      for account in results.areas.all.indices {
        for use in allocation.fund.fundable.indices {
          let amount = Double(outcome.fen(account, use: use)) / 100
          #expect(amount < outcome.start.needs[account][use] + 0.01)
        }
        // 4 % of its own money stays; what the city hands over may be spent in full.
        #expect(
          Double(outcome.spent(account)) / 100 <= outcome.money(account) - outcome.start.money[account] * 0.04 + 0.01)
      }
    }
  }

  @Test func administrationIsNeverPaid() {
    #expect(city.fundUses.contains { $0.name == "administration" && !$0.isFundable })
    #expect(results.city("fund.need.administration", 2025) == 0)
    #expect(results.plan.allocation?.fund.fundable.contains { $0.name == "administration" } == false)
  }

  @Test func aUseWithoutALineHasOne() throws {
    // 2 yuan for each resident at prices of 2020, 1 % dearer each year.
    let cost = results.city("population.total", in: 2022) * 2 * 1.01 * 1.01
    #expect(near(results.city("fiscal.line.fund.other.charity", 2022), cost, 1e-12))
    #expect(near(results.city("fund.need.charity", 2022), cost, 1e-12))
  }

  @Test(arguments: Cities.names) func everyAccountKeepsTheFloor(name: String) throws {
    let results = try Cities.city(named: name).run()
    for area in 0..<results.areas.count {
      for year in results.years.dropFirst() {
        let share = try #require(results.value("fund.eldercare_share", area: area, year: year))
        #expect(share >= 0.55 - 1e-6, "area \(area), \(year)")
      }
    }
    let lowest = results.areas.districts.indices.compactMap {
      results.value("fund.eldercare_share", area: $0, year: 2030)
    }.min()
    #expect(results.city("fund.eldercare_share_lowest", 2030) == lowest)
  }

  @Test func fewerTicketsMeanLessMoneyAndDistrictsPayTheRest() throws {
    let less = try city.run([("fund.lottery_sales", .multiply(by: 0.5, from: 2026, to: nil))])
    #expect(near(less.city("fund.revenue", 2027), results.city("fund.revenue", in: 2027) / 2, 1e-9))
    #expect(less.city("fund.spent", 2026) == results.city("fund.spent", 2026))
    // Half the tickets: the fund has spent what it had saved, and pays what comes in.
    let has = less.city("fund.carried_over", in: 2027) + less.city("fund.revenue", in: 2028)
    #expect(less.city("fund.spent", in: 2028) <= has * (1 + 1e-9))
    #expect(less.city("fund.spent", in: 2028) < results.city("fund.spent", in: 2028) * 0.65)
    #expect(near(less.city("fiscal.cost", 2028), results.city("fiscal.cost", 2028), 1e-12))
    let (before, after) = (
      results.city("fiscal.payer.district", in: 2028), less.city("fiscal.payer.district", in: 2028)
    )
    let missing = results.city("fund.spent", in: 2028) - less.city("fund.spent", in: 2028)
    #expect(near(after - before, missing, 1e-6))
  }

  @Test func aFloorThatCannotBeReachedAtOnceMakesLimitsOnChangesGiveWay() throws {
    let high = try city.run([
      ("fund.eldercare_floor", .points([Override.Point(from: Day(firstOf: 2026), value: 0.98)]))
    ])
    let allocation = try #require(high.plan.allocation)
    #expect(allocation.years.filter { $0.start.year < 2026 }.allSatisfy { $0.gaveWay.isEmpty })
    let outcome = try #require(allocation.outcome(2026))
    let sources = outcome.gaveWay.compactMap { $0.rule.source(in: outcome.asked)?.parameter }
    #expect(sources.contains(Fund.largestChange.path))
    #expect(!sources.contains(Fund.eldercareFloor.path))
    // The floor holds, and money is never spent that is not there.
    for area in high.areas.districts.indices {
      #expect(high.value("fund.eldercare_share", area: area, year: 2026).map { $0 >= 0.98 - 1e-6 } ?? true)
      #expect((high.value("fund.carried_over", area: area, year: 2026) ?? -1) >= -1e-6)
    }
    guard case .infeasible(let clash) = try AllocationSolver().solve(outcome.asked) else {
      Issue.record("the rules asked for do not clash")
      return
    }
    let clashing = clash.rules.compactMap { $0.source(in: outcome.asked) }
    #expect(clashing.contains { $0.parameter == "fund.eldercare_floor" && $0.place == "test:1" })
  }

  @Test func theHighestFloorIsTheLastThatHolds() throws {
    let plan = results.plan
    let start = try #require(plan.allocation?.outcome(2026)?.start)
    let highest = try #require(try plan.allocation?.fund.highestFloor(start, plan.parameters, areas: plan.city.areas))
    #expect(highest >= 0.55 && highest < 1)
    for (floor, holds) in [(highest, true), (highest + 0.001, false)] {
      let problem = try #require(plan.allocation?.fund).problem(
        start, plan.parameters, areas: plan.city.areas, floor: floor)
      #expect(try AllocationSolver.isFeasible(problem) == holds, "\(floor)")
    }
  }

  @Test func aGroupOfDistrictsGetsItsFloor() throws {
    let mark = try #require(results.areas.marks.first { $0.id == "western" })
    let western = results.areas.districts(in: .marked(mark))
    try #require(!western.isEmpty)
    func part(_ results: Results) -> Double {
      guard let outcome = results.plan.allocation?.outcome(2026) else { return .nan }
      let all = results.areas.all.indices.reduce(0) { $0 + outcome.spent($1) }
      return Double(western.reduce(0) { $0 + outcome.spent($1) }) / Double(all)
    }
    let before = part(results)
    let after = try city.run([
      (Fund.floor(of: mark).path, .points([.init(from: Day(firstOf: 2026), value: before + 0.01)]))
    ])
    #expect(part(after) >= before + 0.01 - 1e-6)
    // More than all their needs: the floor gives way, and the run goes on.
    let most = try city.run([(Fund.floor(of: mark).path, .points([.init(from: Day(firstOf: 2026), value: 0.99)]))])
    #expect(most.plan.allocation?.outcome(2026)?.gaveWay.isEmpty == false)
  }

  @Test func aFundWithoutUsesPaysNothing() throws {
    let none = City(
      name: city.name, baseYear: city.baseYear, areas: city.areas, residents: city.residents,
      registered: city.registered, schedules: city.schedules, observations: city.observations, programmes: [],
      careOrder: city.careOrder, carePayers: city.carePayers, targets: [], values: city.values)
    let results = try none.run(to: 2025)
    #expect(results.plan.allocation == nil)
    #expect(results.city("fund.spent", 2025) == 0 && results.city("fiscal.payer.lottery_fund", 2025) == 0)
    #expect(results.city("fund.carried_over", in: 2025) > results.city("fund.carried_over", in: 2024))
  }
}
