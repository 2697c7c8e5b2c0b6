import ArgumentParser

/// A command where it stands among the commands: the names that lead to it, its declaration and its examples.
struct CommandPlace {
  let path: [String]
  let sheet: CommandSheet
  let examples: [String]
  private let type: any ParsableCommand.Type

  /// The program itself.
  static func program() -> CommandPlace {
    CommandPlace(path: [Minzheng._commandName], sheet: .program(), type: Minzheng.self)
  }

  private init(path: [String], sheet: CommandSheet, type: any ParsableCommand.Type) {
    self.path = path
    self.sheet = sheet
    self.type = type
    examples = (type as? any Exemplified.Type)?.examples ?? []
  }

  /// The commands below that are shown.
  var below: [CommandPlace] { sheet.shown.compactMap { below(named: $0.commandName) } }

  /// The command that is meant where none below is named.
  var usual: CommandPlace? { sheet.defaultSubcommand.flatMap { below(named: $0) } }

  /// It and all below, in the order of their declaration.
  var all: [CommandPlace] { [self] + below.flatMap(\.all) }

  /// The command of a name; nil for none.
  func below(named name: String) -> CommandPlace? {
    guard let own = type.configuration.subcommands.first(where: { $0._commandName == name }),
      let sheet = sheet.subcommands?.first(where: { $0.commandName == name })
    else { return nil }
    return CommandPlace(path: path + [name], sheet: sheet, type: own)
  }
}
