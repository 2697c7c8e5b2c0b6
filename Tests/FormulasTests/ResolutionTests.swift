import Domain
import Formulas
import Testing

struct ResolutionTests {
  private let parameter = Parameter("p", .ratio, 0...100, .fact)
  private let growth = Parameter("growth", .share, -1...1, .uncertainty)
  private let level = Parameter("level", .yuan, 0...1e6, .uncertainty)

  @Test func missingParametersAreReported() {
    let resolver = Resolver(
      areas: Town.areas, years: 2019...2030, baseYear: 2020, knownUntil: 2024, parameters: [parameter], values: [:],
      overrides: [])
    #expect(throws: ResolutionError.missing(path: "p")) { try resolver.resolve([parameter]) }
  }

  @Test func valuesThatMustReachBackAndDoNotAreReported() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2021, 10)], before: .fail)
    #expect(throws: ResolutionError.outsideDates(path: "p", area: "小城", year: 2020)) {
      try Town.resolve(parameter, values)
    }
    let fromBase = ParameterValues(label: Town.label, city: [dated(2020, 10)], before: .fail)
    #expect(try Town.resolve(parameter, fromBase).city.value(in: 2019).isAbsent)
  }

  @Test func valuesThatMustReachOnAndDoNotAreReported() {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)], beyond: .fail)
    #expect(throws: ResolutionError.outsideDates(path: "p", area: "小城", year: 2030)) {
      try Town.resolve(parameter, values)
    }
  }

  @Test func valuesMayEndWhereTheDatasetSaysSo() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10)], beyond: .absent)
    let series = try Town.resolve(parameter, values).city
    #expect(series.value(in: 2020).first == 10 && series.value(in: 2021).isAbsent)
  }

  @Test func aShareIndexIsARateOfGrowth() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 8)], beyond: .index("growth"))
    let rate = ParameterValues(label: Town.label, city: [dated(2020, 0.25), dated(2022, 0.5)])
    let series = try Town.resolve([(parameter, values), (growth, rate)]).city
    #expect(series.values(2020...2023) == [8, 10, 15, 22.5])
    #expect(series.mean(in: 2022).first == 15)
  }

  /// Three quarters of a rise of 25 % and one of 5 %: 20 %; from 2022 half of each.
  @Test func aBlendedIndexIsAWeightedMeanOfItsParts() throws {
    let (weight, rest) = (
      Parameter("weight", .share, 0...1, .uncertainty), Parameter("rest", .share, -1...1, .uncertainty)
    )
    let values = ParameterValues(
      label: Town.label, city: [dated(2020, 8)], beyond: .index("growth"),
      blend: ParameterValues.Blend(weight: "weight", rest: "rest"))
    func own(_ points: DatedValue...) -> ParameterValues { ParameterValues(label: Town.label, city: points) }
    let series = try Town.resolve([
      (parameter, values), (growth, own(dated(2020, 0.25))), (weight, own(dated(2020, 0.75), dated(2022, 0.5))),
      (rest, own(dated(2020, 0.05))),
    ]).city
    for (found, expected) in zip(series.values(2020...2022), [8, 9.6, 9.6 * 1.15]) {
      #expect(abs(found / expected - 1) < 1e-12)
    }
    let incomplete = ParameterValues(
      label: Town.label, city: [dated(2020, 8)], beyond: .index("growth"),
      blend: ParameterValues.Blend(weight: "weight", rest: "nothing"))
    #expect(throws: ResolutionError.unknownIndex(path: "p", index: "nothing")) {
      try Town.resolve([(parameter, incomplete), (growth, own(dated(2020, 0.25))), (weight, own(dated(2020, 1)))])
    }
  }

  @Test func aLevelIndexMovesInProportion() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 8)], beyond: .index("level"))
    let prices = ParameterValues(label: Town.label, city: [dated(2020, 100), dated(2021, 150), dated(2022, 75)])
    #expect(try Town.resolve([(parameter, values), (level, prices)]).city.values(2020...2023) == [8, 12, 6, 6])
  }

  @Test func anIndexThatHoldsReachesBackToTheLastValueItMoves() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2016, 8)], beyond: .index("growth"))
    let rate = ParameterValues(label: Town.label, city: [dated(2020, 0.5)], before: .hold)
    let series = try Town.resolve([(parameter, values), (growth, rate)]).city
    #expect(series.values(2016...2020) == [8, 12, 18, 27, 40.5])
  }

  @Test func unknownIndicesAndCirclesAreReported() {
    let unknown = ParameterValues(label: Town.label, city: [dated(2020, 8)], beyond: .index("nothing"))
    #expect(throws: ResolutionError.unknownIndex(path: "p", index: "nothing")) {
      try Town.resolve(parameter, unknown)
    }
    let there = ParameterValues(label: Town.label, city: [dated(2020, 8)], beyond: .index("level"))
    let back = ParameterValues(label: Town.label, city: [dated(2020, 8)], beyond: .index("p"))
    #expect(throws: ResolutionError.indexCycle(paths: ["p", "level", "p"])) {
      try Town.resolve([(parameter, there), (level, back)])
    }
  }

  @Test func aValueIsHiddenBeforeItWasKnown() throws {
    let values = ParameterValues(
      label: Town.label, city: [dated(2020, 10), dated(2023, 16, known: 2024)], between: .linear)
    #expect(try Town.resolve(parameter, values, knownUntil: 2023).city.values(2020...2023) == [10, 10, 10, 10])
    #expect(try Town.resolve(parameter, values, knownUntil: 2024).city.values(2020...2023) == [10, 12, 14, 16])
  }

  @Test func whatTheBaseYearKnewIsNeverHidden() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2025, 16, known: 2020)], before: .hold)
    #expect(try Town.resolve(parameter, values, knownUntil: 2018).city.value(in: 2020).first == 16)
  }

  @Test func valuesThatMustReachBackMayNotAllBeHidden() {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 10, known: 2024)], before: .fail)
    #expect(throws: ResolutionError.outsideDates(path: "p", area: "小城", year: 2020)) {
      try Town.resolve(parameter, values, knownUntil: 2022)
    }
  }

  @Test func changesOutsideTheRangeAreReportedWithTheirOrigin() {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 40)])
    let expected = ResolutionError.outOfRange(path: "p", value: 120, range: 0...100, origin: Town.origin)
    #expect(throws: expected) {
      try Town.resolve(parameter, values, [change(.multiply(by: 3, from: 2026, to: nil))])
    }
  }

  @Test func adjustingNothingIsReportedWithItsOrigin() throws {
    let values = ParameterValues(label: Town.label)
    #expect(throws: ResolutionError.nothingToAdjust(path: "p", origin: Town.origin)) {
      try Town.resolve(parameter, values, [change(.multiply(by: 3, from: 2026, to: nil))])
    }
    _ = try Town.resolve(parameter, values, [change(.multiply(by: 3, from: 2031, to: nil))])
  }
}
