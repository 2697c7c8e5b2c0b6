import Domain
import Foundation
import Tables

/// What is said of a command: first how it is used, then what it does, then every argument.
struct HelpPage {
  private let place: CommandPlace
  private let language: Language
  private let width: Int

  init(_ place: CommandPlace, width: Int, language: Language) {
    self.place = place
    self.width = max(width, 50)
    self.language = language
  }

  /// The page that a command line asks for; nil where it asks for none, or names no command.
  ///
  /// - Throws: `ValidationError` where help is asked for of a command that is none.
  static func asked(_ arguments: [String]) throws -> HelpPage? {
    let before = Array(arguments.prefix { $0 != "--" })
    var place = CommandPlace.program()
    var rest = before[...]
    if rest.first == "help" { rest = rest.dropFirst() }
    while let name = rest.first, let next = place.below(named: name) {
      (place, rest) = (next, rest.dropFirst())
    }
    let isAsked = before.first == "help" || before.contains { ["-h", "--help", "-help"].contains($0) }
    let isGroup = rest.isEmpty && !place.below.isEmpty && place.usual == nil
    if before.first == "help", let name = rest.first, !name.hasPrefix("-") {
      throw misuse("没有命令 ‘\(name)’", "no command '\(name)'")
    }
    guard isAsked || isGroup else { return nil }
    return HelpPage(place, width: terminalWidth(), language: languageAsked())
  }

  var text: String {
    let words = HelpWords(language)
    let sheet = place.sheet
    var parts: [String] = []
    if !place.examples.isEmpty {
      parts.append(section(words.example, place.examples.map { "  \($0)" }))
    }
    parts += [sheet.abstract, sheet.discussion].compactMap(\.self).filter { !$0.isEmpty }
      .map { wrapped($0, width: width).joined(separator: "\n") }
    let spoken = place.usual ?? place
    parts.append(section(words.usage, words.usages(of: place).map { "  \($0)" }))
    parts.append(list(words.arguments, spoken.sheet.positional.map { ($0.synopsis, words.meaning(of: $0)) }))
    parts.append(list(words.options, spoken.sheet.options.map { ($0.synopsis, words.meaning(of: $0)) }))
    parts.append(list(words.commands, place.below.map { ($0.sheet.commandName, $0.sheet.abstract ?? "") }))
    if place.path.count == 1 {
      parts.append(list(words.exitCodes, Exit.all.map { ("\($0.code)", $0.meaning(language)) }))
      parts.append(list(words.environment, words.variables))
      parts.append(section(words.completion, words.completions.map { "  \($0)" }))
    }
    if !place.below.isEmpty { parts.append(words.more(place.path)) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : ([title] + lines).joined(separator: "\n")
  }

  /// Terms with their meanings beside them, or below where a term is long.
  private func list(_ title: String, _ entries: [(term: String, meaning: String)]) -> String {
    let column = 28
    var lines: [String] = []
    for entry in entries {
      let meaning = wrapped(entry.meaning, width: max(width - column, 20))
      let term = "  \(entry.term)"
      let isShort = displayWidth(term) < column - 1
      lines.append(isShort ? padded(term, to: column) + (meaning.first ?? "") : term)
      lines += meaning.dropFirst(isShort ? 1 : 0).map { String(repeating: " ", count: column) + $0 }
    }
    return section(title, lines)
  }
}

/// The columns of the terminal, as its own say or `COLUMNS`; 80 where neither does.
private func terminalWidth() -> Int {
  var size = winsize()
  let isTerminal = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
  let stated = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
  return min(isTerminal ? Int(size.ws_col) : stated ?? 80, 110)
}
