import CSV
import Foundation
import Testing

struct MultistateTests {
  private let program: Program

  /// Two years of healthy, disabled and dead women; `TransitionTableTests` works them out by hand.
  private static let table = """
    sex,age,from,to,probability
    female,81,disabled,dead,0.5
    female,81,healthy,disabled,0.2
    female,81,healthy,dead,0.3
    female,80,healthy,disabled,0.1
    female,80,healthy,dead,0.1
    female,80,disabled,healthy,0.2
    female,80,disabled,dead,0.3

    """
  private static let start = "persons,state,age,sex\n50,disabled,80,female\n100,healthy,80,female\n8,dead,81,female\n"

  init() throws {
    program = try Program()
    try program.write(Self.table, to: "table.csv")
    try program.write(Self.start, to: "start.csv")
  }

  private func run(_ more: String...) throws -> Program.Outcome {
    try program.run(["multistate", "table.csv", "--start", "start.csv", "--out", "out"] + more)
  }

  private func lines(_ name: String) throws -> [String] {
    try program.text("out/\(name)").split(separator: "\n").map(String.init)
  }

  /// Keys as written, numbers to nine digits.
  private func rows(_ name: String) throws -> [String] {
    let document = CSVReader.read([UInt8](try program.text("out/\(name)").utf8)).document
    let last = document.header.count - 1
    return (0..<document.rowCount).map { row in
      let keys = (0..<last).map { document.field(row: row, column: $0) }
      let value = ((document.double(row: row, column: last) ?? .nan) * 1e9).rounded() / 1e9
      return (keys + ["\(value)"]).joined(separator: ",")
    }
  }

  @Test func cohortsAreFollowedToTheEndOfTheTable() throws {
    let outcome = try run()
    #expect(outcome.status == 0 && outcome.complaints.isEmpty)
    #expect(Set(try program.files("out").keys) == ["distribution.csv", "expectancies.csv", "manifest.json"])
    #expect(try lines("distribution.csv").first == "year,sex,age,state,persons")
    #expect(
      try rows("distribution.csv") == [
        "0,female,80,dead,0.0", "0,female,80,disabled,50.0", "0,female,80,healthy,100.0",
        "0,female,81,dead,8.0", "0,female,81,disabled,0.0", "0,female,81,healthy,0.0",
        "1,female,81,dead,25.0", "1,female,81,disabled,35.0", "1,female,81,healthy,90.0",
        "1,female,82,dead,8.0", "1,female,82,disabled,0.0", "1,female,82,healthy,0.0",
        "2,female,82,dead,69.5", "2,female,82,disabled,35.5", "2,female,82,healthy,45.0",
      ])
  }

  @Test func expectanciesAreByStateNowAndForTheStart() throws {
    _ = try run()
    #expect(try lines("expectancies.csv").first == "sex,age,from,state,years")
    #expect(
      try rows("expectancies.csv") == [
        "female,80,*,disabled,0.518333333", "female,80,*,healthy,1.083333333",
        "female,80,disabled,disabled,1.145", "female,80,disabled,healthy,0.25",
        "female,80,healthy,disabled,0.205", "female,80,healthy,healthy,1.5",
        "female,81,disabled,disabled,0.75", "female,81,disabled,healthy,0.0",
        "female,81,healthy,disabled,0.1", "female,81,healthy,healthy,0.75",
      ])
  }

  @Test func theYoungestAgeIsShownInBothLanguages() throws {
    let chinese = try run().output
    #expect(chinese.hasPrefix("80 岁起至 82 岁的预期年数\n"))
    #expect(chinese.contains("期初构成") && chinese.contains("1.145"))
    let english = try run("--lang", "en").output
    #expect(
      english == """
        Expected years from age 80 to age 82
          Sex      State now           disabled   healthy   Total
          female   * as at the start      0.518     1.083   1.602
          female   disabled               1.145     0.250   1.395
          female   healthy                0.205     1.500   1.705

        """)
  }

  @Test func yearsAreAsManyAsAskedFor() throws {
    #expect(try run("--years", "1").status == 0)
    #expect(try lines("distribution.csv").count == 1 + 12)
    #expect(try run("--years", "0").status == 0)
    #expect(try lines("distribution.csv").count == 1 + 6)
  }

  @Test func theOrderOfRowsDoesNotMatter() throws {
    _ = try run()
    // The manifest says of which bytes the tables were made.
    func tables() throws -> [String: Data] { try program.files("out").filter { $0.key.hasSuffix(".csv") } }
    let before = try tables()
    let rows = Self.table.split(separator: "\n")
    try program.write(([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\r\n"), to: "table.csv")
    #expect(try run("--lang", "en").status == 0)
    #expect(try tables() == before)
    #expect(before.count == 2)
  }

  @Test func badInputIsLocatedAndNothingIsWritten() throws {
    try program.write(Self.table.replacingOccurrences(of: "dead,0.3", with: "dead,0.95"), to: "table.csv")
    let outcome = try run("--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.complaints == """
        table.csv:4:24: error: from = healthy, age = 81, sex = female: the ways out add up to 1.15, more than 1
        table.csv:8:25: error: from = disabled, age = 80, sex = female: the ways out add up to 1.15, more than 1
        2 errors; no file was written.

        """)
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("out").path))
  }

  @Test func aMissingFileIsBadInput() throws {
    let outcome = try program.run("multistate", "table.csv", "--start", "nowhere.csv", "--out", "out")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("nowhere.csv"))
  }

  @Test func aFolderThatCannotBeWrittenIsReported() throws {
    try program.write("a file", to: "out")
    let outcome = try run()
    #expect(outcome.status == 73)
    #expect(outcome.output.isEmpty && outcome.complaints.contains("out"))
  }
}
