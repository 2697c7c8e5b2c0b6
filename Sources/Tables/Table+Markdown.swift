extension Table {
  /// The table in GitHub-flavoured Markdown: the title in bold, a pipe table,
  /// notes as paragraphs. A section is a row with a bold first cell; rules are
  /// left out.
  public var markdown: String {
    var lines: [String] = []
    if let title { lines += ["**\(markdownText(title))**", ""] }
    lines.append(markdownLine(columns.map { markdownText($0.header) }))
    lines.append(markdownLine(columns.map { $0.alignment == .leading ? ":--" : "--:" }))
    for row in rows {
      switch row {
      case .cells(let cells): lines.append(markdownLine(cells.map { markdownText($0.text) }))
      case .section(let heading):
        let others = repeatElement("", count: max(columns.count - 1, 0))
        lines.append(markdownLine(["**\(markdownText(heading))**"] + others))
      case .rule: continue
      }
    }
    for note in notes { lines += ["", markdownText(note)] }
    return lines.joined(separator: "\n") + "\n"
  }
}

private func markdownLine(_ cells: [String]) -> String {
  "| " + cells.joined(separator: " | ") + " |"
}

/// Escapes what Markdown would read as its own. An underscore inside a word is
/// none of that, so names such as `certified_per_10k` stay as they are.
func markdownText(_ text: String) -> String {
  let characters = Array(text)
  var result = ""
  for (index, character) in characters.enumerated() {
    switch character {
    case "\\", "|", "*", "`", "<", "[": result += "\\" + String(character)
    case "_" where !isInsideWord(index, in: characters): result += "\\_"
    case _ where character.isNewline: result += "<br>"
    default: result.append(character)
    }
  }
  return result
}

private func isInsideWord(_ index: Int, in characters: [Character]) -> Bool {
  guard index > 0, index + 1 < characters.count else { return false }
  return isWordCharacter(characters[index - 1]) && isWordCharacter(characters[index + 1])
}

private func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "_"
}
