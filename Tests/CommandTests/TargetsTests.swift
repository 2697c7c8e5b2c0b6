import CSV
import Foundation
import Testing

struct TargetsTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func everyTargetStandsOnceWithItsPace() throws {
    let outcome = try program.run("targets", Program.baseline, "--draws", "0", "--format", "csv")
    #expect(outcome.status == 0)
    let (table, faults) = CSVReader.read([UInt8](outcome.output.utf8))
    #expect(faults.isEmpty)
    #expect(
      table.header == [
        "scenario", "target_id", "name", "year", "comparator", "target", "unit", "projected", "p10", "p90", "gap",
        "p_met", "basis", "status", "pace", "pace_from", "kind", "plan",
      ])
    #expect(table.rowCount == 69)
    let row = try #require((0..<table.rowCount).first { table.field(row: $0, column: 1) == "nursing_bed_share_pct" })
    // From the last projection before 2025, which is of 2024, to 65 %.
    #expect(table.field(row: row, column: 15) == "2024")
    #expect(try #require(table.double(row: row, column: 14)) > 0)
    // What is assumed is open, whatever its value.
    for row in 0..<table.rowCount where table.field(row: row, column: 12) == "assumed" {
      #expect(table.field(row: row, column: 13) == "open")
    }
  }

  @Test func aYearHasItsOwnTargets() throws {
    let outcome = try program.run("targets", Program.tinytown, "--year", "2022", "--format", "csv")
    let table = CSVReader.read([UInt8](outcome.output.utf8)).document
    #expect(table.rowCount == 3)
    #expect((0..<3).allSatisfy { table.field(row: $0, column: 3) == "2022" })
  }

  @Test func aMissedTargetFailsWhereItIsAsked() throws {
    let missed = try program.run("targets", Program.baseline, "--draws", "0", "--fail-on", "missed", "--lang", "en")
    #expect(missed.status == 2)
    #expect(missed.output.contains("targets: of the"))
    #expect(try program.run("targets", Program.baseline, "--draws", "0").status == 0)
    #expect(try program.run("targets", Program.baseline, "--draws", "0", "--fail-on", "at_risk").status == 2)
    // In 2022 the fixture has none that is missed.
    let fine = try program.run("targets", Program.tinytown, "--year", "2022", "--fail-on", "at_risk")
    #expect(fine.status == 0)
    #expect(try program.run("targets", Program.tinytown, "--fail-on", "open").status == 64)
  }

  @Test func theIndexStandsBelowTheTargets() throws {
    let outcome = try program.run("targets", Program.baseline, "--draws", "50", "--lang", "en")
    for text in [
      "Composite index", "carried or a path", "contributions add up", "Same rank", "Gaps between districts",
      "four in five put the total",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
    let again = try program.run("targets", Program.baseline, "--draws", "50", "--lang", "en", "--threads", "1")
    #expect(again.output == outcome.output)
  }
}
