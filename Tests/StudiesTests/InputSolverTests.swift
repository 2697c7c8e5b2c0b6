import Domain
import Formulas
import Foundation
import Inputs
import Simulation
import Studies
import Testing

/// Inputs that published figures settle, in an invented town and in Hangzhou.
struct InputSolverTests {
  private static func dataset(_ name: String) throws -> Dataset {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Dataset(directory: root.appendingPathComponent(name).path)
  }

  private static let rate = "benefits.disability_living.rate"
  private static let recipients = "benefits.disability_living.recipients"

  /// The town with a rate of its own in the west, and with figures for 2022.
  private static func town(
    _ solves: [Solve], figures: [(area: Int, persons: Double)], _ indicator: String = recipients
  ) throws -> City {
    var town = try dataset("Tests/Fixtures/tinytown").city
    let west = town.areas.districts[1].code
    let rates = town.values[rate]?.city
    town.values[rate]?.districts[west] = rates
    let known = figures.map {
      Observation(
        indicator: indicator, area: $0.area, year: 2022, value: $0.persons, evidence: .observed, source: "invented")
    }
    town.observations = Observations(town.observations.all + known)
    town.knownUntil = 2022
    town.solves = solves
    return town
  }

  private static func solve(_ area: Int, _ how: Solve.Way = .factor) -> Solve {
    Solve(indicator: recipients, area: area, year: 2022, input: rate, how: how)
  }

  /// Recipients are a rate times people, so that a figure half as large again needs a rate half as large again.
  @Test(arguments: [Solve.Way.factor, .level])
  func aDistrictsFigureSettlesItsOwnValue(how: Solve.Way) async throws {
    let before = try await InputSolver(Self.town([Self.solve(1, how)], figures: [(1, 1)])).solutions()[0].before
    let found = try await InputSolver(Self.town([Self.solve(1, how)], figures: [(1, before * 1.5)])).solutions()
    let solution = try #require(found.first)
    #expect(found.count == 1 && solution.isMet && !solution.wasMet)
    #expect(solution.moves.map(\.old.value) == [60] && solution.moves.map(\.new.value) == [90])
    // The range stays about the value: as wide in proportion, or of a level as wide as it was.
    #expect(solution.moves[0].new.range == (how == .level ? 78...102 : 72...108))
  }

  @Test func theCitysFigureMovesDistrictsWithoutFiguresAfterTheOthers() async throws {
    let solves = [Self.solve(2), Self.solve(1)]
    let plain = try await InputSolver(Self.town(solves, figures: [(1, 1), (2, 1)])).solutions()
    let (west, city) = (plain[0].before, plain[1].before)
    let town = try Self.town(solves, figures: [(1, west * 0.5), (2, city * 1.2)])
    let found = try await InputSolver(town).solutions()
    #expect(found.map(\.solve.area) == [1, 2] && found.allSatisfy(\.isMet))
    #expect(found[0].moves.map(\.new.value) == [30])
    // The east makes up for the west: its own rate is the city's.
    let expected = 60 * (city * 1.2 - west * 0.5) / (city - west)
    #expect(found[1].moves.count == 1 && abs(found[1].moves[0].new.value / expected - 1) < 1e-5)
  }

  @Test func aFigureOutOfReachTakesTheEndAndIsNotMet() async throws {
    let found = try await InputSolver(Self.town([Self.solve(1)], figures: [(1, 1e7)])).solutions()
    #expect(found.map(\.isMet) == [false] && found[0].moves[0].new.value == 10_000)
  }

  @Test func aSharesDistanceOnTheLogitScaleKeepsItAShare() async throws {
    let solve = Solve(
      indicator: "benefits.disability_care.standard", area: 2, year: 2022,
      input: "benefits.disability_care.share_fully", how: .logit)
    let town = try Self.town([solve], figures: [(2, 1)], solve.indicator)
    let before = try await InputSolver(town).solutions()[0].before
    let found = try await InputSolver(
      Self.town([solve], figures: [(2, before * 1.05)], solve.indicator)
    ).solutions()
    #expect(found[0].isMet && (0...1).contains(found[0].moves[0].new.value))
    #expect(found[0].moves[0].new.value > found[0].moves[0].old.value)
  }

  /// What the package states is what the program solves: else `minzheng dataset solve --write` is due.
  @Test func hangzhousInputsMeetTheirFigures() async throws {
    let found = try await InputSolver(Self.dataset("datasets/hangzhou").city).solutions()
    #expect(found.count >= 7)
    for solution in found {
      #expect(solution.wasMet, "\(solution.solve.indicator): \(solution.before) for \(solution.figure)")
    }
  }
}
