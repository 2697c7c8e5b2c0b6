import Domain
import Fiscal
import Formulas
import Programmes
import Simulation
import Testing

/// What uses of the fund are called, and in which order they stand, is the dataset's own affair.
struct FundUseTests {
  /// Yuan by account and use, by the names of both, in every year.
  private func amounts(_ results: Results, _ name: (String) -> String) throws -> [String: Int] {
    let allocation = try #require(results.plan.allocation)
    var amounts: [String: Int] = [:]
    for outcome in allocation.years {
      for account in results.areas.all.indices {
        for (place, use) in allocation.fund.fundable.enumerated() {
          let key = "\(outcome.start.year) \(results.areas[account].code) \(name(use.name))"
          amounts[key] = outcome.fen(account, use: place)
        }
      }
    }
    return amounts
  }

  @Test(arguments: Cities.names) func namesAndOrderOfUsesMeanNothing(name: String) throws {
    let city = try Cities.city(named: name)
    let expected = try amounts(city.run(to: 2030)) { $0 }
    #expect(expected.values.contains { $0 > 0 })
    let names = Dictionary(
      uniqueKeysWithValues: city.fundUses.enumerated().map { ($1.name, "use_\(city.fundUses.count - $0)") })
    let original = Dictionary(uniqueKeysWithValues: names.map { ($1, $0) })
    let other = city.calling(names)
    #expect(try amounts(other.run(to: 2030)) { original[$0] ?? "" } == expected)
  }

  @Test func eldercareIsWhatTheDatasetSaysItIs() throws {
    let city = try Cities.hangzhou()
    let none = city.withUses(city.fundUses.map { $0.with(isEldercare: false) })
    // Nothing counts as eldercare, so that no account can keep a floor above nothing and spend.
    #expect(try none.run(to: 2026).city("fund.spent", in: 2026) == 0)
    let free = try none.run(
      [("fund.eldercare_floor", .standing(0)), ("fund.city_eldercare_floor", .standing(0))], knownUntil: 2020, to: 2026)
    #expect(free.city("fund.eldercare_share", in: 2026) == 0)
  }

  @Test func priorityDecidesAmongEquals() throws {
    let city = try Cities.hangzhou()
    let turned = city.withUses(city.fundUses.map { $0.with(priority: city.fundUses.count + 1 - $0.priority) })
    let (first, second) = (try city.run(to: 2030), try turned.run(to: 2030))
    let (a, b) = (try amounts(first) { $0 }, try amounts(second) { $0 })
    #expect(a != b)
    for year in 2021...2022 {
      let values = try [first, second].map { try #require($0.plan.allocation?.outcome(year)).solution.value }
      // The first year starts from the same, so that only the choice among equals differs.
      if year == 2021 { #expect(near(values[0], values[1], 1e-9)) }
    }
  }
}

extension FundUse {
  fileprivate func with(name: String? = nil, isEldercare: Bool? = nil, priority: Int? = nil) -> FundUse {
    FundUse(
      name: name ?? self.name, label: label, isFundable: isFundable, isEldercare: isEldercare ?? self.isEldercare,
      priority: priority ?? self.priority, roles: roles, driver: driver)
  }
}

extension City {
  fileprivate func withUses(_ uses: [FundUse], programmes: [Programme]? = nil, values: [String: ParameterValues]? = nil)
    -> City
  {
    City(
      name: name, baseYear: baseYear, areas: areas, residents: residents, registered: registered, schedules: schedules,
      observations: observations, programmes: programmes ?? self.programmes, careOrder: careOrder,
      carePayers: carePayers,
      fundUses: uses, targets: targets,
      index: index, values: values ?? self.values, rates: rates, correlations: correlations)
  }

  /// The same city whose uses have other names, in the opposite order.
  fileprivate func calling(_ names: [String: String]) -> City {
    let renamed = programmes.map { programme in
      Programme(
        id: programme.id, zone: programme.zone, unit: programme.unit, label: programme.label, driver: programme.driver,
        cost: programme.cost.map { cost in
          Programme.Cost(
            line: cost.line, label: cost.label, isBuilt: cost.isBuilt, isRun: cost.isRun, spread: cost.spread,
            fundUse: names[cost.fundUse] ?? cost.fundUse)
        })
    }
    // A path names a use as one of its parts, behind the fund.
    let paths = values.map { path, given in
      let parts = path.split(separator: ".").map(String.init)
      let isOfFund = parts.contains("fund")
      return (parts.map { isOfFund ? names[$0] ?? $0 : $0 }.joined(separator: "."), given)
    }
    return withUses(
      fundUses.reversed().map { $0.with(name: names[$0.name]) }, programmes: renamed,
      values: Dictionary(uniqueKeysWithValues: paths))
  }
}
