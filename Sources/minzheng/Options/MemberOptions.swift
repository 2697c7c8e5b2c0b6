import ArgumentParser
import Inputs

/// What worlds do with inputs of which a range is stated.
enum InputUse: String, CaseIterable, ExpressibleByArgument {
  case drawn, fixed
}

/// How many worlds are drawn, and how they are computed.
struct MemberOptions: ParsableArguments {
  @Option(
    help: "Worlds drawn beside the central member; 0 for the central member alone. The scenario's when not given.")
  var draws: Int?

  @Option(help: "The seed of the draws.")
  var seed: UInt64?

  @Option(
    help: "Whether worlds draw the inputs that are estimated or assumed from their stated ranges: drawn or fixed.")
  var inputs = InputUse.drawn

  @Option(help: "Threads to use; results do not depend on it.")
  var threads: Int?

  func validate() throws {
    try require("--threads", threads, in: 1...Limits.threads)
    try require("--draws", draws, in: 0...Limits.draws)
  }
}
