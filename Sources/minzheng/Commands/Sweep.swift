import ArgumentParser
import Domain
import Foundation
import Inputs
import Publishing
import Reports
import Simulation
import Studies
import StudyStore

/// Computes a scenario at many points.
struct SweepCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: bilingual("在许多点上计算一个情景。", "A scenario at many points."),
    usage: "minzheng sweep <study> [options]; minzheng sweep gather|slurm <study> [options]",
    discussion: bilingual(
      "算完的随即保存：中断之后从断处继续，后来增加的点不影响已有的。",
      """
      What is finished is kept at once: a sweep that was broken off goes on where it was, and points added \
      later leave those that were there.
      """),
    subcommands: [Points.self, Gather.self, Slurm.self], defaultSubcommand: Points.self)

  static let examples = [
    "minzheng sweep studies/caregivers.yaml",
    "minzheng sweep gather studies/caregivers.yaml",
  ]

  /// Computes the points of a study.
  struct Points: WorkingCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: bilingual("计算一项研究的各点。", "Compute the points of a study."),
      discussion: bilingual(
        "写出 points.csv 和 outcomes.csv；各点保存在旁边的 study.sqlite 中。",
        "Writes points.csv and outcomes.csv; the points lie in study.sqlite beside them."))

    static let examples = ["minzheng sweep studies/caregivers.yaml --dry-run"]

    @OptionGroup var options: StudyOptions

    @Option(
      help: .bilingual(
        "只算其中一份，如 3/7，留待 sweep gather 合并。", "Compute one of so many parts, such as 3/7, and keep it for 'sweep gather'."
      ))
    var shard: Shard?

    @Flag(
      name: .customLong("dry-run"),
      help: .bilingual("只说明要算什么、为什么、多久、要多少内存。", "Say what would run, why, how long and in how much memory."))
    var isDry = false

    @Flag(name: .customLong("retry-failed"), help: .bilingual("把失败的点再算一次。", "Compute points that failed once more."))
    var failedAgain = false

    @OptionGroup var form: OutputForm
    @OptionGroup var page: PageOption

    var lang: Language { options.lang }

    func validate() throws {
      guard page.html == nil || shard == nil && !isDry else {
        throw misuse("--html 要全部的点，不与 --shard、--dry-run 同用", "--html takes all points, not --shard or --dry-run")
      }
    }

    func work() async throws {
      let loaded = try options.load()
      let work = try await StudyWork(loaded, options)
      let shard = shard ?? .whole
      guard !isDry else { return try await tellForecast(work, shard) }
      let folder = try publisher(work.folder, reading: loaded.inputs.map(\.path))
      let html = try publisher(of: page, reading: loaded.inputs.map(\.path))
      let store = try work.store(shard)
      let tally = try await work.complete(
        shard, in: store, failedAgain: failedAgain, threads: options.threads, lang)
      guard shard == .whole else {
        store.close()
        return try say(shardText(tally, shard, store: store.path, language: lang))
      }
      try await work.deliver(tally, from: store, form, by: folder, page: html, as: self)
    }

    private func tellForecast(_ work: StudyWork, _ shard: Shard) async throws {
      let path = work.path(of: shard)
      let store = FileManager.default.fileExists(atPath: path) ? try StudyStore(path: path) : nil
      let tally = try work.sweep.survey(shard, in: store)
      let trial = try await work.trial(shard, in: store, threads: usableThreads(options.threads))
      let seconds = trial.seconds * Double(tally.computed) / Double(max(trial.points, 1))
      let forecast = StudyForecast(
        work.sweep, tally, shard, seconds: seconds,
        bytes: peakMemory() + work.bytesOfTables)
      try say(forecast.text(lang))
    }
  }
}

extension Shard: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// A study and where its results go.
struct StudyOptions: ParsableArguments {
  @Argument(help: .bilingual("研究文件。", "A study file."), completion: .studies)
  var study: String

  @OptionGroup var changes: ChangeOptions

  @Option(help: .bilingual("输出文件夹；不写则为 out/名称。", "The folder to write to; out/NAME when not given."))
  var out: Folder?

  @Option(help: .bilingual("使用的线程数；不影响结果。", "Threads to use; results do not depend on it."))
  var threads: Int?

  var lang: Language { changes.lang }

  func validate() throws { try require("--threads", threads, in: 1...Limits.threads) }

  func load() throws -> LoadedStudy {
    let loaded = try LoadedStudy(path: study, options: changes.request("", draws: 0)) {
      [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    }
    let dataset = loaded.scenario.dataset
    if changes.sealed, let refusal = Refusal(unsealed: dataset, in: lang) { throw refusal }
    complain(warningText(dataset.warnings, language: lang))
    return loaded
  }
}
