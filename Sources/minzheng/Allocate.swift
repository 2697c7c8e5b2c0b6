import Allocation
import ArgumentParser
import Domain
import Inputs
import Reports

/// Solves an allocation problem of a file.
struct Allocate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "按规则分配资金，给出证明、影子价格或冲突。 Allocate money under rules, with proof, prices or clashes.",
    discussion: """
      FILE holds accounts, uses, needs and rules in the JSON form of docs/methods/allocation.md. The answer goes to \
      standard output as JSON, a summary to standard error. Exit code 2: no allocation keeps all rules, or none is best.
      """)

  @Option(help: "A problem in JSON.")
  var problem: String

  @Option(help: "Write the answer to this file; to standard output when not given.")
  var out: File?

  @Option(help: "Language of words and messages: zh or en.")
  var lang: Language = .zh

  func run() throws {
    try reportingErrors(in: lang) {
      let problem = try AllocationFile(path: problem).problem
      let outcome = try proved(problem, in: lang)
      let report = AllocationReport(problem, outcome, language: lang)
      if let out { try out.write(report.json) } else { try say(report.json) }
      complain(report.summary)
      if outcome.solution == nil { throw Exit.answerIsNo }
    }
  }
}

/// Solves a problem, or says that no answer could be proved.
private func proved(_ problem: AllocationProblem, in language: Language) throws -> AllocationOutcome {
  do {
    return try AllocationSolver().solve(problem)
  } catch {
    complain(allocationText(error, language: language))
    throw Exit.failed
  }
}
