import ArgumentParser
import Domain
import Inputs
import NumericCore
import Publishing
import Reports
import StudyStore

/// A command: it reads its arguments, loads, calls the library and writes; the rest is the same for all.
protocol WorkingCommand: AsyncParsableCommand, Exemplified {
  /// The language of what it writes and of its complaints.
  var lang: Language { get }
  /// Whether it writes files as it is called.
  var writes: Bool { get }
  func work() async throws
}

extension WorkingCommand {
  var writes: Bool { true }

  /// Works with BLAS on one thread, and turns what went wrong into words and an exit code.
  func run() async throws {
    useOneBLASThread()
    do {
      try await work()
    } catch let error as InputError {
      try refuse(Refusal(error, writes: writes, in: lang))
    } catch let error as PublishingFailure {
      try refuse(Refusal(error, in: lang))
    } catch let error as StoreFailure {
      try refuse(Refusal(error, in: lang))
    } catch let refusal as Refusal {
      try refuse(refusal)
    }
  }

  private func refuse(_ refusal: Refusal) throws {
    complain(refusal.words)
    throw refusal.code
  }
}
