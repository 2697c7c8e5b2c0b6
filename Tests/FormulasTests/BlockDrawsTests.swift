import Domain
import Formulas
import NumericCore
import Testing

/// What a process does to the parameter it moves and to those that follow it.
struct BlockDrawsTests {
  private let growth = Parameter("growth", .share, -0.5...1, .uncertainty)
  private let sales = Parameter("sales", .persons, 0...1e9, .uncertainty)
  private let other = Parameter("other", .persons, 0...1e9, .uncertainty)
  private let local = Parameter("local", .share, -2...2, .uncertainty, .district)

  private var given: [(Parameter, ParameterValues)] {
    [
      (growth, ParameterValues(label: Town.label, city: [dated(2020, 0.1)])),
      (sales, ParameterValues(label: Town.label, city: [dated(2020, 100)], beyond: .index("growth"))),
      (other, ParameterValues(label: Town.label, city: [dated(2020, 100)], beyond: .index("growth"))),
    ]
  }

  /// A deviation of 0.1 in the second member from 2022 on.
  private func drawn(moving followers: [String]) throws -> DrawnValues {
    var deviation = LaneVector.zero
    deviation[1] = 0.1
    let process = Process("p", moves: growth, at: "p", .level, .deviation)
    return try DrawnValues(given, moving: followers) {
      $0.set(process, from: 2022, [Array(repeating: deviation, count: 9)])
    }
  }

  @Test func aDeviationMovesItsMemberFromItsYearOn() throws {
    let drawn = try drawn(moving: ["growth", "sales"])
    for year in 2019...2030 {
      #expect(drawn.lanes(year)[0] == drawn.center(year) || drawn.center(year).isNaN)
      if year >= 2020 { #expect(agree(drawn.lanes(year)[1], year < 2022 ? 0.1 : 0.2), "\(year)") }
    }
  }

  @Test func whatFollowsAMovedParameterMoves() throws {
    let found = try drawn(moving: ["growth", "sales"]).moved[sales].city
    #expect([2021, 2022, 2023].map { found.value(in: $0).vector[0] } == [2021, 2022, 2023].map { central($0) })
    #expect(agree(found.value(in: 2021).vector[1], 110))
    #expect(agree(found.value(in: 2022).vector[1], 110 * 1.2))
    #expect(agree(found.value(in: 2023).vector[1], 110 * 1.2 * 1.2))
  }

  private func central(_ year: Year) -> Double { (2020..<year).reduce(100.0) { value, _ in value * 1.1 } }

  @Test func whatIsNotMovedIsIdentical() throws {
    let drawn = try drawn(moving: ["growth", "sales"])
    for year in 2020...2030 {
      #expect(drawn.moved[other].city.value(in: year) == drawn.central[other].city.value(in: year))
    }
    #expect(drawn.moved[other].city.value(in: 2025) == .uniform(drawn.central[other].city.value(in: 2025).first))
  }

  @Test func everyDistrictMovesByItsOwnDeviation() throws {
    let values = ParameterValues(
      label: Town.label, districts: ["990001": [dated(2020, 0.75)], "990002": [dated(2020, 0.25)]])
    let process = Process("p", moves: local, at: "p", .log, .yearly)
    let factors = [naturalLogarithm(2), naturalLogarithm(3)]
    let drawn = try DrawnValues([(local, values)], moving: ["local"]) {
      $0.set(process, from: 2021, factors.map { Array(repeating: LaneVector(repeating: $0), count: 10) })
    }
    #expect(agree(drawn.moved.value(local, in: Town.east, 2025).first, 1.5))
    #expect(agree(drawn.moved.value(local, in: Town.west, 2025).first, 0.75))
    #expect(drawn.moved.value(local, in: Town.west, 2020).first == 0.25)
  }
}
