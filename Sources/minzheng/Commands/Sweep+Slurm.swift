import ArgumentParser
import Domain
import Foundation
import Inputs
import Reports
import StudyStore

extension SweepCommand {
  /// Prints a script for a cluster.
  struct Slurm: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: bilingual("输出在 Slurm 集群上计算的脚本。", "Print a script that computes a study on a Slurm cluster."),
      discussion: bilingual(
        "运行 bash sweep.sh 即提交：脚本按集群允许的规模提交任务组，再提交合并任务；在本机试算，以估计所需时间和内存。",
        """
        Run bash sweep.sh: the script submits an array as large as the site takes, and what gathers it; a trial \
        on this machine says how much time and memory to ask for.
        """))

    static let examples = ["minzheng sweep slurm studies/caregivers.yaml > sweep.sh"]

    @OptionGroup var options: StudyOptions

    @Option(
      help: .bilingual(
        "把研究分成几份；不写则使每份约十分钟。",
        "Into how many parts the study is divided; so that each takes about ten minutes when not given."))
    var parts: Int?

    @Option(
      name: .customLong("at-once"),
      help: .bilingual("同时运行几个任务；不写则由集群决定。", "How many tasks run at a time; as many as the site lets when not given."))
    var atOnce: Int?

    var lang: Language { options.lang }

    var writes: Bool { false }

    func validate() throws {
      try require("--parts", parts, in: 1...Shard.most)
      try require("--at-once", atOnce, in: 1...Shard.most)
    }

    func work() async throws {
      let loaded = try options.load()
      let work = try await StudyWork(loaded, options)
      let trial = try await work.trial(.whole, in: nil, threads: 1)
      let seconds = trial.seconds * Double(work.sweep.count) / Double(max(trial.points, 1))
      let parts = parts ?? SlurmScript.parts(seconds: seconds)
      let script = SlurmScript(
        name: loaded.study.name, program: Bundle.main.executablePath ?? "minzheng", arguments: options.asTyped,
        folder: work.folder, directory: FileManager.default.currentDirectoryPath, parts: parts, atOnce: atOnce,
        seconds: seconds, bytes: peakMemory() + work.bytesOfTables)
      try say(script.text)
    }
  }
}

extension StudyOptions {
  /// As they would be typed again, those alone that decide what is computed and where it goes.
  fileprivate var asTyped: [String] {
    var result = [study]
    if let dataset = changes.dataset { result += ["--dataset", dataset.path] }
    for change in changes.changes { result += ["--set", change] }
    if let year = changes.knownUntil { result += ["--known-until", "\(year)"] }
    if changes.sealed { result.append("--sealed") }
    if let out { result += ["--out", out.path] }
    return result + ["--lang", lang.rawValue]
  }
}
