import Foundation
import Testing

/// The program installed under a prefix, and taken away again.
struct InstallTests {
  private let program: Program

  init() throws { program = try Program() }

  private func install(_ arguments: String) throws -> Program.Outcome {
    try program.shell("\(Program.root.appendingPathComponent("Scripts/install").path) \(arguments)")
  }

  @Test func whatIsInstalledWorksAndGoesWithoutATrace() throws {
    let prefix = program.folder.appendingPathComponent("opt/town").path
    let installed = try install("\(try program.executablePath()) \(prefix)")
    try #require(installed.status == 0, "\(installed.complaints)")
    for name in [
      "bin/minzheng", "share/man/man1/minzheng-run.1.gz", "share/man/zh_CN/man1/minzheng-dataset-check.1.gz",
      "share/bash-completion/completions/minzheng", "share/zsh/vendor-completions/_minzheng",
      "share/fish/vendor_completions.d/minzheng.fish", "share/minzheng/schemas/study.json",
    ] { #expect(FileManager.default.fileExists(atPath: "\(prefix)/\(name)"), "\(name)") }
    #expect(!FileManager.default.fileExists(atPath: "\(prefix)/share/minzheng/datasets/hangzhou/tools"))
    // From an empty folder, without a variable that names a dataset.
    let run = try program.shell(
      "mkdir empty && cd empty && env -u MINZHENG_DATA \(prefix)/bin/minzheng run nursing-push --draws 0 --quiet")
    #expect(run.status == 0 && run.complaints.isEmpty, "\(run.complaints)")
    #expect(try program.text("empty/out/nursing-push/manifest.json").contains("\(prefix)/share/minzheng/scenarios/"))
    // Once more over it: nothing is left twice, and nothing of an earlier version.
    #expect(try install("\(try program.executablePath()) \(prefix)").status == 0)
    try program.write("mine", to: "opt/town/share/mine.txt")
    #expect(try install("--remove \(prefix)").status == 0)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: prefix) == ["share", "share/mine.txt"])
    #expect(try install("--remove \(prefix)").status == 1)
  }
}
