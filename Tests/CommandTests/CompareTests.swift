import CSV
import Foundation
import Testing

struct CompareTests {
  private let program: Program
  private static let push = Program.root.appendingPathComponent("scenarios/nursing-push.yaml").path
  private static let plan = Program.root.appendingPathComponent("scenarios/plan-2025.yaml").path

  init() throws { program = try Program() }

  @Test func aPlannerSeesWhatWasChangedAndWhatFollows() throws {
    let outcome = try program.run("compare", Program.baseline, CompareTests.push, "--draws", "50", "--lang", "en")
    #expect(outcome.status == 0)
    for text in [
      "nursing-push against baseline", "the same 50 worlds", "Inputs that differ: 3", "nursing-push.yaml:9",
      "500 → 1 200 beds", "larger in all", "nursing-push: 0 gained, 0 lost.", "Total cost",
      "Nursing-type share of beds",
    ] {
      #expect(outcome.output.contains(text), "\(text)")
    }
  }

  @Test func theSameBytesForAnyThreads() throws {
    let runs = try ["1", "2", "3"].map { threads in
      try program.run(
        "compare", Program.baseline, CompareTests.push, "--draws", "70", "--format", "csv", "--threads", threads
      ).output
    }
    #expect(Set(runs).count == 1)
  }

  @Test func everyDifferenceIsARow() throws {
    let outcome = try program.run(
      "compare", Program.baseline, CompareTests.push, CompareTests.plan, "--draws", "20", "--inputs", "fixed",
      "--format",
      "csv", "--indicator", "care.beds.nursing", "--indicator", "care.beds.nursing_share", "--indicator",
      "care.beds.public_nursing", "--indicator", "care.beds.occupancy", "--year", "2030", "--year", "2025",
      "--district", "淳安县", "--district", "杭州市")
    let (table, faults) = CSVReader.read([UInt8](outcome.output.utf8))
    #expect(faults.isEmpty)
    #expect(table.header.count == 19)
    #expect(
      table.header.prefix(9).joined(separator: ",")
        == "indicator,unit,district_code,district,year,scenario,against,difference_central,difference_mean")
    #expect(table.header.suffix(3).joined(separator: ",") == "share_larger,central,against_central")
    // Four indicators, two areas, two years, two scenarios.
    #expect(table.rowCount == 32)
    let row = try #require(
      (0..<table.rowCount).first {
        table.field(row: $0, column: 0) == "care.beds.nursing" && table.field(row: $0, column: 2) == "330100"
          && table.field(row: $0, column: 4) == "2030" && table.field(row: $0, column: 5) == "nursing-push"
      })
    #expect(abs(try #require(table.double(row: row, column: 7)) - 3500) < 1e-6)
    #expect(table.double(row: row, column: 16) == 1)
    let levels = try [17, 18].map { try #require(table.double(row: row, column: $0)) }
    #expect(abs(levels[0] - levels[1] - 3500) < 1e-6)
  }

  /// More scenarios than are computed at once say what each says beside the first alone.
  @Test func manyScenariosSayWhatTwoSay() throws {
    let names = (1...6).map { "s\($0).yaml" }
    for (place, name) in names.enumerated() {
      try program.write(
        "name: s\(place)\nextends: \(Program.tinytown)\nset:\n  care.beds.convert: {2025: \(60 + 10 * place) 张}\n",
        to: name)
    }
    let options = ["--draws", "12", "--format", "csv", "--year", "2027"]
    let all = try program.run(["compare", Program.tinytown] + names + options)
    #expect(all.status == 0, "\(all.complaints)")
    let rows = all.output.split(separator: "\n")
    #expect(rows.count > 1000)
    for (place, name) in names.enumerated() {
      let alone = try program.run(["compare", Program.tinytown, name] + options).output.split(separator: "\n")
        .dropFirst()
      #expect(rows.filter { $0.contains(",s\(place),") } == Array(alone), "\(name)")
    }
  }

  @Test func severalScenariosStandSideBySide() throws {
    let outcome = try program.run(
      "compare", Program.baseline, CompareTests.push, CompareTests.plan, "--draws", "0", "--year", "2030",
      "--indicator",
      "护理型床位", "--format", "md")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("| 年份 | baseline | nursing-push | 差 | plan-2025 | 差 |"))
    #expect(outcome.output.contains("护理型床位占比"))
    #expect(!outcome.output.contains("民政服务总费用"))
    let none = try program.run("compare", Program.baseline, CompareTests.push, "--draws", "0", "--indicator", "没有的指标")
    #expect(none.status == 65)
  }

  @Test func aLostTargetFailsWhereItIsAsked() throws {
    let there = try program.run("compare", Program.baseline, CompareTests.plan, "--draws", "0", "--fail-on", "lost")
    #expect(there.status == 0)
    let back = try program.run("compare", CompareTests.plan, Program.baseline, "--draws", "0", "--fail-on", "lost")
    #expect(back.status == 2)
    #expect(back.output.contains("−"))
  }

  @Test func otherWorldsAndNamesAreRefused() throws {
    try program.write("extends: \(Program.baseline)\nmembers: {seed: 3}\n", to: "other.yaml")
    let seeds = try program.run("compare", Program.baseline, "other.yaml", "--draws", "0", "--lang", "en")
    #expect(seeds.status == 65)
    #expect(seeds.complaints.contains("do not face the same worlds"))
    let twice = try program.run("compare", Program.baseline, Program.baseline, "--draws", "0", "--lang", "en")
    #expect(twice.status == 65)
    let place = try program.run(
      "compare", Program.baseline, CompareTests.push, "--draws", "0", "--district", "淳安", "--lang", "en")
    #expect(place.status == 65)
    #expect(place.complaints.contains("淳安县"))
    let year = try program.run("compare", Program.baseline, CompareTests.push, "--draws", "0", "--year", "2040")
    #expect(year.status == 64)
    #expect(try program.run("compare", Program.baseline, "--draws", "0").status == 65)
  }
}
