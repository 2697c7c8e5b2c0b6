import Domain
import Foundation
import Reports
import Tables
import Testing

struct TextReportTests {
  private let town: Tinytown

  init() throws { town = try Tinytown() }

  /// `RECORD=1` rewrites the files and still fails.
  @Test(arguments: Language.allCases)
  func reportIsAsRecorded(language: Language) throws {
    let file = Tinytown.tests.appendingPathComponent("ReportsTests/Golden/tinytown.\(language.rawValue).txt")
    let report = town.report(language)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(report.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent)")
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(report.split(separator: "\n"), golden.split(separator: "\n"))
    for (found, expected) in lines where found != expected {
      Issue.record("found\n\(found)\nexpected\n\(expected)")
    }
    #expect(report == golden)
  }

  /// The columns of numbers end every line, so that lines that do not line up show.
  @Test(arguments: Language.allCases)
  func tablesOfNumbersLineUp(language: Language) {
    let tables = blocks(of: town.report(language)).filter { $0.first?.hasPrefix("  ") == true }
      .filter { $0.first?.hasPrefix("  ·") == false && $0.first?.hasPrefix("      ") == false }
    #expect(tables.count == 15)
    for table in tables {
      let widths = Set(table.map { displayWidth($0) })
      #expect(widths.count == 1, "\(table.joined(separator: "\n"))")
    }
  }

  @Test(arguments: Language.allCases)
  func statusesOfTargetsStandUnderTheirHeader(language: Language) throws {
    let report = town.report(language)
    let header = language == .zh ? "状态" : "Status"
    let table = try #require(blocks(of: report).first { $0.first?.hasSuffix(header) == true })
    let column = displayWidth(table[0]) - displayWidth(header)
    let marks: Set<Character> = ["✓", "✗", "?", "·"]
    for line in table.dropFirst() where line.dropFirst(2).first.map(marks.contains) == true {
      var width = 0
      let start = line.firstIndex { character in
        defer { width += displayWidth(String(character)) }
        return width >= column
      }
      let before = try #require(start)
      #expect(line[..<before].hasSuffix("  "), "\(line)")
      #expect(line[before] != " ", "\(line)")
    }
  }

  @Test(arguments: Language.allCases)
  func noLineEndsInBlanksOrHasNoNumber(language: Language) {
    for line in town.report(language).split(separator: "\n") {
      #expect(!line.hasSuffix(" "), "\(line)")
      let words = line.lowercased().split { !$0.isLetter }
      #expect(!words.contains("nan") && !words.contains("inf"), "\(line)")
    }
  }

  /// The fixture's targets change zone more often than there are zones.
  @Test(arguments: Language.allCases)
  func everyZoneHasOneHeading(language: Language) throws {
    let zones = Set(town.results.plan.city.targets.map(\.zone))
    let lines = town.report(language).split(separator: "\n").map(String.init)
    for zone in zones {
      let heading = "  " + (language == .zh ? zone.label : zone.id.replacing("_", with: " "))
      #expect(lines.filter { $0.lowercased() == heading }.count == 1, "\(heading)")
    }
  }

  @Test func languagesShowTheSameNumberOfLines() {
    let lines = Language.allCases.map { blocks(of: town.report($0)).filter { $0.first?.hasPrefix("  ·") == false } }
    #expect(lines[0].map(\.count) == lines[1].map(\.count))
  }

  /// Stretches of lines between empty ones and headings.
  private func blocks(of text: String) -> [[String]] {
    var blocks: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix(" ") { blocks[blocks.count - 1].append(line) } else if blocks.last != [] { blocks.append([]) }
    }
    return blocks.filter { !$0.isEmpty }
  }
}
