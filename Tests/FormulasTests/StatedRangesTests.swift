import Domain
import Formulas
import NumericCore
import Testing

/// Values of which a range is stated, as members draw from it.
struct StatedRangesTests {
  private static let end = standardNormalQuantile(0.9)
  private static let normal = LaneVector(-end, 0, end, -1, 1, -3, 3, 2)

  private let share = Parameter("p", .share, 0...1, .uncertainty)

  private func stated(_ value: Double, _ range: ClosedRange<Double>, _ evidence: Evidence = .assumed) -> DatedValue {
    DatedValue(
      from: Day(firstOf: 2022), value: value, evidence: evidence, source: "invented", range: range, known: 2020)
  }

  private func drawn(_ value: DatedValue, ranges paths: Set<String> = ["p"]) throws -> (LaneVector, LaneVector) {
    let values = ParameterValues(label: Town.label, city: [value], before: .hold)
    let resolver = Resolver(
      areas: Town.areas, years: 2019...2030, baseYear: 2020, knownUntil: 2024, parameters: [share],
      values: ["p": values], overrides: [], drawing: DrawnRanges(probability: 0.8, paths: paths))
    var draws = BlockDraws(areas: Town.areas)
    draws.set(share, normal: StatedRangesTests.normal)
    let central = ResolvedTable(try resolver.resolve([share]))
    let moved = resolver.resolve(central, moved: [0], by: draws).all[0].city
    return (moved.value(in: 2020).vector, moved.value(in: 2030).vector)
  }

  @Test func aRangeIsDrawnFromInEveryYearItsValueHolds() throws {
    let (before, after) = try drawn(stated(0.2, 0.1...0.4))
    for lanes in [before, after] {
      #expect(abs(lanes[0] - 0.1) < 1e-12 && abs(lanes[1] - 0.2) < 1e-15 && abs(lanes[2] - 0.4) < 1e-12)
    }
  }

  @Test func aValueFromAfterTheRunIsDrawnAsInALongerRun() throws {
    let value = DatedValue(
      from: Day(firstOf: 2040), value: 0.2, evidence: .assumed, source: "invented", range: 0.1...0.4, known: 2020)
    let (before, after) = try drawn(value)
    for lanes in [before, after] { #expect(abs(lanes[0] - 0.1) < 1e-12 && abs(lanes[2] - 0.4) < 1e-12) }
  }

  @Test func aValueAtAnEndMovesToTheOtherSideOnly() throws {
    let (_, whole) = try drawn(stated(1, 0.7...1))
    #expect(abs(whole[0] - 0.7) < 1e-12 && whole[1] == 1 && whole[2] == 1 && whole[6] == 1)
    let (_, none) = try drawn(stated(0, 0...0.05))
    #expect(none[0] == 0 && none[5] == 0 && abs(none[2] - 0.05) < 1e-12)
    let (_, low) = try drawn(stated(0.02, 0...0.05))
    #expect(abs(low[0]) < 1e-12 && low[5] == 0 && abs(low[2] - 0.05) < 1e-12)
  }

  @Test func whatIsFirmOrNotDrawnStays() throws {
    let cases: [(DatedValue, Set<String>)] = [(stated(0.2, 0.1...0.4, .observed), ["p"]), (stated(0.2, 0.1...0.4), [])]
    for (value, paths) in cases {
      let (before, after) = try drawn(value, ranges: paths)
      #expect(before == LaneVector(repeating: 0.2) && after == LaneVector(repeating: 0.2))
    }
    let (_, narrow) = try drawn(stated(0.2, 0.2...0.2))
    #expect(narrow == LaneVector(repeating: 0.2))
  }
}
