import Domain

/// A command's page of the manual, as `man` reads it.
struct ManualPage {
  private let place: CommandPlace
  private let language: Language

  init(_ place: CommandPlace, language: Language) {
    self.place = place
    self.language = language
  }

  /// Its name in the manual: the names that lead to the command.
  var name: String { place.path.joined(separator: "-") }

  private func say(_ zh: String, _ en: String) -> String { language.say(zh, en) }

  var text: String {
    let words = HelpWords(language)
    let sheet = place.sheet
    let spoken = place.usual ?? place
    let abstract = (sheet.abstract ?? "").trimmingSuffix("。").trimmingSuffix(".")
    var lines = [
      ".TH \(quoted(name.uppercased())) 1 \"\" \(quoted("minzheng \(Minzheng.version)")) \(quoted(say("minzheng 手册", "minzheng manual")))",
      ".ad l", ".SH \(say("名称", "NAME"))", "\(escaped(name)) \\- \(escaped(abstract))",
      ".SH \(say("概要", "SYNOPSIS"))", ".nf",
    ]
    lines += words.usages(of: place).map(escaped) + [".fi"]
    lines += section(say("示例", "EXAMPLES"), [".nf"] + place.examples.map(escaped) + [".fi"])
    if let discussion = sheet.discussion, !discussion.isEmpty {
      lines += section(say("说明", "DESCRIPTION"), [escaped(discussion)])
    }
    lines += list(words.arguments, spoken.sheet.positional.map { ($0.synopsis, words.meaning(of: $0)) })
    lines += list(words.options, spoken.sheet.options.map { ($0.synopsis, words.meaning(of: $0)) })
    lines += list(words.commands, place.below.map { ($0.sheet.commandName, $0.sheet.abstract ?? "") })
    lines += list(say("退出码", "EXIT STATUS"), Exit.all.map { ("\($0.code)", $0.meaning(language)) })
    if place.path.count == 1 { lines += list(words.environment, words.variables) }
    let others = neighbours.map { "\(escaped($0)) (1)" }.joined(separator: say("、", ", "))
    if !others.isEmpty { lines += section(say("另见", "SEE ALSO"), [others]) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The pages of the commands below it, and of the one above.
  private var neighbours: [String] {
    let above = place.path.dropLast().joined(separator: "-")
    return (above.isEmpty ? [] : [above]) + place.below.map { $0.path.joined(separator: "-") }
  }

  private func section(_ title: String, _ lines: [String]) -> [String] { [".SH \(title)"] + lines }

  private func list(_ title: String, _ entries: [(term: String, meaning: String)]) -> [String] {
    guard !entries.isEmpty else { return [] }
    return section(title, entries.flatMap { [".TP", ".B \(escaped($0.term))", escaped($0.meaning)] })
  }

  private func quoted(_ text: String) -> String { "\"\(escaped(text).replacing("\"", with: "\\(dq"))\"" }

  /// Text in which nothing means anything to `man`.
  private func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("'", with: "\\(aq")
    return plain.hasPrefix(".") ? "\\&" + plain : plain
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
