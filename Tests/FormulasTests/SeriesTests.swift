import Domain
import Formulas
import Testing

struct SeriesTests {
  private let parameter = Parameter("p", .ratio, 0...1e6, .fact)

  @Test func stepsHoldUntilTheNextDate() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10), dated(2023, 16)], between: .step)
    #expect(try Town.resolve(parameter, values).city.values(2020...2025) == [10, 10, 10, 16, 16, 16])
  }

  @Test func pathsRunStraightFromDateToDate() throws {
    let values = ParameterValues(
      label: Town.label, city: [dated(2020, 10), dated(2023, 16), dated(2025, 10)], between: .linear)
    #expect(try Town.resolve(parameter, values).city.values(2020...2026) == [10, 12, 14, 16, 13, 10, 10])
  }

  @Test func thereIsNoValueBeforeTheFirstDateUnlessItHolds() throws {
    var values = ParameterValues(label: Town.label, city: [dated(2022, 10)], before: .absent)
    let absent = try Town.resolve(parameter, values).city
    #expect(absent.value(in: 2021).isAbsent && absent.value(in: 2022).first == 10)
    values.before = .hold
    let held = try Town.resolve(parameter, values).city
    #expect(held.values(2019...2022) == [10, 10, 10, 10])
    #expect(held.mean(in: 2019).first == 10)
  }

  @Test func yearsOutsideTheRunHaveNoValue() throws {
    let series = try Town.resolve(parameter, ParameterValues(label: Town.label, city: [dated(2020, 10)])).city
    #expect(series.value(in: 2018).isAbsent && series.value(in: 2031).isAbsent)
    #expect(series.mean(in: 2018).isAbsent && series.mean(in: 2031).isAbsent)
  }

  @Test func datasetValuesHaveNoOrigin() throws {
    let series = try Town.resolve(parameter, ParameterValues(label: Town.label, city: [dated(2020, 10)])).city
    #expect(series.origins.allSatisfy { $0 == nil })
  }
}

/// Values that change within a year.
struct SeriesWithinAYearTests {
  private let parameter = Parameter("p", .ratio, 0...1e6, .fact)

  @Test func aStepInAugustCountsByItsDays() throws {
    // 212 days of 2021 lie before the first of August, 153 from it on.
    let values = ParameterValues(
      label: Town.label, city: [dated(2020, 2010), dated(Day(year: 2021, month: 8, day: 1), 2280)])
    let series = try Town.resolve(parameter, values).city
    #expect(series.values(2020...2022) == [2010, 2280, 2280])
    #expect(agree(series.mean(in: 2021).first, (2010 * 212 + 2280 * 153) / 365))
    #expect(series.mean(in: 2020).first == 2010)
    #expect(series.mean(in: 2022).first == 2280)
  }

  @Test func severalStepsInALeapYearShareItsDays() throws {
    // Of 366 days, 182 lie before July and 92 each in the quarters after it.
    let values = ParameterValues(
      label: Town.label,
      city: [
        dated(2024, 100), dated(Day(year: 2024, month: 7, day: 1), 160), dated(Day(year: 2024, month: 10, day: 1), 220),
      ])
    let series = try Town.resolve(parameter, values).city
    #expect(series.value(in: 2024).first == 220)
    let byHand = (100.0 * 182 + 160.0 * 92 + 220.0 * 92) / 366
    #expect(agree(series.mean(in: 2024).first, byHand))
  }

  @Test func aFirstStepWithinAYearCountsForAllOfIt() throws {
    let values = ParameterValues(label: Town.label, city: [dated(Day(year: 2022, month: 7, day: 1), 160)])
    #expect(try Town.resolve(parameter, values).city.mean(in: 2022).first == 160)
  }

  @Test func aPathHasItsLevelAtTheEndOfTheYearAsItsMean() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10), dated(2022, 14)], between: .linear)
    #expect(try Town.resolve(parameter, values).city.mean(in: 2021).first == 12)
  }

  @Test func aScenarioFromJulyLeavesTheFirstHalfAsItWas() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 100)])
    let july = try #require(Day(year: 2026, month: 7, day: 1))
    let series = try Town.resolve(parameter, values, [change(.points([Override.Point(from: july, value: 465)]))]).city
    #expect(series.value(in: 2026).first == 465)
    #expect(agree(series.mean(in: 2026).first, (100.0 * 181 + 465 * 184) / 365))
    #expect(series.mean(in: 2027).first == 465)
  }

  @Test func aRaiseInDecemberLeavesTheMonthsBeforeAtTheSameYearsValue() throws {
    let growth = Parameter("growth", .share, -1...1, .uncertainty)
    let values = ParameterValues(label: Town.label, city: [dated(2026, 400)], beyond: .index("growth"))
    let rates = ParameterValues(label: Town.label, city: [dated(2020, 0.05)])
    let december = try #require(Day(year: 2027, month: 12, day: 1))
    let raised = change(.points([Override.Point(from: december, value: 600)]))
    let plain = try Town.resolve([(parameter, values), (growth, rates)]).city
    let series = try Town.resolve([(parameter, values), (growth, rates)], [raised]).city
    #expect(agree(series.mean(in: 2027).first, (420.0 * 334 + 600 * 31) / 365))
    #expect(series.mean(in: 2027).first > plain.mean(in: 2027).first)
    #expect(agree(series.mean(in: 2028).first, 630))
  }

  @Test func aStepBelowTheRaiseCountsForItsOwnDays() throws {
    let april = try #require(Day(year: 2026, month: 4, day: 1))
    let values = ParameterValues(label: Town.label, city: [dated(2020, 100), dated(april, 200)])
    let october = try #require(Day(year: 2026, month: 10, day: 1))
    let february = try #require(Day(year: 2026, month: 2, day: 1))
    func mean(from day: Day) throws -> Double {
      try Town.resolve(parameter, values, [change(.points([Override.Point(from: day, value: 300)]))]).city
        .mean(in: 2026).first
    }
    #expect(agree(try mean(from: october), (100.0 * 90 + 200 * 183 + 300 * 92) / 365))
    #expect(agree(try mean(from: february), (100.0 * 31 + 300 * 334) / 365))
  }

  @Test func aScenarioMayRampBetweenItsPoints() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 100)])
    let points = [2026: 10.0, 2030: 30].map { Override.Point(from: Day(firstOf: $0.key), value: $0.value) }
    let ramp = change(.points(points.sorted { $0.from < $1.from }, between: .linear))
    let series = try Town.resolve(parameter, values, [ramp]).city
    #expect(series.values(2025...2030) == [100, 10, 15, 20, 25, 30])
    #expect(series.mean(in: 2027).first == 15)
  }
}
