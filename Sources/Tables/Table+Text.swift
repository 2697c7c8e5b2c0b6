extension Table {
  /// The table for a terminal, aligned by display width.
  ///
  /// Under a title the rows are indented. With `maxWidth`, texts in cells,
  /// headers, title and notes wrap; numbers never do, so that a table of many
  /// numbers may still be wider.
  ///
  /// - Parameter maxWidth: columns of the terminal, or nil for no limit.
  public func text(maxWidth: Int? = nil) -> String {
    let layout = TextLayout(self, maxWidth: maxWidth)
    var lines = title.map { layout.paragraph($0, indent: "") } ?? []
    if columns.contains(where: { !$0.header.isEmpty }) {
      lines += layout.lines(columns.map(\.header))
    }
    for row in rows {
      switch row {
      case .cells(let cells): lines += layout.lines(cells.map(\.text))
      case .section(let heading): lines += layout.paragraph(heading, indent: layout.indent)
      case .rule: lines.append(layout.rule)
      }
    }
    for note in notes { lines += layout.paragraph(note, indent: layout.indent) }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Where the columns of a text table stand.
private struct TextLayout {
  let indent: String
  private let alignments: [Alignment]
  private let widths: [Int]
  private let maxWidth: Int?

  private static let gap = "   "

  init(_ table: Table, maxWidth: Int?) {
    indent = table.title == nil ? "" : "  "
    alignments = table.columns.map(\.alignment)
    self.maxWidth = maxWidth
    let records = table.records
    var extents = table.columns.indices.map { index in
      ColumnExtent(header: table.columns[index].header, cells: records.map { $0[index] })
    }
    if let maxWidth {
      let gaps = Self.gap.count * max(extents.count - 1, 0)
      shrink(&extents, to: maxWidth - indent.count - gaps)
    }
    widths = extents.map(\.width)
  }

  /// A line between rows, as wide as the columns together.
  var rule: String {
    let gaps = Self.gap.count * max(widths.count - 1, 0)
    return indent + String(repeating: "─", count: widths.reduce(gaps, +))
  }

  /// One row, on several lines when a cell wraps.
  func lines(_ texts: [String]) -> [String] {
    let cells = texts.indices.map { wrapped(texts[$0], width: max(widths[$0], 1)) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = cells.indices.map { column in
        let part = line < cells[column].count ? cells[column][line] : ""
        return padded(part, to: widths[column], alignment: alignments[column])
      }
      return withoutTrailingSpaces(indent + parts.joined(separator: Self.gap))
    }
  }

  /// A text across all columns.
  func paragraph(_ text: String, indent: String) -> [String] {
    let width = maxWidth.map { max($0 - indent.count, 1) } ?? Int.max
    return wrapped(text, width: width).map { indent + $0 }
  }
}

/// How wide a column is, and how narrow it may become.
private struct ColumnExtent {
  var width: Int
  let minimum: Int

  /// Texts may wrap down to this width, four Chinese characters.
  private static let narrowestText = 8

  init(header: String, cells: [Cell]) {
    var widestText = widestLine(header)
    var widestNumber = 0
    for cell in cells {
      let width = widestLine(cell.text)
      if case .number = cell {
        widestNumber = max(widestNumber, width)
      } else {
        widestText = max(widestText, width)
      }
    }
    width = max(widestText, widestNumber)
    minimum = max(min(widestText, Self.narrowestText), widestNumber)
  }
}

/// Takes from the column with most to spare until all fit or none can give.
private func shrink(_ extents: inout [ColumnExtent], to room: Int) {
  var excess = extents.map(\.width).reduce(0, +) - room
  while excess > 0 {
    let spares = extents.map { $0.width - $0.minimum }
    guard let most = spares.max(), most > 0, let widest = spares.firstIndex(of: most) else {
      return
    }
    extents[widest].width -= 1
    excess -= 1
  }
}

private func widestLine(_ text: String) -> Int {
  text.split(whereSeparator: \.isNewline).map { displayWidth(String($0)) }.max() ?? 0
}
