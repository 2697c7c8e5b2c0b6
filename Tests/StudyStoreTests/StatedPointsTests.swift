import Domain
import Foundation
import Inputs
import Simulation
import Studies
import StudyStore
import Testing

/// Points that move what the dataset states.
struct StatedPointsTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Both ends of some inputs of the shipped city, of people, abilities, care, aid, prices and the fund.
  @Test func aPointIsWhatADatasetThatSaysSoGives() async throws {
    let loaded = try LoadedStudy(
      path: "\(Self.root)/studies/budget-2030-tornado.yaml", options: ScenarioRequest(""))
    let (study, city, scenario) = (loaded.study, loaded.scenario.dataset.city, loaded.scenario.scenario)
    let run = try SweepRun(study, city, scenario)
    let count = try #require(study.points.count)
    let ids = [1] + (0..<11).map { 2 + $0 * (count - 2) / 10 }
    let points = ids.map { study.points[$0] }
    let found = await run.values(of: points, threads: 2)
    for (id, (studied, result)) in zip(ids, zip(points, found)) {
      let point = studied.point
      let alone = try Plan(city.given(point.given), scenario.laying(point.changes, draws: 0)).run()
      for (wanted, value) in zip(study.outcomes, try result.get()) {
        let outcome = wanted.outcome
        let expected = try #require(alone.value(outcome.indicator, area: outcome.area, year: outcome.year))
        let same = value.bitPattern == expected.bitPattern
        #expect(same, "point \(id), \(Array(point.given.keys)): \(value), alone \(expected)")
      }
    }
    #expect(points.dropFirst().allSatisfy { $0.point.given.count == 1 })
  }
}
