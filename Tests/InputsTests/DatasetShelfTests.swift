import Foundation
import Inputs
import Testing

struct DatasetShelfTests {
  private let scratch: Scratch
  private let town: String
  private let scenario: String

  init() throws {
    scratch = try Scratch()
    town = try scratch.tinytown()
    scenario = try scratch.write("scenario.yaml", "horizon: {from: 2020, to: 2030}\n")
  }

  @Test func scenariosForOneCityStandOnOneReading() throws {
    var shelf = DatasetShelf()
    let first = try LoadedScenario(ScenarioRequest(scenario, dataset: town), &shelf)
    // What happens to the folder later is no matter of the second scenario.
    try FileManager.default.removeItem(atPath: "\(town)/tables/population.csv")
    let second = try LoadedScenario(ScenarioRequest(scenario, dataset: town), &shelf)
    #expect(second.dataset.files == first.dataset.files)
    #expect(throws: InputError.self) { try LoadedScenario(ScenarioRequest(scenario, dataset: town)) }
  }

  @Test func aFolderNamedInAnotherWayIsTheSame() throws {
    var shelf = DatasetShelf()
    _ = try LoadedScenario(ScenarioRequest(scenario, dataset: town), &shelf)
    try FileManager.default.removeItem(atPath: "\(town)/tables/population.csv")
    let again = try LoadedScenario(ScenarioRequest(scenario, dataset: "\(town)/../tinytown/"), &shelf)
    #expect(again.dataset.directory == "\(town)/../tinytown/")
  }

  @Test func anotherFolderIsReadItself() throws {
    var shelf = DatasetShelf()
    _ = try LoadedScenario(ScenarioRequest(scenario, dataset: town), &shelf)
    let hangzhou = try LoadedScenario(ScenarioRequest(scenario, dataset: Folder.hangzhou), &shelf)
    #expect(hangzhou.dataset.city.areas.city.code == "330100")
  }

  /// The hash is that of sha256sum.
  @Test func aFileIsKnownByTheBytesItHeldWhenRead() throws {
    let text = "horizon: {from: 2020, to: 2030}\n"
    let before = try LoadedScenario(ScenarioRequest(scenario, dataset: town))
    try scratch.write("scenario.yaml", text + "# later\n")
    let after = try LoadedScenario(ScenarioRequest(scenario, dataset: town))
    #expect(before.files.map(\.path) == [scenario])
    #expect(before.files[0].sha256 == "9503cad0532b84b318920460c3af39b73f7d1d0a1b4d0e85aa9f2cb97421c1ba")
    #expect(after.files[0].sha256 != before.files[0].sha256)
  }
}
