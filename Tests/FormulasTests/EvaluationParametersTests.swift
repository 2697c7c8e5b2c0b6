import Domain
import Formulas
import NumericCore
import Testing

struct EvaluationParametersTests {
  private let wage = Parameter("wage", .persons, 0...1e6, .fact)
  private let factor = Parameter("factor", .persons, 0...1e6, .fact, .district)
  private let build = Parameter("build", .persons, 0...1e6, .lever, .split)

  private func bench() throws -> Workbench {
    let july = try #require(Day(year: 2021, month: 7, day: 1))
    return Workbench(parameters: [
      try Town.resolve(wage, ParameterValues(label: Town.label, city: [dated(2019, 100), dated(july, 465)])),
      try Town.resolve(
        factor,
        ParameterValues(label: Town.label, city: [dated(2019, 7)], districts: ["990002": [dated(2019, 8)]])),
      try Town.resolve(
        build,
        ParameterValues(label: Town.label, city: [dated(2019, 300)], districts: ["990002": [dated(2021, 90)]])),
    ])
  }

  @Test func aParameterIsReadAtTheEndOfTheYear() throws {
    let found = try bench().evaluate(.parameter(wage))
    #expect([2020, 2021, 2022].map { found("x", Town.east, $0) } == [100, 465, 465])
  }

  @Test func theMeanOverTheYearWeighsDays() throws {
    let found = try bench().evaluate(.meanOverYear(wage))
    #expect(found("x", Town.city, 2020) == 100)
    #expect(agree(found("x", Town.city, 2021), (100.0 * 181 + 465 * 184) / 365))
  }

  @Test func lastYearsParameterIsThereInTheBaseYear() throws {
    let found = try bench().evaluate(.lastYear(.parameter(wage)))
    #expect([2020, 2021, 2022].map { found("x", Town.east, $0) } == [100, 100, 465])
  }

  @Test func anAreaReadsItsOwnValueElseTheCitys() throws {
    let found = try bench().evaluate(.parameter(factor))
    #expect([Town.east, Town.west, Town.city].map { found("x", $0, 2020) } == [7, 8, 7])
    let ofCity = try bench().evaluate(.ofCity(factor))
    #expect([Town.east, Town.west, Town.city].map { ofCity("x", $0, 2020) } == [7, 7, 7])
  }

  @Test func onlyADistrictHasAnOwnValue() throws {
    let found = try bench().evaluate(.ownValue(factor))
    #expect(found("x", Town.east, 2020).isNaN && found("x", Town.city, 2020).isNaN)
    #expect(found("x", Town.west, 2020) == 8)
  }

  @Test func aSplitTotalIsSharedOutUnlessADistrictHasItsOwn() throws {
    var bench = try bench()
    bench.measures = [measure("share")]
    bench.found = { _, area, _, _ in [0.75, 0.25, 1][area] }
    let found = bench.evaluate(.shareOut(build, by: .measure(measure("share"))))
    #expect([Town.east, Town.west, Town.city].map { found("x", $0, 2020) } == [225, 75, 300])
    #expect([Town.east, Town.west, Town.city].map { found("x", $0, 2021) } == [225, 90, 300])
  }

  @Test func membersMayHaveDifferentValues() throws {
    var bench = try bench()
    let each = Lanes.each(LaneVector(0, 1, 2, 3, 4, 5, 6, 7))
    bench.parameters[0].city.yearEnd = bench.parameters[0].city.yearEnd.map { _ in each }
    #expect(bench.evaluate(.parameter(wage)).members("x", Town.west, 2020) == [0, 1, 2, 3, 4, 5, 6, 7])
  }
}
