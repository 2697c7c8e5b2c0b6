import ArgumentParser

/// How many worlds are drawn, and how they are computed.
struct MemberOptions: ParsableArguments {
  @Option(
    help: "Worlds drawn beside the central member; 0 for the central member alone. The scenario's when not given.")
  var draws: Int?

  @Option(help: "The seed of the draws.")
  var seed: UInt64?

  @Option(help: "Threads to use; results do not depend on it.")
  var threads: Int?

  func validate() throws {
    if let threads, threads < 1 { throw ValidationError("--threads takes a number from 1 on") }
    if let draws, draws < 0 { throw ValidationError("--draws takes 0 or more") }
  }
}
