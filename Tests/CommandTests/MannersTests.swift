import Foundation
import Testing

/// How the program behaves on a terminal, and how quiet it can be.
struct MannersTests {
  private let program: Program

  init() throws { program = try Program() }

  /// What a terminal would be sent.
  private func onATerminal(_ line: String, environment: String = "TERM=xterm") throws -> String {
    let command = "\(try program.executablePath()) \(line)".replacing("'", with: "'\\''")
    return try program.shell("env -u NO_COLOR \(environment) script -qec '\(command)' /dev/null < /dev/null").output
  }

  @Test func coloursAreForTerminalsThatWantThem() throws {
    try program.write("name: x\nextends: baseline\nset: {care.beds.convrt: 1}\n", to: "x.yaml")
    let escape = "\u{1B}["
    for line in ["run x.yaml", "run x.yaml --nonsense"] {
      let shown = try onATerminal(line)
      #expect(shown.contains("\(escape)31m错误\(escape)0m"), "\(shown)")
    }
    for environment in ["TERM=xterm NO_COLOR=1", "TERM=dumb"] {
      let plain = try onATerminal("run x.yaml", environment: environment)
      #expect(plain.contains("错误: ") && !plain.contains(escape), "\(plain)")
    }
    #expect(try !program.run("run", "x.yaml").complaints.contains(escape))
  }

  @Test func progressIsForTerminalsAndNotForTheQuiet() throws {
    #expect(try onATerminal("run baseline --draws 40 --set horizon.to=2026").contains("40 / 40"))
    #expect(try !onATerminal("run baseline --draws 40 --set horizon.to=2026 --quiet").contains("40 / 40"))
    let loud = try program.run("run", "baseline", "--draws", "0")
    #expect(!loud.complaints.contains("▕") && loud.complaints.contains("out/baseline"))
    let quiet = try program.run("run", "baseline", "--draws", "0", "--quiet")
    #expect(quiet.status == 0 && quiet.complaints.isEmpty && quiet.output == loud.output)
    #expect(try program.run("run", "nowhere.yaml", "--quiet").complaints.contains("nowhere.yaml"))
  }

  /// Only a command that would have written files says that none was written.
  @Test func aCommandThatWritesNothingPromisesNothing() throws {
    try program.write("name: x\nextends: baseline\nset: {care.beds.convrt: 1}\n", to: "x.yaml")
    let words = "no file was written"
    #expect(try program.run("run", "x.yaml", "--lang", "en").complaints.contains(words))
    for arguments in [
      ["targets", "x.yaml"], ["compare", "x.yaml"], ["parameters", "nowhere"], ["run", "x.yaml", "--only", "a@2025"],
      ["explain", "x.yaml", "--indicator", "population.total@2025"], ["dataset", "check", "nowhere"],
    ] {
      let complaints = try program.run(arguments + ["--lang", "en"]).complaints
      #expect(complaints.contains("1 error.\n") && !complaints.contains(words), "\(arguments): \(complaints)")
    }
  }
}
