import Foundation
import Testing

/// What nobody can mean is said, and neither trapped nor waited for.
struct BoundsTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: [
    ["budget", Program.tinytown, "--years", "9223372036854775807"], ["run", Program.tinytown, "--draws=-1"],
    ["run", Program.tinytown, "--threads", "9223372036854775807"],
    ["run", Program.tinytown, "--known-until", "9223372036854775807"],
    ["project", "--dataset", "x", "--to=-9223372036854775808"],
    ["allocate", Program.tinytown, "--year", "9223372036854775807"],
    ["targets", Program.tinytown, "--year", "9223372036854775807"],
    ["compare", Program.tinytown, "--year", "0"], ["backtest", Program.tinytown, "--known-until", "10000"],
    ["calibrate", "mortality", "x", "--out", "y", "--from", "9223372036854775807"],
    ["multistate", "x", "--start", "y", "--out", "z", "--years", "9223372036854775807"],
  ])
  func numbersOutOfBoundsAreMistakesOfUse(arguments: [String]) throws {
    let outcome = try program.run(arguments + ["--lang", "en"])
    #expect(outcome.status == 64)
    #expect(outcome.complaints.contains("takes a number from"))
  }

  @Test(.timeLimit(.minutes(1))) func aPipeIsNotWaitedFor() throws {
    let pipe = program.folder.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    for arguments in [["lifetable", "pipe", "--out", "out"], ["run", "pipe"], ["allocate", "--problem", "pipe"]] {
      let outcome = try program.run(arguments + ["--lang", "en"])
      #expect(outcome.status == 65, "\(arguments)")
      #expect(outcome.complaints.contains("a pipe or a device"))
    }
  }

  @Test func moreMembersThanTheMachineHoldsAreRefusedInWords() throws {
    // Hundreds of indicators: as much as no machine has.
    let town = Program.root.appendingPathComponent("Tests/Fixtures/tinytown").path
    let list = try program.run("indicators", "--dataset", town, "--format", "csv").output
    let names = list.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
      .joined(separator: ",")
    #expect(names.contains("population.total,"))
    let outcome = try program.run(
      "run", Program.tinytown, "--draws", "10000000", "--members-out", names, "--lang", "en")
    #expect(outcome.status == 1)
    #expect(outcome.complaints.contains("of memory"))
  }

  @Test func theInstalledDatasetIsTheOneNamed() throws {
    let town = Program.root.appendingPathComponent("Tests/Fixtures/tinytown").path
    let named = try program.run(["parameters", "--format", "csv"], environment: ["MINZHENG_DATA": town])
    #expect(named.status == 0)
    let nowhere = try program.run(["parameters"], environment: ["MINZHENG_DATA": "/nowhere"])
    #expect(nowhere.status == 65)
    #expect(nowhere.complaints.contains("/nowhere"))
  }

  @Test func spreadsheetsGetTheirForm() throws {
    #expect(try program.run("budget", Program.tinytown, "--out", "out", "--excel").status == 0)
    let text = try program.text("out/budget.csv")
    // Reading as text takes the mark of the encoding away.
    #expect(try program.files("out")["budget.csv"]?.prefix(12) == Data("\u{FEFF}scenario,".utf8))
    let header = text.prefix { $0 != "\r\n" }
    #expect(header.contains("line,科目,payer,付款方,nature,性质,nominal_yuan,nominal（万元）"))
    #expect(text.hasSuffix("\r\n"))
  }
}
