/// `text` with spaces up to a display width; text wider than that is left as it is.
public func padded(_ text: String, to width: Int, alignment: Alignment = .leading) -> String {
  let spaces = String(repeating: " ", count: max(width - displayWidth(text), 0))
  switch alignment {
  case .leading: return text + spaces
  case .trailing: return spaces + text
  }
}

/// `text` in lines of at most `width` columns.
///
/// Lines break at line feeds, at spaces (not inside 12 345), and beside wide
/// characters, but not before closing punctuation, after opening punctuation,
/// or inside —— and ……. A word longer than a line is cut. Spaces at a break go.
public func wrapped(_ text: String, width: Int) -> [String] {
  precondition(width > 0, "lines without room")
  return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .flatMap { wrappedParagraph($0, width: width) }
}

private func wrappedParagraph(_ text: Substring, width: Int) -> [String] {
  let whole = withoutTrailingSpaces(String(text))
  if displayWidth(whole) <= width { return [whole] }
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for piece in unbreakablePieces(of: text) {
    let content = withoutTrailingSpaces(piece)
    var rest = piece
    if !line.isEmpty, lineWidth + displayWidth(content) > width {
      lines.append(withoutTrailingSpaces(line))
      line = ""
      lineWidth = 0
    }
    if displayWidth(content) > width {
      let parts = cut(content, width: width)
      lines += parts.dropLast()
      rest = (parts.last ?? "") + piece.dropFirst(content.count)
    }
    line += rest
    lineWidth += displayWidth(rest)
  }
  return lines + [withoutTrailingSpaces(line)]
}

/// The text between places where a line may break; spaces end a piece.
private func unbreakablePieces(of text: Substring) -> [String] {
  let characters = Array(text)
  var pieces: [String] = []
  var piece = ""
  for index in characters.indices {
    if index > 0, canBreak(before: index, in: characters) {
      pieces.append(piece)
      piece = ""
    }
    piece.append(characters[index])
  }
  return piece.isEmpty ? pieces : pieces + [piece]
}

private func canBreak(before index: Int, in characters: [Character]) -> Bool {
  let previous = characters[index - 1]
  let next = characters[index]
  if next == " " { return false }
  if previous == " " {
    let isInNumber = index > 1 && characters[index - 2].isNumber && next.isNumber
    return !isInNumber
  }
  if neverFirst.contains(next) || neverLast.contains(previous) { return false }
  if previous == next, next == "—" || next == "…" { return false }
  return displayWidth(previous) == 2 || displayWidth(next) == 2
}

private func cut(_ text: String, width: Int) -> [String] {
  var parts: [String] = []
  var part = ""
  for character in text {
    if !part.isEmpty, displayWidth(part) + displayWidth(character) > width {
      parts.append(part)
      part = ""
    }
    part.append(character)
  }
  return parts + [part]
}

func withoutTrailingSpaces(_ text: String) -> String {
  var text = text
  while text.last == " " { text.removeLast() }
  return text
}

/// Closing punctuation, and signs that belong to what stands before them.
private let neverFirst: Set<Character> = [
  "，", "。", "；", "：", "、", "！", "？", "）", "】", "》", "〉", "」", "』", "”", "’", "…", "％",
  ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "‰", "·", "/", "–",
]

/// Opening punctuation, and signs that belong to what follows them.
private let neverLast: Set<Character> = [
  "（", "【", "《", "〈", "「", "『", "“", "‘", "(", "[", "{", "·", "/", "–", "±", "+", "−", "≥", "≤",
]
