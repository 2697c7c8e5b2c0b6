/// The names of rows at the left of a drawing, each in as many lines as it needs.
struct RowNames {
  static let lineHeight = 16.0

  private let lines: [[String]]
  /// Where they end; rows begin a little behind.
  let right: Double

  /// - Parameter share: of the drawing's width that they may take.
  init(_ names: [String], share: Double = 0.36, of drawing: Drawing) {
    lines = names.map { Drawing.wrapped($0, room: drawing.width * share) }
    right = (lines.joined().map { Drawing.width(of: $0) }.max() ?? 0) + 2
  }

  func height(_ row: Int) -> Double { max(26, Double(lines[row].count) * RowNames.lineHeight + 6) }

  func draw(_ row: Int, middle: Double, on drawing: inout Drawing) {
    let own = lines[row]
    for (line, text) in own.enumerated() {
      let offset = (Double(line) - Double(own.count - 1) / 2) * RowNames.lineHeight
      drawing.label(text, x: right, y: middle + offset, anchor: .end)
    }
  }
}
