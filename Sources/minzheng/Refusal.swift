import Allocation
import ArgumentParser
import Domain
import Inputs
import Population
import Publishing
import Reports
import Simulation
import Studies
import StudyStore
import Tables

/// The program's exit codes.
enum Exit {
  /// A code, and what it says.
  struct Code {
    let code: Int32
    private let zh: String
    private let en: String

    init(_ code: Int32, _ zh: String, _ en: String) {
      (self.code, self.zh, self.en) = (code, zh, en)
    }

    func meaning(_ language: Language) -> String { language.say(zh, en) }
  }

  /// Everything that the program may end with.
  static let all = [
    Code(0, "成功", "ok"), Code(1, "失败", "failed"),
    Code(2, "答案是否（--fail-on 的条件成立、无解、与清单不符等）", "the answer is no (--fail-on, infeasible, unlike the manifest, …)"),
    Code(64, "用法有误", "wrong use of the command line"),
    Code(65, "输入有误，包括文件不存在", "bad input, a missing input file included"), Code(73, "无法写出", "cannot write"),
    Code(129, "挂断", "hung up"), Code(130, "被中断", "interrupted"), Code(143, "被终止", "terminated"),
  ]

  static let failed = ExitCode(1)
  static let answerIsNo = ExitCode(2)
  static let badInput = ExitCode(65)
  static let cannotWrite = ExitCode(73)
}

/// Why a command comes to nothing: what is said of it, and the exit code.
struct Refusal: Error {
  let words: String
  let code: ExitCode

  init(_ words: String, _ code: ExitCode) {
    self.words = words
    self.code = code
  }

  /// What is wrong with files and arguments.
  ///
  /// - Parameter writes: whether the command would have written files.
  init(_ error: InputError, writes: Bool = true, in language: Language) {
    self.init(diagnosticText(error, writes: writes, language: language), Exit.badInput)
  }

  init(_ error: PublishingFailure, in language: Language) {
    self.init(publishingText(error, language: language), Exit.cannotWrite)
  }

  init(_ error: StoreFailure, in language: Language) {
    self.init(storeText(error, language: language), Exit.cannotWrite)
  }

  /// A package of which a file has changed since it was sealed; nil where none has.
  init?(unsealed dataset: Dataset, in language: Language) {
    let words = sealText(dataset, language: language)
    guard !words.isEmpty else { return nil }
    let refused = language.say(
      "--sealed：数据集在封存之后有改动，不予接受\n", "--sealed: refused, as the dataset has changed since it was sealed\n")
    self.init(words + refused, Exit.badInput)
  }

  /// Why a run came to nothing.
  init(_ error: RunError, _ areas: Areas, in language: Language) {
    let code: ExitCode =
      switch error {
      case .books(.noRates), .ability: Exit.badInput
      case .books, .fund: Exit.failed
      case .store: Exit.cannotWrite
      case .tooManySetAside: Exit.failed
      }
    self.init(runText(error, areas: areas, language: language), code)
  }

  init(_ error: WorkbookFailure, in language: Language) {
    let words =
      switch error {
      case .noRoom(let number): language.say("内存不足（\(number)）", "no room in memory (\(number))")
      case .refused(_, let words): words
      }
    self.init(
      language.say("工作簿没有写成：\(words)\n", "the workbook could not be written: \(words)\n"), Exit.cannotWrite)
  }

  init(_ error: WorldsError, in language: Language) {
    self.init(worldsText(error, language: language), Exit.badInput)
  }

  init(_ error: ComparisonError, in language: Language) {
    self.init(comparisonText(error, language: language), Exit.badInput)
  }

  init(_ error: MultistateError, in language: Language) {
    self.init(multistateText(error, language: language), Exit.failed)
  }

  init(_ error: AllocationError, in language: Language) {
    self.init(allocationText(error, language: language), Exit.failed)
  }
}
