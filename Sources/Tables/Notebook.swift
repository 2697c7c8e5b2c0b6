/// A notebook as data: paragraphs and code, which any Jupyter opens.
public struct Notebook: Hashable, Sendable {
  public enum Cell: Hashable, Sendable {
    case words(String)
    /// Python; without output, which running it gives.
    case code(String)
  }

  public let cells: [Cell]

  public init(_ cells: [Cell]) { self.cells = cells }

  /// The file, in version 4.5 of Jupyter's format.
  public var fileText: String {
    let kernel = JSONValue.object([
      .init("display_name", .text("Python 3")), .init("language", .text("python")), .init("name", .text("python3")),
    ])
    let metadata = JSONValue.object([
      .init("kernelspec", kernel), .init("language_info", .object([.init("name", .text("python"))])),
    ])
    return JSONValue.object([
      .init("cells", .list(cells.enumerated().map { json($1, number: $0 + 1) })), .init("metadata", metadata),
      .init("nbformat", .number(4)), .init("nbformat_minor", .number(5)),
    ]).fileText
  }

  private func json(_ cell: Cell, number: Int) -> JSONValue {
    func common(_ kind: String, _ text: String) -> [JSONValue.Member] {
      [
        .init("cell_type", .text(kind)), .init("id", .text("cell-\(number)")), .init("metadata", .object([])),
        .init("source", .list(lines(text).map(JSONValue.text))),
      ]
    }
    switch cell {
    case .words(let text): return .object(common("markdown", text))
    case .code(let text):
      return .object(common("code", text) + [.init("execution_count", .null), .init("outputs", .list([]))])
    }
  }

  /// Each with its line feed but the last, as the format wants them.
  private func lines(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().map { $0 < lines.count - 1 ? "\($1)\n" : String($1) }
  }
}
