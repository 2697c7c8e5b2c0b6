import Domain
import Formulas
import NumericCore
import Testing

/// Experts' intervals, as members draw from them.
struct IntervalTests {
  /// The ends of an 80 % interval lie 1.2816 standard deviations from the middle.
  private static let end = standardNormalQuantile(0.9)
  private static let normal = LaneVector(-end, 0, end, -1, 1, -3, 3, 2)

  private let share = Parameter("p", .share, 0...1, .uncertainty)
  private let count = Parameter("p", .persons, 0...1e6, .uncertainty)
  private let level = Parameter("p", .ratio, -100...100, .uncertainty)

  private func values(_ city: DatedValue..., between: ParameterValues.Between = .step) -> ParameterValues {
    ParameterValues(label: Town.label, city: city, between: between, before: .hold)
  }

  private func expect(_ lanes: LaneVector, _ low: Double, _ middle: Double, _ high: Double, _ comment: Comment = "") {
    let size = max(abs(low), abs(high))
    #expect(abs(lanes[0] - low) < 1e-9 * size, comment)
    #expect(abs(lanes[1] - middle) < 1e-12 * size, comment)
    #expect(abs(lanes[2] - high) < 1e-9 * size, comment)
  }

  @Test func theEndsAreMetOnEveryScale() throws {
    let cases = [(share, 0.18, 0.12, 0.31), (count, 100, 80, 190), (level, 1, -2, 1.5)]
    for (parameter, value, low, high) in cases {
      let drawn = try DrawnValues(parameter, values(expert(2020, value, low, high)), normal: IntervalTests.normal)
      for year in [2021, 2030] { expect(drawn.lanes(year), low, value, high, "\(parameter.range), \(year)") }
    }
  }

  @Test func bothSidesAreNormalOnTheScale() throws {
    let drawn = try DrawnValues(level, values(expert(2020, 1, -2, 1.5)), normal: IntervalTests.normal)
    #expect(agree(drawn.lanes(2025)[5], 1 - 3 * 3 / IntervalTests.end))
    #expect(agree(drawn.lanes(2025)[6], 1 + 0.5 * 3 / IntervalTests.end))
  }

  @Test func theBaseYearAndWhatIsHeldBeforeItAreDrawnToo() throws {
    let drawn = try DrawnValues(level, values(expert(2020, 1, -2, 1.5)), normal: IntervalTests.normal)
    for year in [2019, 2020] { expect(drawn.lanes(year), -2, 1, 1.5, "\(year)") }
  }

  @Test func anIntervalIsCarriedAsItsValue() throws {
    let steps = values(expert(2020, 1, 0, 3), expert(2026, 5, 4, 9))
    let drawn = try DrawnValues(level, steps, normal: IntervalTests.normal)
    for year in 2021...2025 { expect(drawn.lanes(year), 0, 1, 3, "\(year)") }
    for year in 2026...2030 { expect(drawn.lanes(year), 4, 5, 9, "\(year)") }
    let plainFirst = values(dated(2020, 1), expert(2026, 5, 4, 9))
    let later = try DrawnValues(level, plainFirst, normal: IntervalTests.normal)
    for year in 2021...2025 { #expect(later.lanes(year) == LaneVector(repeating: 1)) }
    expect(later.lanes(2026), 4, 5, 9)
  }

  @Test func intervalsBlendBetweenPointsOfAPath() throws {
    let path = values(expert(2020, 0, -1, 2), expert(2028, 8, 4, 16), between: .linear)
    let drawn = try DrawnValues(level, path, normal: IntervalTests.normal)
    // Half way the distances are (1 + 4) / 2 and (2 + 8) / 2.
    expect(drawn.lanes(2024), 4 - 2.5, 4, 4 + 5)
    expect(drawn.lanes(2022), 2 - 1.75, 2, 2 + 3.5)
    expect(drawn.lanes(2028), 4, 8, 16)
    expect(drawn.lanes(2030), 4, 8, 16)
  }

  @Test func aScenariosPlainValueIsCertain() throws {
    let plain = change(points([2025: 7]))
    let drawn = try DrawnValues(level, values(expert(2020, 1, 0, 3)), [plain], normal: IntervalTests.normal)
    expect(drawn.lanes(2024), 0, 1, 3)
    for year in 2025...2030 { #expect(drawn.lanes(year) == LaneVector(repeating: 7), "\(year)") }
  }

  @Test func aScenariosIntervalTakesThePlaceOfTheDatasets() throws {
    let own = Override.Point(
      from: Day(firstOf: 2025), value: 7, interval: Interval(probability: 0.8, low: 6, high: 8))
    let drawn = try DrawnValues(
      level, values(expert(2020, 1, 0, 3)), [change(.points([own]))], normal: IntervalTests.normal)
    expect(drawn.lanes(2024), 0, 1, 3)
    expect(drawn.lanes(2027), 6, 7, 8)
  }

  @Test func aFactorKeepsTheSpread() throws {
    let twice = change(.multiply(by: 2, from: 2025, to: nil))
    let drawn = try DrawnValues(count, values(expert(2020, 100, 80, 190)), [twice], normal: IntervalTests.normal)
    expect(drawn.lanes(2024), 80, 100, 190)
    // On the scale of logarithms a factor leaves the distances as they are.
    for year in 2025...2030 { expect(drawn.lanes(year), 160, 200, 380, "\(year)") }
  }

  @Test func aMoveStaysInsideTheRange() throws {
    let narrow = Parameter("p", .ratio, -1...2, .uncertainty)
    let drawn = try DrawnValues(narrow, values(expert(2020, 1, -0.9, 1.5)), normal: IntervalTests.normal)
    #expect(drawn.lanes(2025)[5] == -1 && drawn.lanes(2025)[6] == 2)
  }
}
