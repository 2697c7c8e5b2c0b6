import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Testing

/// What a user reads of every fault of a data package, in `Broken/datasets/AREA.*.txt`.
struct DatasetFaultTextTests {
  private let scratch: Scratch
  private let city: String

  init() throws {
    scratch = try Scratch()
    city = try scratch.hangzhou()
  }

  @Test func everyFaultBelongsToOneArea() {
    #expect(DatasetFault.areas.flatMap(\.faults).map(\.name) == DatasetFault.all.map(\.name))
  }

  @Test(arguments: DatasetFault.areas) func aFaultIsToldInBothLanguages(area: DatasetFault.Area) throws {
    var texts: [Language: String] = [:]
    for fault in area.faults {
      let file = URL(fileURLWithPath: "\(city)/\(fault.file)")
      let before = try Data(contentsOf: file)
      try Data(try #require(fault.edit([UInt8](before)), "\(fault.name)")).write(to: file)
      defer { try? before.write(to: file) }
      let problems = PackageCheck(city).problems
      // A run stops at what would spoil its results; the rest is for the check of the package.
      let scenario = try scratch.write("scenario.yaml", "horizon: {from: 2020, to: 2035}\n")
      let stop = diagnostics { try Plan(LoadedScenario(ScenarioRequest(scenario, dataset: city))) }
      let run = stop == nil ? "a run goes on" : "a run stops"
      for language in Language.allCases {
        let text = diagnosticText(InputError(problems), language: language)
        texts[language, default: ""] +=
          "## \(fault.name) (\(run))\n\n\(text.replacingOccurrences(of: city + "/", with: ""))\n"
      }
    }
    for language in Language.allCases {
      try expect(
        texts[language] ?? "", recordedAs: "\(Folder.broken)/datasets/\(area.name).\(language.rawValue).txt")
    }
  }
}
