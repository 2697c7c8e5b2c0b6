import CSV
import Foundation
import Testing

struct RunTests {
  private let program: Program

  init() throws { program = try Program() }

  private static let files: Set = [
    "indicators.csv", "population.csv", "pyramid.csv", "targets.csv", "budget.csv", "allocation.csv", "dictionary.csv",
    "interval_parts.csv", "report.txt", "manifest.json", "datapackage.json",
  ]

  @Test func baselineWritesItsFilesAndPrintsTheReport() throws {
    let outcome = try program.run("run", Program.baseline)
    #expect(outcome.status == 0)
    let files = try program.files("out/baseline")
    #expect(Set(files.keys) == RunTests.files)
    #expect(outcome.output == (try program.text("out/baseline/report.txt")))
    for name in RunTests.files { #expect(outcome.complaints.contains(name)) }
    #expect(outcome.complaints.contains("out/baseline/"))
  }

  @Test func twoRunsGiveTheSameBytesOfEveryFileButTheManifest() throws {
    #expect(try program.run("run", Program.baseline, "--out", "one").status == 0)
    #expect(try program.run("run", Program.baseline, "--out", "two", "--threads", "2").status == 0)
    var one = try program.files("one")
    var two = try program.files("two")
    #expect(one["manifest.json"] != nil)
    one["manifest.json"] = nil
    two["manifest.json"] = nil
    #expect(one == two)
  }

  @Test func brokenScenarioIsReportedAndLeavesThePreviousOutput() throws {
    #expect(try program.run("run", Program.tinytown, "--out", "out").status == 0)
    let before = try program.files("out")
    try program.write("extends: \(Program.tinytown)\nset:\n  care.beds.converd: 10 张\n", to: "broken.yaml")
    let outcome = try program.run("run", "broken.yaml", "--out", "out")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.hasPrefix("broken.yaml:3:3: "))
    #expect(outcome.complaints.contains("care.beds.convert"))
    #expect(try program.files("out") == before)
  }

  @Test func missingScenarioIsBadInput() throws {
    let outcome = try program.run("run", "nowhere.yaml")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("nowhere.yaml"))
  }

  @Test func noMoreLeaveThanAreThere() throws {
    let outcome = try program.run(
      "run", Program.tinytown, "--draws", "0", "--set", "demography.migration.net=-9000000 人", "--lang", "en", "--out",
      "out")
    #expect(outcome.status == 0, "\(outcome.complaints)")
    let rows = try program.text("out/population.csv").split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let persons = rows.compactMap { Double($0[7]) }
    #expect(persons.count == rows.count && persons.allSatisfy { $0 >= 0 })
  }

  @Test func folderThatCannotBeWrittenIsReported() throws {
    try program.write("a file", to: "taken")
    for out in ["taken", "taken/below"] {
      let outcome = try program.run("run", Program.tinytown, "--out", out)
      #expect(outcome.status == 73)
      #expect(outcome.output.isEmpty)
      #expect(outcome.complaints.contains("taken"))
    }
    #expect(try program.text("taken") == "a file")
  }

  @Test func settingsFromTheCommandLineChangeTheRun() throws {
    let change = "care.beds.convert@2026=900 张"
    let outcome = try program.run(
      "run", Program.tinytown, "--set", change, "--set", "horizon.to=2027", "--format", "csv")
    #expect(outcome.status == 0)
    let plain = try program.run("run", Program.tinytown, "--set", "horizon.to=2027", "--format", "csv")
    let (changed, faults) = CSVReader.read([UInt8](outcome.output.utf8))
    let before = CSVReader.read([UInt8](plain.output.utf8)).document
    #expect(faults.isEmpty)
    #expect(changed.header == ["indicator", "label_zh", "label_en", "unit"] + (2020...2027).map { "\($0)" })
    let row = try #require(
      (0..<changed.rowCount).first { changed.field(row: $0, column: 0) == "care.beds.nursing_share" })
    for (column, year) in changed.header.enumerated().dropFirst(4) {
      let values = [changed, before].map { $0.double(row: row, column: column) ?? .nan }
      #expect(year < "2026" ? values[0] == values[1] : values[0] > values[1], "\(year)")
    }
  }

  @Test func badSettingIsReportedWithItsPlace() throws {
    let outcome = try program.run(
      "run", Program.tinytown, "--set", "horizon.to=2027", "--set", "care.beds.converd=900 张")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("--set[2]:1:1"))
  }

  @Test func reportsAndMessagesComeInEnglish() throws {
    let outcome = try program.run("run", Program.tinytown, "--lang", "en")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Key points"))
    #expect(try program.text("out/tinytown/report.txt").contains("Plan targets"))
    let chinese = try program.run("run", Program.tinytown, "--out", "zh")
    #expect(chinese.output.contains("要点"))
    var english = try program.files("out/tinytown")
    var other = try program.files("zh")
    for name in ["manifest.json", "report.txt"] {
      english[name] = nil
      other[name] = nil
    }
    #expect(english == other)
  }

  @Test func tablesComeAsJSONAndMarkdown() throws {
    let json = try program.run("run", Program.tinytown, "--format", "json")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
    let markdown = try program.run("run", Program.tinytown, "--format", "md")
    #expect(markdown.output.hasPrefix("# "))
    #expect(markdown.output.contains("\n## 一、"))
    #expect(markdown.output.contains("\n| :-- | --: |"))
  }

  @Test func aDistrictHasAReportOfItsOwn() throws {
    let own = try program.run("run", Program.tinytown, "--district", "西县", "--out", "a", "--lang", "en")
    #expect(own.status == 0)
    #expect(own.output.hasPrefix("West County"))
    #expect(own.output.contains("West County (persons)"))
    for text in ["The ledger of care", "Spent here by the city's account", "Target (asked of the city)"] {
      #expect(own.output.contains(text), "\(text)")
    }
    #expect(!own.output.contains("Plan targets (") && !own.output.contains("Gaps between districts"))
    let whole = try program.run("run", Program.tinytown, "--out", "b", "--lang", "en")
    #expect(whole.output.contains("Plan targets ("))
    // The folder holds the run, whichever report is printed.
    #expect(try program.files("a")["report.txt"] == program.files("b")["report.txt"])
    let unknown = try program.run("run", Program.tinytown, "--district", "西", "--out", "c", "--lang", "en")
    #expect(unknown.status == 65 && unknown.complaints.contains("西县"))
  }

  @Test func aSwitchTakesWholeNumbersOnly() throws {
    let outcome = try program.run("run", Program.tinytown, "--set", "care.ability.reading=1.5", "--lang", "en")
    #expect(outcome.status == 65)
    #expect(outcome.complaints.contains("--set[1]:1:22: error: '1.5' is not one of 1, 2"))
  }

  @Test func anEmptyNameOfADatasetIsAMistakeOfUse() throws {
    #expect(try program.run("run", Program.tinytown, "--dataset", "").status == 64)
  }
}
