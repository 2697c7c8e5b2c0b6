import ArgumentParser
import Domain
import Foundation
import Inputs
import Publishing
import Reports

/// Repeats a run by its manifest.
struct Rerun: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual("按清单重做一次运行并核对结果。", "Repeat a run by its manifest and compare what comes out."),
    discussion: bilingual(
      "在当时运行的文件夹中使用。有文件不同时退出码为 2，并指出与当时不同的输入、版本、提交和处理器。不留文件。",
      """
      To be used in the folder in which the run was made. Exit code 2 when a file differs; then inputs, \
      version, commit and processor that are not those of then are named. Nothing is kept.
      """))

  static let examples = ["minzheng rerun out/baseline/manifest.json"]

  @Argument(
    help: .bilingual("manifest.json，或它所在的文件夹。", "A manifest.json, or the folder it lies in."),
    completion: .file(extensions: ["json"]))
  var manifest: String

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  var writes: Bool { false }

  func work() async throws {
    let before = try made(isFolder(manifest) ? "\(manifest)/\(RunRecord.file)" : manifest)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("minzheng-rerun-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let out = folder.appendingPathComponent("out").path
    guard let arguments = RepeatedCommand(before.command, out: out)?.arguments else {
      throw Refusal(
        lang.say("清单中的命令不能单独重做\n", "the manifest's command cannot be repeated by itself\n"), Exit.badInput)
    }
    try run(arguments)
    let repetition = Repetition(of: before, try made("\(out)/\(RunRecord.file)"))
    try say(repetition.text(lang))
    if !repetition.isSame { throw Exit.answerIsNo }
  }

  private func made(_ path: String) throws -> MadeRun {
    guard let content = FileManager.default.contents(atPath: path), let made = MadeRun(content), made.outputs != nil
    else {
      throw Refusal(
        lang.say("\(path)：不是本程序写的、列有输出文件的清单\n", "\(path): no manifest of this program that lists its files\n"),
        Exit.badInput)
    }
    return made
  }

  /// Runs this program once more; what it prints is of no interest unless it fails.
  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    let complaints = Pipe()
    process.standardError = complaints
    try process.run()
    let said = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A run whose answer is no has written its files all the same.
    guard [0, Exit.answerIsNo.rawValue].contains(process.terminationStatus) else {
      throw Refusal(String(decoding: said, as: UTF8.self), ExitCode(process.terminationStatus))
    }
  }
}

/// A command line that writes to another folder and draws nothing.
struct RepeatedCommand {
  let arguments: [String]

  /// - Parameter command: with the program's name in front.
  /// - Returns: nil for one that wrote several folders.
  init?(_ command: [String], out: String) {
    var kept: [String] = []
    var rest = command.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--out", "--plot": _ = rest.popFirst()
      case _ where argument.hasPrefix("--out=") || argument.hasPrefix("--plot="): break
      default: kept.append(argument)
      }
    }
    guard let verb = kept.first else { return nil }
    // What a drawing showed is asked for no more.
    if command.contains(where: { $0.hasPrefix("--plot") }) {
      guard let place = kept.firstIndex(of: "--indicator"), place + 1 < kept.count else { return nil }
      kept.removeSubrange(place...place + 1)
    }
    if verb == "run", kept.filter({ $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }).count != 1 { return nil }
    // The parts that were gathered are not there: the study is computed whole.
    if verb == "sweep", kept.dropFirst().first == "gather" { kept.remove(at: 1) }
    arguments = kept + ["--out", out]
  }
}
