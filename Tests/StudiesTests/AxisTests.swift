import Domain
import Formulas
import Studies
import Testing

/// What an axis of a study takes.
struct AxisTests {
  @Test func levelsAreTakenAsOften() {
    let values = AxisValues.levels([5, 7, 9])
    let found = (0..<300).map { values.value(at: (Double($0) + 0.5) / 300) }
    #expect([5, 7, 9].map { level in found.count { $0 == level } } == [100, 100, 100])
  }

  @Test func stepsBeginAndEndWhereTheyShould() {
    #expect(AxisValues.range(from: 0.1, to: 0.7, steps: 3).levels == [0.1, 0.1 + (0.7 - 0.1) / 2, 0.7])
    #expect(AxisValues.range(from: 3, to: 1, steps: 2).levels == [3, 1])
    #expect(AxisValues.range(from: 3, to: 1, steps: nil).levels == nil)
  }

  @Test func aTriangleHasItsQuantiles() {
    let values = AxisValues.triangular(low: 1, mode: 2, high: 4)
    // F(x) = (x − 1)² / 3 up to the mode, 1 − (4 − x)² / 6 beyond.
    for x in [1.25, 1.5, 2, 2.5, 3.75] {
      let share = x <= 2 ? (x - 1) * (x - 1) / 3 : 1 - (4 - x) * (4 - x) / 6
      #expect(abs(values.value(at: share) - x) < 1e-12)
    }
    #expect(values.value(atEdge: 0) == 1 && values.value(atEdge: 1) == 4)
  }

  @Test(arguments: [Process.Scale.level, .log, .logit])
  func anExpertsIntervalHasItsEndsAndItsMiddle(scale: Process.Scale) {
    let interval = Interval(probability: 0.8, low: 0.12, high: 0.35)
    let values = AxisValues.interval(value: 0.2, interval, scale)
    for (unit, expected) in [(0.1, 0.12), (0.5, 0.2), (0.9, 0.35)] {
      #expect(abs(values.value(at: unit) - expected) < 1e-9)
    }
    #expect(values.value(atEdge: 0) == 0.12 && values.value(atEdge: 1) == 0.35)
    #expect(abs(values.value(atEdge: 0.5) - 0.2) < 1e-9)
  }

  private func value(_ year: Year, _ value: Double, _ range: ClosedRange<Double>?, known: Year) -> DatedValue {
    DatedValue(from: Day(firstOf: year), value: value, evidence: .assumed, source: "x", range: range, known: known)
  }

  private let parameter = Parameter("care.test", .ratio, 0...10, .uncertainty, .district)

  @Test func whatIsStatedMovesTogetherAndTheRestStays() throws {
    let values = ParameterValues(
      label: Label(zh: "x", en: "x"),
      city: [
        value(2020, 1, nil, known: 2020), value(2021, 2, 1...5, known: 2021), value(2022, 3, 2...4, known: 2023),
      ], districts: ["1": [value(2020, 4, 3...6, known: 2020)]])
    let stated = try #require(StatedRange(parameter, values, knownUntil: 2022))
    func numbers(_ unit: Double) -> [Double] { stated.values(at: unit).all.map(\.value) }
    #expect(numbers(0) == [1, 1, 3, 3])
    #expect(numbers(0.25) == [1, 1.5, 3, 3.5])
    #expect(numbers(0.5) == [1, 2, 3, 4])
    #expect(numbers(0.75) == [1, 3.5, 3, 5])
    #expect(numbers(1) == [1, 5, 3, 6])
    #expect(stated.figure(at: 1) == 5)
    // What moves is held where it was put.
    #expect(stated.values(at: 0.3).city.map { $0.range == nil } == [true, true, false])
  }

  @Test func whereNothingHasAWidthNothingIsStated() {
    let plain = ParameterValues(
      label: Label(zh: "x", en: "x"), city: [value(2020, 1, nil, known: 2020), value(2021, 1, 1...1, known: 2020)])
    #expect(StatedRange(parameter, plain, knownUntil: 2025) == nil)
    let later = ParameterValues(label: Label(zh: "x", en: "x"), city: [value(2020, 1, 0...2, known: 2026)])
    #expect(StatedRange(parameter, later, knownUntil: 2025) == nil)
    #expect(StatedRange(parameter, later, knownUntil: 2026) != nil)
  }

  @Test func aSwitchTakesItsWholeNumbersAsOften() throws {
    let whole = Parameter("care.switch", .ratio, 1...3, .uncertainty, isWhole: true)
    let values = ParameterValues(label: Label(zh: "x", en: "x"), city: [value(2020, 1, 1...3, known: 2020)])
    let stated = try #require(StatedRange(whole, values, knownUntil: 2020))
    #expect(stated.levels == 3)
    let found = (0..<30).map { stated.figure(at: (Double($0) + 0.5) / 30) }
    #expect([1, 2, 3].map { level in found.count { $0 == level } } == [10, 10, 10])
    #expect(stated.figure(at: 0) == 1 && stated.figure(at: 1) == 3)
  }
}
