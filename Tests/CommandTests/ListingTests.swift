import CSV
import Foundation
import Testing

/// Finding parameters and indicators by what people call them.
struct ListingTests {
  private let program: Program

  init() throws { program = try Program() }

  private func column(_ name: String, _ arguments: String...) throws -> [String] {
    let outcome = try program.run(arguments + ["--format", "csv"])
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let table = CSVReader.read([UInt8](outcome.output.utf8)).document
    let place = try #require(table.header.firstIndex(of: name))
    return (0..<table.rowCount).map { table.field(row: $0, column: place) }
  }

  @Test func parametersAreFoundByWordsOfBothLanguages() throws {
    let found = try column("path", "parameters", "床位")
    #expect(found.contains("care.beds.build") && found.contains("care.family_beds.build"))
    #expect(!found.contains("benefits.dibao.ratio"))
    #expect(try column("path", "parameters", "urban consumption").contains("benefits.dibao.ratio"))
    // By a path only what begins so.
    #expect(try column("path", "parameters", "care.beds").allSatisfy { $0.hasPrefix("care.beds") })
    #expect(try column("indicator", "indicators", "护理员").contains("care.workers.certified_per_10k"))
  }

  @Test func leversOfAnIndicatorStandNearestFirst() throws {
    let arguments = ["parameters", "--moves", "care.beds.nursing_share", "--role", "lever"]
    let paths = try column("path", arguments[0], arguments[1], arguments[2], arguments[3], arguments[4])
    #expect(paths.contains("care.beds.convert") && !paths.contains("benefits.dibao.ratio"))
    let steps = try column("steps", arguments[0], arguments[1], arguments[2]).compactMap(Int.init)
    #expect(steps == steps.sorted() && steps.first ?? 0 > 0)
    let several = try program.run("parameters", "--moves", "床位")
    #expect(several.status == 64 && several.complaints.contains("--moves 要一个指标"))
  }

  @Test func aListingShowsValuesAsTheyAreWritten() throws {
    let outcome = try program.run("parameters", "care.beds.c", "--lang", "zh")
    #expect(outcome.output.contains("500 张") && outcome.output.contains("护理型的床位"))
  }

  @Test(arguments: [
    ["parameters"], ["indicators"], ["parameters", "床位"], ["parameters", "--moves", "fund.spent"],
    ["targets", Program.tinytown, "--draws", "0"],
    ["compare", Program.baseline, Program.crunch, "--draws", "0", "--year", "2030"],
  ])
  func formsForProgramsAreTheSameInEveryLanguage(arguments: [String]) throws {
    for format in ["csv", "json"] {
      let forms = try ["zh", "en"].map { try program.run(arguments + ["--format", format, "--lang", $0]) }
      #expect(forms[0].status == 0, "\(forms[0].complaints)")
      #expect(forms[0].output == forms[1].output, "\(arguments)")
    }
  }

  @Test func numbersOfAListingAreNumbers() throws {
    for text in try column("low", "parameters") + column("high", "parameters") {
      #expect(Double(text) != nil, "\(text)")
    }
    let evidence = Set(try column("evidence", "parameters"))
    #expect(evidence.isSubset(of: ["", "enacted", "observed", "recalled", "estimated", "assumed"]))
  }

  @Test func aWrongNameIsAnsweredByWords() throws {
    try program.write(
      "name: x\nextends: \(Program.baseline)\nset:\n  床位: 900 张\n  care.workers.retention_exit: 10%\n", to: "x.yaml")
    let outcome = try program.run("run", "x.yaml", "--draws", "0")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("x.yaml:4:3: 错误: 没有参数 ‘床位’；用词相同或相近的有：care.beds."), "\(outcome.complaints)")
    #expect(outcome.complaints.contains("care.workers.exit_rate"), "\(outcome.complaints)")
    let result = try program.run("parameters", "care.beds.occupancy", "--lang", "en")
    #expect(result.status == 65 && result.complaints.contains("parameters --moves care.beds.occupancy"))
  }
}
