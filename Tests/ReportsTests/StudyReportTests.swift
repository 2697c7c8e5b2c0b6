import Domain
import Foundation
import Inputs
import Reports
import Simulation
import Studies
import Testing

/// The pages of `targets` and `compare` for the invented city.
struct StudyReportTests {
  private let town: Tinytown

  init() throws { town = try Tinytown() }

  /// `RECORD=1` rewrites the files and still fails.
  private func expect(_ text: String, asIn name: String) throws {
    let file = Tinytown.tests.appendingPathComponent("ReportsTests/Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: Language.allCases)
  func targetsAreAsRecorded(language: Language) throws {
    let list = try TargetList(town.results, town.loaded.dataset, year: nil, language: language)
    try expect(list.document.text, asIn: "targets.\(language.rawValue).txt")
    #expect(list.judgements.count == 7)
  }

  @Test(arguments: Language.allCases)
  func aComparisonIsAsRecorded(language: Language) throws {
    let text = """
      name: more
      horizon: {from: 2020, to: 2030}
      set:
        care.beds.convert: {2023: 90 张}
        care.beds.build: {districts: {西县: {2024: 40 张}}}
        programmes.living_rooms_share.path: {2024: 95%}
      """
    let changed = try LoadedScenario(text: text, named: "more.yaml", of: town.loaded.dataset)
    let comparison = try Comparison([town.results, try Plan(changed).run()])
    let choice = ComparisonChoice(areas: [town.results.areas.cityIndex])
    let page = ComparisonBook(comparison, town.loaded.dataset, choice, language: language).document.text
    try expect(page, asIn: "compare.\(language.rawValue).txt")
  }
}
