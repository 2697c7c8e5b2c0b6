import ArgumentParser
import Domain
import Formulas
import Inputs
import Reports
import Simulation
import Studies

/// What has to do with data packages.
struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", abstract: "数据包。 Data packages.", subcommands: [Check.self, Solve.self, Seal.self])

  /// Reads a package and reports everything wrong with it.
  struct Check: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: "检查数据包，一次列出全部问题。 Check a data package and report everything wrong at once.")

    @Argument(help: "The folder of the package.")
    var directory: String

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    @Flag(help: "Refuse a package of which a file has changed since it was sealed.")
    var sealed = false

    func work() throws {
      let check = PackageCheck(directory)
      complain(warningText(check.warnings, language: lang))
      let dataset = try check.sound()
      if sealed, let refusal = Refusal(unsealed: dataset, in: lang) { throw refusal }
      try say(datasetSummary(dataset, language: lang))
      if !sealed { complain(sealText(dataset, language: lang)) }
    }
  }

  /// Writes size, hash and rows of every file into the description of a package.
  struct Seal: WorkingCommand {
    static let configuration = CommandConfiguration(
      abstract: "封存数据包：把每个文件的大小和校验值写入 datapackage.json。 Write size and hash of every file into datapackage.json.",
      discussion: """
        Example: minzheng dataset seal datasets/hangzhou. Nothing is sealed while `dataset check` finds an error. \
        The numbers under `expected` rise with the files and never fall: lower them by hand where rows are meant to go.
        """)

    @Argument(help: "The folder of the package.")
    var directory: String

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func work() throws {
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
      abstract: "按公布数求解参数。 Solve the inputs that published figures settle.",
      discussion: """
        tables/solves.csv says which figure settles which input. Without --write the solved values are only shown; exit \
        code 2 says that the package states others.
        """)

    @Argument(help: "The folder of the package.")
    var directory: String

    @Flag(help: "Write the solved values into the package's parameter files.")
    var write = false

    @OptionGroup var language: LanguageOption

    var lang: Language { language.lang }

    func work() async throws {
      let dataset = try Dataset(directory: directory)
      let solutions = try await solutions(dataset)
      try say(solutionTable(solutions, dataset, language: lang).text() + "\n")
      let moves = solutions.filter { !$0.wasMet }.flatMap(\.moves)
      guard !moves.isEmpty else { return }
      guard write else { throw Exit.answerIsNo }
      for (file, text) in try SolvedValues.texts(moves.map { SolvedValues.Replacement(old: $0.old, new: $0.new) }) {
        try publisher(file: File(file), reading: []).publish([UInt8](text.utf8))
        complain("\(file)\n")
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
