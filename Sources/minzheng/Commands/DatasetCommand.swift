import ArgumentParser
import Domain
import Formulas
import Inputs
import Reports
import Simulation
import Studies

/// What has to do with data packages.
struct DatasetCommand: ParsableCommand, Exemplified {
  static let configuration = CommandConfiguration(
    commandName: "dataset",
    abstract: bilingual("数据包。", "Data packages."),
    subcommands: [Check.self, Solve.self, Seal.self])

  static let examples = ["minzheng dataset check datasets/hangzhou"]

  /// Reads a package and reports everything wrong with it.
  struct Check: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: bilingual("检查数据包，一次列出全部问题。", "Check a data package and report everything wrong at once."))

    static let examples = ["minzheng dataset check datasets/hangzhou"]

    @Argument(help: .bilingual("数据包的文件夹。", "The folder of the package."), completion: .datasets)
    var directory: String

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    var writes: Bool { false }

    @Flag(help: .bilingual("封存之后有文件改动的数据包不予接受。", "Refuse a package of which a file has changed since it was sealed."))
    var sealed = false

    func work() throws {
      let check = PackageCheck(package(directory))
      complain(warningText(check.warnings, language: lang))
      guard check.problems.isEmpty else { throw try refusal(of: check) }
      let dataset = try check.sound()
      if sealed, let refusal = Refusal(unsealed: dataset, in: lang) { throw refusal }
      try say(datasetSummary(dataset, language: lang) + borrowedText(dataset, language: lang))
      if !sealed { remark(sealText(dataset, language: lang)) }
    }

    /// Everything wrong, and what is missing in the order of how much it moves.
    private func refusal(of check: PackageCheck) throws -> Refusal {
      let words = diagnosticText(InputError(check.problems), writes: writes, language: lang)
      guard let installed = Installation.dataset, let template = try? Dataset(directory: installed) else {
        return Refusal(words, Exit.badInput)
      }
      return Refusal(words + missingText(check.problems, template: template, language: lang), Exit.badInput)
    }
  }

  /// Writes size, hash and rows of every file into the description of a package.
  struct Seal: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: bilingual(
        "封存数据包：把每个文件的大小和校验值写入 datapackage.json。", "Write size and hash of every file into datapackage.json."),
      discussion: bilingual(
        "dataset check 还有错误时不封存。expected 下的行数只随文件增加，不会减少：确要减少时请手工改小。",
        """
        Nothing is sealed while `dataset check` finds an error. The numbers under `expected` rise with the \
        files and never fall: lower them by hand where rows are meant to go.
        """))

    static let examples = ["minzheng dataset seal datasets/hangzhou"]

    @Argument(help: .bilingual("数据包的文件夹。", "The folder of the package."), completion: .datasets)
    var directory: String

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func work() throws {
      let directory = package(directory)
      _ = try PackageCheck(directory).sound()
      let file = "\(directory)/datapackage.json"
      guard let text = PackageSeal.sealed(directory) else { throw InputError(ofFile: file, .notJSON) }
      try publisher(file: File(file), reading: []).publish([UInt8](text.utf8))
      try say(lang.say("已封存 \(directory)\n", "sealed \(directory)\n"))
    }
  }

  /// Solves the inputs that published figures settle.
  struct Solve: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: bilingual("按公布数求解参数。", "Solve the inputs that published figures settle."),
      discussion: bilingual(
        "tables/solves.csv 说明哪个公布数决定哪个参数。不写 --write 则只显示解出的数值；数据包所写的不同则退出码为 2。",
        """
        tables/solves.csv says which figure settles which input. Without --write the solved values are only \
        shown; exit code 2 says that the package states others.
        """))

    static let examples = [
      "minzheng dataset solve datasets/hangzhou",
      "minzheng dataset solve datasets/hangzhou --write",
    ]

    @Argument(help: .bilingual("数据包的文件夹。", "The folder of the package."), completion: .datasets)
    var directory: String

    @Flag(help: .bilingual("把解出的数值写入数据包的参数文件。", "Write the solved values into the package's parameter files."))
    var write = false

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func work() async throws {
      let dataset = try Dataset(directory: package(directory))
      let solutions = try await solutions(dataset)
      try say(solutionTable(solutions, dataset, language: lang).text() + "\n")
      let moves = solutions.filter { !$0.wasMet }.flatMap(\.moves)
      guard !moves.isEmpty else { return }
      guard write else { throw Exit.answerIsNo }
      for (file, text) in try SolvedValues.texts(moves.map { SolvedValues.Replacement(old: $0.old, new: $0.new) }) {
        try publisher(file: File(file), reading: []).publish([UInt8](text.utf8))
        remark("\(file)\n")
      }
    }

    private func solutions(_ dataset: Dataset) async throws -> [InputSolver.Solution] {
      do {
        return try await InputSolver(dataset.city).solutions()
      } catch let error as ResolutionError {
        throw Refusal(InputError([dataset.trial.diagnostic(of: error)]), in: lang)
      } catch let error as RunError {
        throw Refusal(error, dataset.city.areas, in: lang)
      }
    }
  }
}
