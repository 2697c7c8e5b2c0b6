import ArgumentParser
import Domain
import Inputs
import Reports
import Simulation
import Studies
import Uncertainty

extension Export {
  /// A notebook of what a study or a run came to.
  struct NotebookCommand: WorkingCommand {
    static let configuration = CommandConfiguration(
      commandName: "notebook",
      abstract: bilingual("导出 Jupyter 笔记本和它读的数据。", "A Jupyter notebook and the data it reads."),
      discussion: bilingual(
        """
        研究的各点未算完的先算。某次运行则写它的输出文件夹，如 out/baseline。笔记本需要 pandas 和 \
        matplotlib（Debian：python3-pandas、python3-matplotlib），从头到尾即可运行。
        """,
        """
        Of a study its points are computed first where they are not. Of a run the folder it was written to is \
        named, such as out/baseline. The notebook needs pandas and matplotlib (Debian: python3-pandas, \
        python3-matplotlib) and runs from top to bottom.
        """))

    static let examples = [
      "minzheng export notebook studies/caregivers.yaml",
      "minzheng export notebook out/baseline",
    ]

    @Argument(help: .bilingual("研究文件，或某次运行的文件夹。", "A study file, or the folder of a run."), completion: .studies)
    var subject: String

    @OptionGroup var changes: ChangeOptions

    @Option(help: .bilingual("输出文件夹；不写则为 名称-notebook。", "The folder to write to; NAME-notebook when not given."))
    var out: Folder?

    @Option(help: .bilingual("使用的线程数；不影响结果。", "Threads to use; results do not depend on it."))
    var threads: Int?

    var lang: Language { changes.lang }

    func validate() throws { try require("--threads", threads, in: 1...Limits.threads) }

    func work() async throws {
      if isFolder(subject) { try ofRun() } else { try await ofStudy() }
    }

    private func ofRun() throws {
      let run = try WrittenRun(folder: subject, shown: Headlines.all)
      let folder = try publisher(out?.path ?? "\(run.scenario)-notebook", reading: run.files.map(\.path))
      let files = try NotebookFiles.files(run, language: lang, made: .now)
      try deliver(files, by: folder, showing: "")
    }

    private func ofStudy() async throws {
      let loaded = try LoadedStudy(path: subject, options: changes.request("", draws: 0))
      complain(warningText(loaded.scenario.dataset.warnings, language: lang))
      let study = loaded.study
      let folder = try publisher(out?.path ?? "\(study.name)-notebook", reading: loaded.inputs.map(\.path))
      let work = try await StudyWork(loaded, in: "out/\(study.name)", lang)
      var tables = StudyTables(study, loaded.scenario.scenario)
      let sample = try await StudySample(work, threads: threads, lang) { tables.append($0, $1) }
      let findings = sample.findings(study, loaded.scenario.dataset, precision: nil)
      let files = try NotebookFiles.files(tables, findings, loaded, language: lang, made: .now)
      try deliver(files, by: folder, showing: "")
    }
  }
}
