import Domain
import Formulas
import Testing

struct SeriesLayersTests {
  private let parameter = Parameter("p", .ratio, 0...1e6, .lever)
  private let ramp = ParameterValues(label: Town.label, city: [dated(2020, 0.1), dated(2030, 0.7)], between: .linear)

  @Test func aPointReplacesItsYearAndAllLaterAndNothingBefore() throws {
    let before = try Town.resolve(parameter, ramp).city
    let after = try Town.resolve(parameter, ramp, [change(points([2025: 50]))]).city
    for year in 2019...2024 {
      #expect(after.value(in: year).first.bitPattern == before.value(in: year).first.bitPattern, "\(year)")
      #expect(after.mean(in: year).first.bitPattern == before.mean(in: year).first.bitPattern, "\(year)")
    }
    #expect(after.values(2025...2030) == [50, 50, 50, 50, 50, 50])
    #expect(after.mean(in: 2025).first == 50)
  }

  @Test func twoPointsMakeARampWhereValuesRunStraight() throws {
    let linear = try Town.resolve(parameter, ramp, [change(points([2025: 50, 2027: 60]))]).city
    #expect(linear.values(2025...2028) == [50, 55, 60, 60])
    var steps = ramp
    steps.between = .step
    let stepped = try Town.resolve(parameter, steps, [change(points([2025: 50, 2027: 60]))]).city
    #expect(stepped.values(2025...2028) == [50, 50, 60, 60])
  }

  @Test func aStandingValueHoldsFromTheYearAfterTheInformationDate() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)])
    let series = try Town.resolve(parameter, values, [change(.standing(50))], knownUntil: 2022).city
    #expect(series.values(2020...2024) == [10, 10, 10, 50, 50])
  }

  @Test func multiplyingAndAddingActInsideTheirYearsOnly() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)])
    let multiplied = try Town.resolve(parameter, values, [change(.multiply(by: 1.5, from: 2024, to: 2025))]).city
    #expect(multiplied.values(2023...2026) == [10, 15, 15, 10])
    let added = try Town.resolve(parameter, values, [change(.add(-4, from: 2029, to: nil))]).city
    #expect(added.values(2027...2030) == [10, 10, 6, 6])
    #expect(added.mean(in: 2029).first == 6)
  }

  @Test func laterLayersActOnEarlierOnes() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)])
    let add = change(.add(1, from: 2022, to: nil))
    let double = change(.multiply(by: 2, from: 2022, to: nil))
    let point = change(points([2023: 50]))
    #expect(try Town.resolve(parameter, values, [add, double]).city.values(2021...2023) == [10, 22, 22])
    #expect(try Town.resolve(parameter, values, [double, add]).city.values(2021...2023) == [10, 21, 21])
    #expect(try Town.resolve(parameter, values, [add, point]).city.values(2021...2023) == [10, 11, 50])
    #expect(try Town.resolve(parameter, values, [point, add]).city.values(2021...2023) == [10, 11, 51])
  }

  @Test func aScenarioValueGoesOnWhereTheDatasetsWouldEnd() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)], beyond: .absent)
    let series = try Town.resolve(parameter, values, [change(points([2025: 50]))]).city
    #expect(series.value(in: 2024).isAbsent)
    #expect(series.values(2025...2027) == [50, 50, 50])
  }

  @Test func aScenarioValueGoesOnByTheIndex() throws {
    let growth = Parameter("growth", .share, 0...1, .uncertainty)
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)], beyond: .index("growth"))
    let rate = ParameterValues(label: Town.label, city: [dated(2020, 0.5)])
    let series = try Town.resolve([(parameter, values), (growth, rate)], [change(points([2022: 100]))]).city
    #expect(series.values(2020...2024) == [10, 15, 100, 150, 225])
  }

  @Test func changedYearsKnowTheLineThatChangedThem() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)])
    let series = try Town.resolve(parameter, values, [change(.add(1, from: 2024, to: 2025))]).city
    let changed = series.years.filter { series.origins[$0 - series.firstYear] == Town.origin }
    #expect(changed == [2024, 2025])
  }

  @Test func pointsBeyondTheRunCountOnTheWayThere() throws {
    let series = try Town.resolve(parameter, ramp, [change(points([2025: 50, 2045: 70]))]).city
    #expect(series.values(2025...2030) == [50, 51, 52, 53, 54, 55])
    let later = try Town.resolve(parameter, ramp, [change(points([2040: 70]))]).city
    #expect(try later.values(2020...2030) == Town.resolve(parameter, ramp).city.values(2020...2030))
  }

  @Test func aPointBeforeAllOthersReplacesThemAll() throws {
    let series = try Town.resolve(parameter, ramp, [change(points([2018: 3]))]).city
    #expect(series.values(2018...2030) == Array(repeating: 3, count: 13))
  }

  @Test func aParameterWithoutValuesTakesTheScenarios() throws {
    let series = try Town.resolve(parameter, ParameterValues(label: Town.label), [change(points([2025: 50]))]).city
    #expect(series.value(in: 2024).isAbsent)
    #expect(series.values(2025...2026) == [50, 50])
  }
}
