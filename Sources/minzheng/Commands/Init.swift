import ArgumentParser
import Domain
import Foundation
import Inputs
import Publishing

/// Copies what came with the program, to work on.
struct Init: WorkingCommand {
  static let configuration = CommandConfiguration(
    abstract: bilingual(
      "把随程序安装的数据集、情景、研究和规划复制出来，以便修改。",
      "Copy the datasets, scenarios, studies and plans that come with the program, to work on."),
    discussion: bilingual(
      "已有的文件不覆盖：有一个同名文件时什么都不复制，退出码为 73。在该文件夹中，副本先于随程序安装的文件。",
      """
      No file is overwritten: where one of the same name is there, nothing is copied, and the exit code is 73. In that \
      folder the copies come before what is installed.
      """))

  static let examples = ["minzheng init --out work"]

  @Option(help: .bilingual("复制到这个文件夹；不写则为当前文件夹。", "The folder to copy to; the present one when not given."))
  var out = Folder(".")

  @OptionGroup var language: LanguageOption

  var lang: Language { language.lang }

  func work() throws {
    guard let root = Installation.shipped.root else {
      throw Refusal(lang.say("没有随程序安装的文件\n", "no files came with the program\n"), Exit.badInput)
    }
    let names = ShippedFiles.Kind.allCases.flatMap { Installation.shipped.files($0) }
    if let there = names.first(where: { FileManager.default.fileExists(atPath: target($0)) }) {
      throw Refusal(
        lang.say("\(target(there))：已有这个文件；没有复制任何文件\n", "\(target(there)): is there already; nothing was copied\n"),
        Exit.cannotWrite)
    }
    for name in names {
      try makeFolder((target(name) as NSString).deletingLastPathComponent)
      try publisher(file: File(target(name)), reading: []).publish(try contents(of: "\(root)/\(name)"))
    }
    try say(closing(names))
  }

  private func target(_ name: String) -> String { out.path == "." ? name : "\(out.path)/\(name)" }

  private func makeFolder(_ path: String) throws {
    guard !path.isEmpty else { return }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw PublishingFailure(path: path, reason: .system(errno))
    }
  }

  /// What was copied, and what to do with it.
  private func closing(_ names: [String]) -> String {
    let dataset = Installation.shipped.all(.dataset).first.map { "\($0)" } ?? "datasets"
    let go = out.path == "." ? "" : "cd \(out.path)\n"
    return lang.say(
      "复制了 \(names.count) 个文件。接着：\n", "copied \(names.count) files. Go on with:\n")
        + """
        \(go)minzheng run scenarios/baseline.yaml
        minzheng dataset check \(dataset)
        export MINZHENG_DATA="$PWD/\(dataset)"

        """
  }
}
