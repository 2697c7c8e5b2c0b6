import Foundation
import Testing

/// The program given what is broken: it says so, ends with 65 and writes nothing.
struct BrokenInputTests {
  private static let folder = Program.root.appendingPathComponent("Tests/InputsTests/Broken").path
  private static let scenarios = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    // The installed city stands in for a dataset that is not named.
    .filter { $0.hasSuffix(".yaml") && $0 != "dataset-missing.yaml" }.sorted()

  private let program: Program

  init() throws { program = try Program() }

  private func expectRefusal(_ outcome: Program.Outcome, _ name: String) {
    #expect(outcome.status == 65, "\(name): \(outcome.status) \(outcome.complaints)")
    #expect(outcome.output.isEmpty, "\(name)")
    #expect(outcome.complaints.contains("error: "), "\(name)")
    #expect(outcome.complaints.contains("no file was written"), "\(name)")
    let left = (try? FileManager.default.contentsOfDirectory(atPath: program.folder.path)) ?? []
    #expect(left.filter { !$0.hasPrefix(".") && $0 != "city" } == [], "\(name)")
    // What a run is put together in is hidden, and goes as well.
    #expect(left.filter { $0.hasPrefix(".") }.sorted() == [".complaints", ".output"], "\(name)")
  }

  @Test func everyBrokenScenarioIsRefused() throws {
    #expect(Self.scenarios.count > 100)
    for scenario in Self.scenarios {
      expectRefusal(try program.run("run", "\(Self.folder)/\(scenario)", "--lang", "en"), scenario)
    }
  }

  private static let edits = [
    ("tables/programmes.csv", "population.deaths", "population.death"),
    ("tables/targets.csv", ",>=,2022,0.6,share", ",>=,2022,60,share"),
    ("tables/observed.csv", "population.births,330100,2021,91842", "population.births,330100,2021,-91842"),
    ("tables/index.csv", "care.beds.nursing_share,0.558,0.65", "care.beds.nursing_share,0.558,65"),
    ("parameters/fiscal.yaml", "{value: 150000 元/张", "{value: 150000"),
    ("parameters/care.yaml", "{value: 55.8%", "{value: 558%"),
    ("parameters/demography.yaml", "{value: 1.11", "{value: 111"),
  ]

  @Test(arguments: edits) func aBrokenPackageIsRefused(file: String, text: String, instead: String) throws {
    let city = program.folder.appendingPathComponent("city")
    try FileManager.default.copyItem(at: Program.root.appendingPathComponent("datasets/hangzhou"), to: city)
    let place = city.appendingPathComponent(file)
    let sound = try String(contentsOf: place, encoding: .utf8)
    let range = try #require(sound.range(of: text))
    try sound.replacingCharacters(in: range, with: instead).write(to: place, atomically: true, encoding: .utf8)
    let outcome = try program.run("run", Program.baseline, "--dataset", "city", "--draws", "0", "--lang", "en")
    expectRefusal(outcome, file)
    let line = sound[..<range.lowerBound].count { $0 == "\n" } + 1
    #expect(outcome.complaints.contains("city/\(file):\(line):"), "\(outcome.complaints)")
  }
}
