import Foundation
import Testing

/// The program's commands and options, as its parser of arguments declares them.
struct Declarations {
  struct Command: Decodable {
    struct Argument: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }

      let kind: String
      let shouldDisplay: Bool
      let names: [Name]?
    }

    let commandName: String
    let shouldDisplay: Bool
    let defaultSubcommand: String?
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// Its options as they are typed.
    var options: [String] {
      (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
        .map { "--\($0.name)" }
    }

    var shown: [Command] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }
  }

  private struct Dump: Decodable {
    let command: Command
  }

  /// A command with the names that lead to it, the program's left out.
  struct Verb: CustomTestStringConvertible {
    let path: [String]
    let command: Command
    /// What may be typed behind its name: its own options, and those of the command meant where none below is named.
    let options: Set<String>

    var testDescription: String { path.joined(separator: " ") }
  }

  let verbs: [Verb]

  init(_ program: Program) throws {
    let outcome = try program.run("--experimental-dump-help")
    try #require(outcome.status == 0, "\(outcome.complaints)")
    let root = try JSONDecoder().decode(Dump.self, from: Data(outcome.output.utf8)).command
    verbs = root.shown.flatMap { Declarations.verbs($0, []) }
  }

  private static func verbs(_ command: Command, _ above: [String]) -> [Verb] {
    let path = above + [command.commandName]
    let usual = command.shown.first { $0.commandName == command.defaultSubcommand }
    let verb = Verb(path: path, command: command, options: Set(command.options + (usual?.options ?? [])))
    return [verb] + command.shown.flatMap { verbs($0, path) }
  }

  /// The verb that words begin with; nil for none.
  func verb(_ words: [String]) -> Verb? {
    verbs.filter { words.starts(with: $0.path) }.max { $0.path.count < $1.path.count }
  }

  /// Whether a verb is the one meant where none below its parent is named.
  func isUsual(_ path: [String]) -> Bool {
    verbs.contains { $0.path == path.dropLast() && $0.command.defaultSubcommand == path.last }
  }
}
