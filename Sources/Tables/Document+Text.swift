extension Document {
  /// The width of rules and wrapped paragraphs.
  public static let textWidth = 104

  /// The report for a terminal: a head under a rule, sections apart by empty lines, tables moved in.
  public var text: String {
    let width = Document.textWidth
    return head(width) + (lead.map { text(of: $0, width) } ?? "")
      + zip(sections, headings).map { text(of: $0, heading: $1, width) }.joined()
  }

  private func head(_ width: Int) -> String {
    let gap = max(width - displayWidth(title) - displayWidth(subtitle), 2)
    let line = subtitle.isEmpty ? title : title + String(repeating: " ", count: gap) + subtitle
    return "\(line)\n\(String(repeating: "─", count: width))\n"
  }

  private func text(of lead: Lead, _ width: Int) -> String {
    let head = lead.sentence.isEmpty ? lead.title : lead.title + style.colon + lead.sentence
    return wrapped(head, width: width).map { $0 + "\n" }.joined() + bulleted(lead.points, width: width)
  }

  private func text(of section: Section, heading: String?, _ width: Int) -> String {
    let parts = section.parts.map { part in
      switch part {
      case .points(let points): bulleted(points, width: width)
      case .table(let table), .figures(_, let table): table.indentedText + bulleted(table.notes, width: width)
      }
    }
    return "\n" + (heading.map { $0 + "\n" } ?? "") + parts.joined(separator: "\n")
  }
}

/// Paragraphs with a bullet, wrapped under their first word.
public func bulleted(_ texts: [String], width: Int = Document.textWidth) -> String {
  texts.map { text in
    let lines = wrapped(text, width: width - 4)
    return lines.enumerated().map { ($0.offset == 0 ? "  · " : "    ") + $0.element + "\n" }.joined()
  }.joined()
}

extension Table {
  /// The rows for a terminal, moved in by two columns; title and notes are left out.
  public var indentedText: String {
    untitled.text().split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "  \($0)\n" }.joined()
  }
}
