/// Rows of several bars from zero, such as both ends of a range, or two shares of one input; each with its number.
public struct GroupPlot: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public let value: Double
    /// What stands behind the value, such as a verdict; may be empty.
    public let remark: String
    public let interval: ClosedRange<Double>?

    public init(_ value: Double, remark: String = "", interval: ClosedRange<Double>? = nil) {
      self.value = value
      self.remark = remark
      self.interval = interval
    }
  }

  public struct Row: Hashable, Sendable {
    public let name: String
    /// One for each series; nil where it has none.
    public let bars: [Bar?]

    public init(_ name: String, _ bars: [Bar?]) {
      self.name = name
      self.bars = bars
    }
  }

  /// What the bars of a row stand for, in their order.
  public let series: [String]
  public let rows: [Row]
  public let unit: String
  public let format: NumberFormat

  public init(_ series: [String], _ rows: [Row], unit: String, format: NumberFormat) {
    precondition(rows.allSatisfy { $0.bars.count == series.count }, "a bar or none for each series")
    self.series = series
    self.rows = rows
    self.unit = unit
    self.format = format
  }

  private static let barHeight = 16.0

  private func text(_ bar: Bar) -> String { format.text(bar.value) + (bar.remark.isEmpty ? "" : "  \(bar.remark)") }

  func draw(on drawing: inout Drawing) {
    let names = RowNames(rows.map(\.name), share: 0.32, of: drawing)
    let bars = rows.flatMap(\.bars).compactMap(\.self)
    let behind: Double = (bars.map { Drawing.width(of: text($0)) }.max() ?? 0) + 10
    let ends = bars.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound].compactMap(\.self) }
    let (least, most) = (min(ends.min() ?? 0, 0), max(ends.max() ?? 1, 0))
    let first = names.right + 8 + (least < 0 ? behind : 0)
    let room = max(drawing.width - (most > 0 ? behind : 8) - first, 40)
    func x(_ value: Double) -> Double { most > least ? first + room * (value - least) / (most - least) : first }
    var y = drawing.legend(unit, series)
    let top = y
    for (place, row) in rows.enumerated() {
      let height = max(names.height(place), Double(series.count) * GroupPlot.barHeight + 8)
      names.draw(place, middle: y + height / 2, on: &drawing)
      var middle = y + height / 2 - Double(series.count - 1) / 2 * GroupPlot.barHeight
      for (colour, bar) in row.bars.enumerated() {
        if let bar { draw(bar, colour % seriesColours, middle, x, on: &drawing) }
        middle += GroupPlot.barHeight
      }
      y += height
    }
    drawing.rule(from: (x(0), top), to: (x(0), y), style: "axis")
  }

  private func draw(_ bar: Bar, _ colour: Int, _ middle: Double, _ x: (Double) -> Double, on drawing: inout Drawing) {
    drawing.box(
      x: min(x(0), x(bar.value)), y: middle - 5, width: abs(x(bar.value) - x(0)), height: 10, style: "f\(colour)")
    if let interval = bar.interval { drawing.whisker(interval, middle, x) }
    let own = [0, bar.value, bar.interval?.lowerBound, bar.interval?.upperBound].compactMap(\.self).map(x)
    let isBelow = bar.value < 0
    drawing.label(
      text(bar), x: isBelow ? (own.min() ?? 0) - 6 : (own.max() ?? 0) + 6, y: middle,
      anchor: isBelow ? .end : .start, style: "strong")
  }
}

extension Drawing {
  /// What is drawn in which colour, in as many lines as it takes, below the unit.
  ///
  /// - Returns: where the drawing goes on.
  mutating func legend(_ unit: String, _ series: [String]) -> Double {
    label(unit, x: 0, y: RowNames.lineHeight / 2, style: "faint")
    guard series.count > 1 else { return RowNames.lineHeight + 4 }
    var (x, y) = (0.0, RowNames.lineHeight * 1.5)
    for (place, name) in series.enumerated() {
      let lines = Drawing.wrapped(name, room: width - 20)
      let room = 16 + (lines.map { Drawing.width(of: $0) }.max() ?? 0) + 14
      if x > 0, x + room > width { (x, y) = (0, y + RowNames.lineHeight) }
      box(x: x, y: y - 5, width: 10, height: 10, style: "f\(place % seriesColours)")
      for (line, text) in lines.enumerated() { label(text, x: x + 16, y: y + Double(line) * RowNames.lineHeight) }
      x += room
      y += Double(lines.count - 1) * RowNames.lineHeight
    }
    return y + RowNames.lineHeight / 2 + 6
  }

  /// Between which values something lies.
  mutating func whisker(_ interval: ClosedRange<Double>, _ middle: Double, _ x: (Double) -> Double) {
    path([(x(interval.lowerBound), middle), (x(interval.upperBound), middle)], style: "outline")
    for end in [interval.lowerBound, interval.upperBound] {
      path([(x(end), middle - 4), (x(end), middle + 4)], style: "outline")
    }
  }
}
