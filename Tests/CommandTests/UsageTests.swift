import Testing

struct UsageTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func versionIsPrinted() throws {
    let outcome = try program.run("--version")
    #expect(outcome.status == 0)
    #expect(!outcome.output.isEmpty)
  }

  @Test(arguments: [
    ["run", Program.tinytown, "--nonsense"], ["run"], ["nonsense"], ["run", Program.tinytown, "--threads", "0"],
    ["run", Program.tinytown, "--draws", "-1"], ["run", Program.tinytown, "--lang", "fr"],
    ["run", Program.tinytown, Program.baseline, "--out", "both"], ["multistate", "table.csv", "--out", "out"],
    ["multistate", "table.csv", "--start", "start.csv", "--out", "out", "--years", "-1"],
    ["multistate", "table.csv", "--start", "start.csv", "--out", ""],
  ])
  func wrongUseIsExplained(arguments: [String]) throws {
    let outcome = try program.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.contains("错误"))
    #expect(!outcome.complaints.contains("Error"))
    let english = try program.run(arguments + (arguments.contains("--lang") ? [] : ["--lang", "en"]))
    #expect(english.status == 64 && (english.complaints.contains("Error") || arguments.contains("--lang")))
  }
}
