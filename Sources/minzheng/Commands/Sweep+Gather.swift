import ArgumentParser
import Domain
import Foundation
import Inputs
import Reports
import StudyStore

extension SweepCommand {
  /// Puts the parts of a study together.
  struct Gather: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: bilingual("合并分开计算的各份。", "Put together what was computed in parts."),
      discussion: bilingual(
        "选项与各份相同。每份的文件都经核对；缺点时列出，不写文件，退出码为 2。",
        """
        With the options of the parts. Every part's file is checked; where points are missing they are listed, \
        nothing is written and the exit code is 2.
        """))

    static let examples = ["minzheng sweep gather studies/caregivers.yaml"]

    @OptionGroup var options: StudyOptions

    @OptionGroup var form: OutputForm
    @OptionGroup var page: PageOption

    var lang: Language { options.lang }

    func work() async throws {
      let loaded = try options.load()
      let work = try await StudyWork(loaded, options)
      let folder = try publisher(work.folder, reading: loaded.inputs.map(\.path))
      let html = try publisher(of: page, reading: loaded.inputs.map(\.path))
      let store = try work.store(.whole)
      var parts = 0
      for shard in work.shards() {
        let part = try StudyStore(path: work.path(of: shard))
        defer { part.close() }
        try part.check()
        try work.sweep.take(from: part, into: store)
        parts = max(parts, shard.count)
      }
      let tally = try work.sweep.survey(.whole, in: store)
      guard tally.computed == 0 else {
        let missing = try work.sweep.missing(in: store)
        store.close()
        throw Refusal(missingText(missing, of: work.sweep.count, parts: parts, language: lang), Exit.answerIsNo)
      }
      try await work.deliver(tally, from: store, form, by: folder, page: html, as: self)
    }
  }
}
