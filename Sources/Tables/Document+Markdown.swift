extension Document {
  /// The report in GitHub-flavoured Markdown.
  public var markdown: String {
    var blocks = ["# \(markdownText(title))"]
    if !subtitle.isEmpty { blocks.append(markdownText(subtitle)) }
    if let lead {
      let head = "**\(markdownText(lead.title))**"
      blocks.append(lead.sentence.isEmpty ? head : head + style.colon + markdownText(lead.sentence))
      blocks.append(Document.list(lead.points))
    }
    for (section, heading) in zip(sections, headings) {
      if let heading { blocks.append("## \(markdownText(heading))") }
      for part in section.parts {
        switch part {
        case .points(let points): blocks.append(Document.list(points))
        case .table(let table), .figures(_, let table):
          blocks.append(String(table.untitled.markdown.dropLast()))
          if !table.notes.isEmpty { blocks.append(Document.list(table.notes)) }
        }
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func list(_ points: [String]) -> String {
    points.map { "- \(markdownText($0))" }.joined(separator: "\n")
  }
}
