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
  init(_ error: InputError, in language: Language) {
    self.init(diagnosticText(error, language: language), Exit.badInput)
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
    self.init(words, Exit.badInput)
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
