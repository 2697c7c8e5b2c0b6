import Domain
import Foundation
import Yams

/// A piece of YAML with the place it was written.
struct YAMLValue {
  indirect enum Content {
    case scalar(String)
    case mapping([(key: YAMLValue, value: YAMLValue)])
    case sequence([YAMLValue])
  }

  let content: Content
  let line: Int
  let column: Int

  var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  var pairs: [(key: YAMLValue, value: YAMLValue)]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  var items: [YAMLValue]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// A short form for messages.
  var summary: String {
    switch content {
    case .scalar(let text): quoted(text)
    case .mapping(let pairs): "{\(quoted(pairs.first?.key.text ?? ""))…}"
    case .sequence: "[…]"
    }
  }
}

/// A YAML file read with positions.
struct YAMLDocument {
  let file: String
  let lines: [Substring]
  /// Nil for an empty file.
  let root: YAMLValue?

  init(file: String, text: String) throws(InputError) {
    self.file = file
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let typing = YAMLTyping(text)
    do {
      try YAMLMeasure.check(typing.text)
    } catch {
      let place = Position(file: file, line: error.line, column: error.column)
      throw InputError(at: Passage(place, line: excerpt(lines, error.line)), error.problem)
    }
    do {
      root = try Yams.compose(yaml: typing.text, YAMLDocument.types).map { YAMLDocument.convert($0, typing) }
    } catch let error as YamlError {
      throw InputError([YAMLDocument.diagnostic(error, file: file, lines: lines, typing)])
    } catch {
      throw InputError(ofFile: file, .syntax(detail: "\(error)"))
    }
  }

  /// Scalars are taken as text, so no types are guessed but one: a year in quotes is another key than the year.
  /// Guessing all of them costs more than parsing.
  private static let types = Resolver.basic.appending(.int)

  /// Text that is no YAML but is quoted in messages like a file: an argument of the command line.
  init(argument text: String, named file: String) {
    self.file = file
    lines = [text[...]]
    root = nil
  }

  /// Lines of a file that is no YAML.
  init(lines: [Substring], of file: String) {
    self.file = file
    self.lines = lines
    root = nil
  }

  /// A piece of a scalar's text, where it stands; behind the quotation mark where there is one.
  func part(_ piece: Substring, of text: String, at value: YAMLValue) -> YAMLValue {
    let line = (1...lines.count).contains(value.line) ? lines[value.line - 1] : ""
    let first = line.unicodeScalars.dropFirst(max(value.column - 1, 0)).first
    let quotes = first == "'" || first == "\"" ? 1 : 0
    let column = value.column + quotes + text.unicodeScalars.distance(from: text.startIndex, to: piece.startIndex)
    return YAMLValue(content: .scalar(String(piece)), line: value.line, column: column)
  }

  /// A diagnostic at a value of this file.
  func diagnostic(_ problem: Problem, at value: YAMLValue) -> Diagnostic {
    Diagnostic(at: passage(of: value), problem)
  }

  /// A value as it stands in this file.
  func passage(of value: YAMLValue) -> Passage {
    let place = Position(file: file, line: value.line, column: value.column)
    return Passage(place, found: quoted(value.text ?? ""), line: excerpt(lines, value.line))
  }

  private static func convert(_ node: Node, _ typing: YAMLTyping) -> YAMLValue {
    let content: YAMLValue.Content
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string)
    case .mapping(let mapping): content = .mapping(mapping.map { (convert($0.key, typing), convert($0.value, typing)) })
    case .sequence(let sequence): content = .sequence(sequence.map { convert($0, typing) })
    case .alias: content = .scalar("")
    }
    let line = node.mark?.line ?? 0
    return YAMLValue(content: content, line: line, column: typing.original(node.mark?.column ?? 0, line: line))
  }

  private static func diagnostic(
    _ error: YamlError, file: String, lines: [Substring], _ typing: YAMLTyping
  ) -> Diagnostic {
    func at(_ line: Int, _ column: Int, _ problem: Problem, found: String = "") -> Diagnostic {
      let place = Position(file: file, line: line, column: column)
      return Diagnostic(at: Passage(place, found: quoted(found), line: excerpt(lines, line)), problem)
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return WideSign.first(before: mark.line, in: lines).map { wide in
        at(wide.line, wide.column, .fullWidth(sign: wide.sign, needed: wide.needed), found: wide.sign)
      } ?? at(mark.line, typing.original(mark.column, line: mark.line), .syntax(detail: problem))
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let line = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return at(line.count, (line.last?.unicodeScalars.count ?? 0) + 1, .syntax(detail: problem))
    case .duplicatedKeysInMapping(let names, let context):
      let name = names.first ?? ""
      let first = context.mark
      let (line, column) =
        secondPlace(of: name, after: first.line, column: first.column, in: lines) ?? (first.line, first.column)
      return at(line, column, .duplicateKey(name: name, firstLine: first.line), found: name)
    default:
      return Diagnostic(ofFile: file, .syntax(detail: "unreadable"))
    }
  }

  /// Where a key stands the second time; the reader only tells the first.
  private static func secondPlace(
    of name: String, after first: Int, column: Int, in lines: [Substring]
  ) -> (line: Int, column: Int)? {
    guard (1...lines.count).contains(first) else { return nil }
    for line in first..<lines.count where lines[line].prefix(column - 1).allSatisfy({ $0 == " " }) {
      if isKey(name, at: lines[line].dropFirst(column - 1)) { return (line + 1, column) }
    }
    // Both stand in one line, in braces.
    let text = lines[first - 1]
    let others = text.indices.dropFirst(column - 1 + name.count)
    return others.first { isKey(name, at: text[$0...]) }.map { place in
      (first, text.unicodeScalars.distance(from: text.startIndex, to: place) + 1)
    }
  }

  private static func isKey(_ name: String, at text: Substring) -> Bool {
    let key = text.drop { $0 == "\"" || $0 == "'" }
    return key.hasPrefix(name) && key.dropFirst(name.count).drop { "\"' ".contains($0) }.first == ":"
  }
}

/// A line for a message; one that no screen holds is left out.
func excerpt(_ lines: [Substring], _ line: Int) -> String? {
  guard line > 0, line <= lines.count,
    lines[line - 1].unicodeScalars.prefix(Limits.quotedLength + 1).count <= Limits.quotedLength
  else { return nil }
  return String(lines[line - 1])
}

/// A text for a message: cut where it is long, and what nobody sees shown by its number.
func quoted(_ text: String) -> String {
  let scalars = text.unicodeScalars.prefix(Limits.quotedLength + 1)
  guard scalars.count > Limits.quotedLength || scalars.contains(where: \.isInvisible) else { return text }
  let start = scalars.prefix(Limits.quotedLength)
  return start.map { $0.isInvisible ? "⟨U+\($0.hexadecimal)⟩" : String($0) }.joined()
    + (scalars.count > Limits.quotedLength ? "…" : "")
}
