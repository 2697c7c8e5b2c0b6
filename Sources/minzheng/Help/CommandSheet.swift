import ArgumentParser
import Foundation

/// A command as it is declared, from which help, manual pages and tests are made.
struct CommandSheet: Decodable {
  /// An argument, an option or a flag.
  struct Argument: Decodable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable {
      let kind: String
      let name: String

      var written: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    let kind: Kind
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let defaultValue: String?
    let allValues: [String]?
    let abstract: String?

    /// As it is typed, such as `--lang <lang>` or `<scenario>`.
    var synopsis: String {
      let value = "<\(valueName ?? "")>"
      guard kind != .positional else { return value }
      let written = (names ?? []).map(\.written).joined(separator: ", ")
      return kind == .option ? "\(written) \(value)" : written
    }
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool
  let defaultSubcommand: String?
  let subcommands: [CommandSheet]?
  let arguments: [Argument]?

  /// The commands below it that are shown, but for the parser's own help.
  var shown: [CommandSheet] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }

  /// The arguments that are typed by their place.
  var positional: [Argument] { (arguments ?? []).filter { $0.kind == .positional && $0.shouldDisplay } }

  /// The options and flags.
  var options: [Argument] { (arguments ?? []).filter { $0.kind != .positional && $0.shouldDisplay } }

  /// How it is called, without its options.
  ///
  /// - Parameter path: the names that lead to it, the program's first.
  func usage(_ path: [String], options word: String) -> String {
    let places = positional.map { argument in
      let value = argument.synopsis + (argument.isRepeating ? "…" : "")
      return argument.isOptional ? "[\(value)]" : value
    }
    let asked = options.filter { $0.kind == .option && !$0.isOptional }.map(\.synopsis)
    return (path + places + asked + ["[\(word)]"]).joined(separator: " ")
  }

  /// The program with all its commands.
  static func program() -> CommandSheet {
    struct Dump: Decodable {
      let command: CommandSheet
    }
    guard let dump = try? JSONDecoder().decode(Dump.self, from: Data(Minzheng._dumpHelp().utf8)) else {
      preconditionFailure("the parser of arguments describes its commands in another form")
    }
    return dump.command
  }
}
