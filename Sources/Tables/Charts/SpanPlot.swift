/// Which part of its range each of several inputs lies in: a box of inputs, a row an input.
public struct SpanPlot: Hashable, Sendable {
  public struct Span: Hashable, Sendable {
    public let name: String
    /// The part, in shares of all points from the lowest value to the highest.
    public let part: ClosedRange<Double>
    /// The same in words, such as at least 4 %.
    public let words: String

    public init(_ name: String, _ part: ClosedRange<Double>, words: String) {
      precondition(part.lowerBound >= 0 && part.upperBound <= 1, "a part of a range")
      self.name = name
      self.part = part
      self.words = words
    }
  }

  public let spans: [Span]
  /// What the ends of the range are called.
  public let low: String
  public let high: String

  public init(_ spans: [Span], low: String, high: String) {
    self.spans = spans
    self.low = low
    self.high = high
  }

  func draw(on drawing: inout Drawing) {
    let names = RowNames(spans.map(\.name), share: 0.34, of: drawing)
    let words = spans.map { Drawing.wrapped($0.words, room: drawing.width * 0.28) }
    let behind: Double = (words.joined().map { Drawing.width(of: $0) }.max() ?? 0) + 10
    let left = names.right + 10
    let room = max(drawing.width - behind - left, 40)
    func x(_ share: Double) -> Double { left + room * share }
    drawing.label(low, x: left, y: RowNames.lineHeight / 2, style: "faint")
    // Ends that would meet are told at the right one alone.
    if Drawing.width(of: low) + Drawing.width(of: high) + 12 < room {
      drawing.label(high, x: x(1), y: RowNames.lineHeight / 2, anchor: .end, style: "faint")
    }
    var y = RowNames.lineHeight + 4
    for (place, span) in spans.enumerated() {
      let height = max(names.height(place), Double(words[place].count) * RowNames.lineHeight + 6)
      let middle = y + height / 2
      names.draw(place, middle: middle, on: &drawing)
      drawing.box(x: left, y: middle - 2, width: room, height: 4, style: "b0")
      drawing.box(
        x: x(span.part.lowerBound), y: middle - 7, width: max(room * (span.part.upperBound - span.part.lowerBound), 2),
        height: 14, style: "f0")
      for (line, text) in words[place].enumerated() {
        let offset = (Double(line) - Double(words[place].count - 1) / 2) * RowNames.lineHeight
        drawing.label(text, x: x(1) + 8, y: middle + offset, style: "strong")
      }
      y += height
    }
  }
}
