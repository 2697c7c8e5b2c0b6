import Domain
import Formulas
import Simulation
import Testing

/// Sums that hold in every member, area and year.
struct MemberIdentityTests {
  private static let levels = Ability.allCases.map { "care.people.\($0.name)" }
  private static let settings = ["home", "family_bed", "community", "institution", "waiting"].map {
    "care.setting.\($0)"
  }
  private static let population = ["total", "births", "deaths", "net_migrants", "aged_60_plus"].map {
    "population.\($0)"
  }

  private func run() async throws -> Results {
    let city = try UncertainTown.city()
    let sums = try city.plan().model.published.filter { $0.aggregation == .sum || $0.name.hasPrefix("fund.") }
      .map(\.name)
    return try await city.plan().run(
      EnsembleOptions(draws: 24, threads: 2, kept: sums + MemberIdentityTests.population))
  }

  private func members(_ results: Results, _ name: String, _ area: Int, _ year: Year) throws -> [Double] {
    try #require(results.members(name, area: area, year: year), "\(name), \(year)")
  }

  @Test func identitiesHoldInEveryMember() async throws {
    let results = try await run()
    var varied = 0
    for area in 0..<results.areas.count {
      for year in results.years.dropFirst() {
        func all(_ name: String, _ year: Year) throws -> [Double] { try members(results, name, area, year) }
        let elderly = try all("population.aged_60_plus", year)
        for parts in [MemberIdentityTests.levels, MemberIdentityTests.settings] {
          let found = try parts.map { try all($0, year) }
          for member in elderly.indices {
            let sum = found.reduce(0) { $0 + $1[member] }
            #expect(near(sum, elderly[member], 1e-9), "\(parts[0]), area \(area), \(year), member \(member + 1)")
          }
        }
        let flows = try ["births", "deaths", "net_migrants"].map { try all("population.\($0)", year) }
        let (before, after) = (try all("population.total", year - 1), try all("population.total", year))
        for member in after.indices {
          let expected = before[member] + flows[0][member] - flows[1][member] + flows[2][member]
          #expect(near(after[member], expected, 1e-9), "area \(area), \(year), member \(member + 1)")
        }
        if Set(after).count > 1 { varied += 1 }
      }
    }
    #expect(varied > 0)
  }

  @Test func budgetsBalanceInEveryMember() async throws {
    let results = try await run()
    let identities = try #require(results.plan.model.budget?.identities)
    #expect(identities.count == 5)
    let published = Set(results.indicators.map(\.name))
    // The fund's two stand on steps that are not published; the engine checks them, and FundTests what is published.
    for identity in identities where published.contains(identity.whole) {
      for area in 0..<results.areas.count {
        for year in results.years.dropFirst() {
          let whole = try members(results, identity.whole, area, year)
          let parts = try identity.parts.map { try members(results, $0, area, year) }
          for member in whole.indices {
            let sum = parts.reduce(0) { $0 + $1[member] }
            #expect(near(sum, whole[member], 1e-9), "\(identity.name), area \(area), \(year), member \(member + 1)")
          }
        }
      }
    }
    let cost = try members(results, "fiscal.cost", results.areas.cityIndex, 2026)
    #expect(Set(cost).count == cost.count)
  }

  @Test func theFundBalancesInEveryMember() async throws {
    let results = try await run()
    for area in 0..<results.areas.count {
      for year in results.years.dropFirst() {
        func all(_ name: String, _ year: Year) throws -> [Double] { try members(results, "fund.\(name)", area, year) }
        let (opening, revenue) = (try all("carried_over", year - 1), try all("revenue", year))
        let (spent, kept) = (try all("spent", year), try all("carried_over", year))
        for member in spent.indices {
          let (whole, parts) = (opening[member] + revenue[member], spent[member] + kept[member])
          #expect(near(parts, whole, 1e-9), "area \(area), \(year), member \(member + 1)")
          #expect(kept[member] >= -1e-6)
        }
      }
    }
    let city = results.areas.cityIndex
    for year in results.years.dropFirst() {
      let spent = try members(results, "fund.spent", city, year)
      let paid = try members(results, "fiscal.payer.lottery_fund", city, year)
      for member in spent.indices { #expect(near(spent[member], paid[member], 1e-9), "\(year), member \(member + 1)") }
      if year > results.plan.knownUntil + 1 { #expect(Set(spent).count == spent.count, "\(year)") }
    }
  }

  @Test func districtsAddUpToTheCityInEveryMember() async throws {
    let results = try await run()
    let city = results.areas.cityIndex
    for indicator in results.indicators where indicator.aggregation == .sum {
      for year in results.years {
        guard let whole = results.members(indicator.name, area: city, year: year) else { continue }
        let parts = results.areas.districts.indices.compactMap {
          results.members(indicator.name, area: $0, year: year)
        }
        guard parts.count == city else { continue }
        for member in whole.indices where !whole[member].isNaN {
          let size = parts.reduce(1e-6) { $0 + abs($1[member]) }
          let sum = parts.reduce(0) { $0 + $1[member] }
          #expect(abs(sum - whole[member]) <= 1e-9 * size, "\(indicator.name), \(year), member \(member + 1)")
        }
      }
    }
  }

  @Test func meanPopulationAddsUpToTheMeanOfTheMembers() async throws {
    let results = try await run()
    for area in 0..<results.areas.count {
      for year in results.years {
        let found = results.meanPopulation(.resident, area: area, year: year)?.sum()
        let expected = results.statistics("population.total", area: area, year: year)?.mean
        #expect(near(found, expected, 1e-12), "area \(area), \(year)")
      }
    }
  }

  @Test func publishedFiguresBindEveryMember() async throws {
    let results = try await run()
    let city = results.areas.cityIndex
    for (name, year, value) in [
      ("population.total", 2021, 283_520.0), ("population.births", 2022, 2950), ("population.deaths", 2022, 3300),
      ("population.total", 2022, 284_170),
    ] {
      #expect(try members(results, name, city, year).allSatisfy { near($0, value, 1e-12) }, "\(name), \(year)")
    }
    let free = try members(results, "population.total", city, 2023)
    #expect(Set(free).count == free.count)
  }
}
