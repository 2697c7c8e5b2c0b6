import CSV
import Domain
import Foundation
import Reports
import Testing

/// What the README says of the files of a run.
struct OutputListTests {
  private static let root = Tinytown.tests.deletingLastPathComponent()

  private static func file(_ language: Language) -> URL {
    root.appendingPathComponent(language == .zh ? "README.zh-CN.md" : "README.md")
  }

  private static func head(_ language: Language) -> String {
    language.say("| 文件 | 内容 | 主键 |", "| file | holds | key |")
  }

  private static func list(_ language: Language) -> String {
    let rows = RunTables.all.map { table in
      let keys = table.fields.filter(\.isKey).map(\.name).joined(separator: ", ")
      return "| `\(table.file)` | \(table.about(language)) | `\(keys)` |"
    }
    return ([head(language), "|---|---|---|"] + rows).joined(separator: "\n")
  }

  /// `RECORD=1` rewrites the list and still fails.
  @Test(arguments: Language.allCases)
  func theReadmeListsEveryTableOfARun(language: Language) throws {
    let file = OutputListTests.file(language)
    var text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: OutputListTests.head(language)))
    let end = try #require(text.range(of: "\n\n", range: start.lowerBound..<text.endIndex))
    let found = text[start.lowerBound..<end.lowerBound]
    let expected = OutputListTests.list(language)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      text.replaceSubrange(start.lowerBound..<end.lowerBound, with: expected)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    } else {
      #expect(found == expected)
    }
  }

  @Test func namesAndColumnsOccurOnceAndEveryTableHasAKey() {
    #expect(Set(RunTables.all.map(\.file)).count == RunTables.all.count)
    for table in RunTables.all {
      #expect(Set(table.fields.map(\.name)).count == table.fields.count, "\(table.file)")
      #expect(table.fields.contains { $0.isKey }, "\(table.file)")
      #expect(table.file.hasSuffix(".csv"))
      #expect(!table.about.zh.isEmpty && !table.about.en.isEmpty)
    }
  }

  /// A field that is said to be a number holds nothing else.
  @Test func cellsAreOfTheTypeOfTheirColumn() throws {
    let output = RunOutput(try Tinytown().results, members: MemberSelection(indicators: ["population.total"]))
    for table in RunTables.all {
      let document = CSVReader.read(table.csv(of: output)).document
      for (column, field) in table.fields.enumerated() {
        let cells = (0..<document.rowCount).filter { !document.field(row: $0, column: column).isEmpty }
        switch field.type {
        case .string: continue
        case .integer: #expect(cells.allSatisfy { document.integer(row: $0, column: column) != nil }, "\(field.name)")
        case .number: #expect(cells.allSatisfy { document.double(row: $0, column: column) != nil }, "\(field.name)")
        }
      }
    }
  }

  @Test func aTableOfRowsIsTheFile() throws {
    let output = RunOutput(try Tinytown().results)
    for table in [RunTables.budget, RunTables.targets, RunTables.allocation] {
      #expect(table.table(of: output).csv == String(decoding: table.csv(of: output), as: UTF8.self), "\(table.file)")
    }
  }
}
