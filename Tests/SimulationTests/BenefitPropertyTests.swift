import Domain
import Formulas
import Simulation
import Testing

/// What must hold of every rule, whatever the figures.
struct BenefitPropertyTests {
  private static func from(_ year: Year, _ value: Double) -> Override.Change {
    .points([.init(from: Day(firstOf: year), value: value)])
  }

  /// From 2026 on twice the largest amount the city's data give, for every lever in yuan.
  private static func raised(_ city: City) -> [(path: String, change: Override.Change)] {
    Model(programmes: []).given.compactMap { parameter in
      let isAmount = parameter.unit.dimension.yuan == 1 && parameter.role == .lever
      guard isAmount, parameter.path.hasPrefix("benefits."),
        let largest = city.values[parameter.path]?.all.map(\.value).max()
      else { return nil }
      return (parameter.path, from(2026, 2 * largest))
    }
  }

  @Test func aHigherAmountNeverPaysLess() throws {
    let city = try Cities.tinytown()
    let before = try city.run(to: 2028)
    let levers = Self.raised(city)
    #expect(levers.count > 25)
    for lever in levers {
      let after = try city.run([lever], everywhere: true, to: 2028)
      for area in 0...2 {
        for year in 2026...2028 {
          let paid = after.value("benefits.payment", area: area, year: year) ?? .nan
          let base = before.value("benefits.payment", area: area, year: year) ?? .nan
          #expect(paid >= base * (1 - 1e-12), "\(lever.path), area \(area), \(year)")
        }
      }
    }
  }

  /// Each amount of a rule, raised alone, leaves none of that rule's payments lower.
  @Test func aRuleNeverPaysLessWhenItsOwnAmountIsHigher() throws {
    let city = try Cities.tinytown()
    let before = try city.run(to: 2028)
    let levers = Self.raised(city)
    var tried = Set<String>()
    for rule in Model.benefits {
      for lever in levers where rule.parameters.contains(where: { $0.path == lever.path }) {
        tried.insert(rule.name)
        let after = try city.run([lever], everywhere: true, to: 2028)
        for area in 0...2 {
          for year in 2026...2028 {
            let paid = after.value(rule.payment.name, area: area, year: year) ?? .nan
            let base = before.value(rule.payment.name, area: area, year: year) ?? .nan
            #expect(paid >= base * (1 - 1e-12), "\(lever.path), area \(area), \(year)")
          }
        }
      }
    }
    #expect(tried.count >= 13)
  }

  @Test func aHigherStandardReachesMorePeopleAndPaysMore() throws {
    let city = try Cities.tinytown()
    let before = try city.run(to: 2028)
    let after = try city.run([("benefits.dibao.path", Self.from(2026, 20_000))], to: 2028)
    for name in ["dibao.recipients", "dibao.payment", "temporary_aid.payment", "disability_living.payment", "payment"] {
      #expect(after.city("benefits.\(name)", in: 2027) > before.city("benefits.\(name)", in: 2027), "\(name)")
    }
  }

  @Test func aPolicyFrom2026ChangesNothingBeforeIt() throws {
    let city = try Cities.tinytown()
    let changes =
      Self.raised(city) + [("benefits.dibao.path", Self.from(2026, 20_000)), ("benefits.takeup", Self.from(2026, 0.5))]
    let before = try city.run(to: 2028)
    let after = try city.run(changes, everywhere: true, to: 2028)
    for (a, b) in zip(before.cells, after.cells) where a.year < 2026 {
      #expect(a.value == b.value, "\(a.indicator.name), area \(a.area), \(a.year)")
    }
    #expect(after.city("benefits.payment", in: 2026) > before.city("benefits.payment", in: 2026))
  }

  @Test func fullTakeUpIsTheMost() throws {
    let all = try Cities.tinytown().run([("benefits.takeup", Self.from(2021, 1))], to: 2022)
    for area in 0...1 {
      let found = all.value("benefits.dibao.recipients", area: area, year: 2022) ?? .nan
      let most =
        (all.value("benefits.dibao.without_counted_income", area: area, year: 2022) ?? .nan)
        + (all.value("benefits.dibao.below_line", area: area, year: 2022) ?? .nan)
      #expect(area == 0 ? near(found, most, 1e-9) : found < most)
    }
  }

  @Test(arguments: Cities.names)
  func everyRuleButBurialsHasAValueInEveryYear(name: String) throws {
    let results = try Cities.city(named: name).run()
    for rule in Model.benefits {
      for indicator in [rule.recipients, rule.payment] {
        for area in 0..<results.areas.count {
          for year in results.years where rule.name != "burial" || year > 2020 {
            let value = results.value(indicator.name, area: area, year: year)
            #expect(value.map { $0 >= 0 } == true, "\(indicator.name), area \(area), \(year)")
          }
        }
      }
    }
  }
}
