import Domain

/// The rows of a package's list of sources.
struct SourceRows {
  private let rows: [(id: String, cells: [String], line: String)]

  /// - Parameter text: a Markdown table whose first columns are id, publisher and title.
  init(_ text: String) {
    rows = text.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("|") }.compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map { cell in
        String(cell.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
      }
      guard let id = cells.first?.replacing("`", with: ""), !id.isEmpty, !id.hasPrefix("--"), cells.count > 3 else {
        return nil
      }
      return (id, cells, String(line))
    }
  }

  /// Publisher and title by id.
  var titles: [String: String] {
    Dictionary(
      rows.filter { $0.cells[1] != "–" && $0.id != "id" }.map { ($0.id, "\($0.cells[1])《\($0.cells[2])》") }
    ) { first, _ in first }
  }

  /// The list of a package that begins with what another one states.
  ///
  /// - Parameters:
  ///   - source: the id of the other package.
  ///   - tables: texts whose fields name the ids that stay.
  func list(of source: String, _ title: Label, named name: String, citedIn tables: [String]) -> String {
    let fields = Set(tables.flatMap { $0.split { $0 == "," || $0.isNewline }.map(String.init) })
    let cited = rows.filter { fields.contains($0.id) }.map(\.line)
    return """
      # \(name)：来源 / Sources

      每个数值注明下表中的一个编号。Every value names one of the ids below.

      | id | publisher | title | year | what it gives | address | firmness |
      |---|---|---|---|---|---|---|
      | \(source) | – | \(title.zh) / \(title.en) | – | 借用的起始值，应以本地数据代替 / values to begin with, to be replaced | – | assumed |

      """ + cited.map { $0 + "\n" }.joined()
  }
}
