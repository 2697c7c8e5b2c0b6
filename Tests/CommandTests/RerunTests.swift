import Foundation
import Testing

struct RerunTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func aRunIsRepeatedToTheByte() throws {
    #expect(try program.run("run", Program.tinytown, "--draws", "20", "--seed", "7", "--out", "once").status == 0)
    let again = try program.run("rerun", "once/manifest.json", "--lang", "en")
    #expect(again.status == 0)
    #expect(again.output.contains("the same to the byte"))
    #expect(try program.run("rerun", "once").status == 0)
  }

  @Test func whatChangedSinceIsNamed() throws {
    try program.write("name: mine\nextends: \(Program.tinytown)\n", to: "mine.yaml")
    #expect(try program.run("run", "mine.yaml", "--draws", "0", "--out", "once").status == 0)
    let before = try program.files("once")
    try program.write(
      "name: mine\nextends: \(Program.tinytown)\nset: {care.workers.pass_rate: {2023: 50%}}\n", to: "mine.yaml")
    let again = try program.run("rerun", "once/manifest.json", "--lang", "en")
    #expect(again.status == 2)
    #expect(again.output.contains("indicators.csv"))
    #expect(again.output.contains("the input mine.yaml"))
    #expect(!again.output.contains("population.csv"))
    #expect(try program.files("once") == before)
  }

  @Test func whatIsNoManifestIsRefused() throws {
    try program.write("{}\n", to: "manifest.json")
    #expect(try program.run("rerun", "manifest.json").status == 65)
    #expect(try program.run("rerun", "nowhere.json").status == 65)
  }
}
