import Domain
import Foundation
import Inputs
import Testing

/// What a dataset and a scenario say of chance.
struct UncertaintyTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The folder of the invented city with a table of correlations.
  private func town(_ rows: String...) throws -> String {
    let town = try scratch.tinytown()
    let header = "process,other_process,correlation,evidence,source,note\n"
    try scratch.write("tinytown/tables/correlations.csv", header + rows.map { $0 + "\n" }.joined())
    let fields = ["process", "other_process", "correlation", "evidence", "source", "note"]
      .map { "{\"name\": \"\($0)\", \"type\": \"\($0 == "correlation" ? "number" : "string")\"}" }
    let resource =
      "{\"name\": \"correlations\", \"path\": \"tables/correlations.csv\", \"schema\": {\"fields\": ["
      + fields.joined(separator: ", ") + "]}},"
    let package = try String(contentsOfFile: "\(town)/datapackage.json", encoding: .utf8)
    let start = try #require(package.range(of: "\"resources\": ["))
    try scratch.write(
      "tinytown/datapackage.json", package.replacingCharacters(in: start, with: "\(package[start])" + resource))
    return town
  }

  @Test func correlationsAreRead() throws {
    let folder = try town("wages,prices,0.5,assumed,invented,", "mortality,onset,-0.25,assumed,invented,why")
    let found = try Dataset(directory: folder).city.correlations
    #expect(
      found.map { [$0.first, $0.second, "\($0.value)"] } == [
        ["wages", "prices", "0.5"], ["mortality", "onset", "-0.25"],
      ])
    #expect(found.map(\.origin.line) == [2, 3])
    #expect(try Dataset(directory: Folder.tinytown).city.correlations.isEmpty)
  }

  /// Rows with what a user reads of them.
  private static let broken = [
    (
      "wage,prices,0.5,assumed,invented,",
      "2:1: 错误: 没有随机过程 ‘wage’；最接近的是 ‘wages’",
      "2:1: error: no process 'wage'; did you mean 'wages'?"
    ),
    (
      "wages,price,0.5,assumed,invented,",
      "2:7: 错误: 没有随机过程 ‘price’；最接近的是 ‘prices’",
      "2:7: error: no process 'price'; did you mean 'prices'?"
    ),
    (
      "wages,prices,1.5,assumed,invented,",
      "2:14: 错误: ‘1.5’ 超出范围 -1–1",
      "2:14: error: '1.5' is outside -1 to 1"
    ),
    (
      "wages,wages,0.5,assumed,invented,",
      "2:7: 错误: 重复的行：wages wages",
      "2:7: error: this row stands twice: wages wages"
    ),
    (
      "wages,prices,0.5,assumed,invented,\nprices,wages,0.5,assumed,invented,",
      "3:8: 错误: 重复的行：prices wages",
      "3:8: error: this row stands twice: prices wages"
    ),
  ]

  @Test(arguments: broken)
  func aMistakeIsFoundInItsPlace(rows: String, zh: String, en: String) throws {
    let folder = try town(rows)
    let found = try #require(diagnostics { try Dataset(directory: folder) })
    #expect(found.count == 1)
    for (language, text) in [(Language.zh, zh), (.en, en)] {
      let line = found[0].message(language).replacingOccurrences(of: folder + "/", with: "")
      #expect(line == "tables/correlations.csv:" + text)
    }
  }

  @Test func anExpertsIntervalReachesThePlan() throws {
    let plain = "set:\n  care.workers.exit_rate: {2026: 18%}\n"
    let spread = "set:\n  care.workers.exit_rate: {2026: {value: 18%, 80%: [12%, 25%]}}\n"
    func hasSpread(_ text: String) throws -> Bool {
      try scratch.load(text).plan.parameters.all.first { $0.parameter.path == "care.workers.exit_rate" }?.hasSpread
        ?? false
    }
    #expect(try !hasSpread(plain) && hasSpread(spread))
  }
}
