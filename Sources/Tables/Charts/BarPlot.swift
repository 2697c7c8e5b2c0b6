/// Numbers side by side as horizontal bars from zero, each with its name and value; a mark where a goal stands.
public struct BarPlot: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public let name: String
    public let value: Double
    /// What stands behind the value, such as a verdict; may be empty.
    public let remark: String
    public let goal: Double?
    public let interval: ClosedRange<Double>?

    public init(
      _ name: String, _ value: Double, remark: String = "", goal: Double? = nil, interval: ClosedRange<Double>? = nil
    ) {
      self.name = name
      self.value = value
      self.remark = remark
      self.goal = goal
      self.interval = interval
    }
  }

  public let bars: [Bar]
  public let unit: String
  public let format: NumberFormat

  public init(_ bars: [Bar], unit: String, format: NumberFormat) {
    self.bars = bars
    self.unit = unit
    self.format = format
  }

  func draw(on drawing: inout Drawing) {
    let names = RowNames(bars.map(\.name), of: drawing)
    let texts = bars.map { bar in format.text(bar.value) + (bar.remark.isEmpty ? "" : "  \(bar.remark)") }
    let behind: Double = (texts.map { Drawing.width(of: $0) }.max() ?? 0) + 8
    let ends = bars.flatMap { bar in
      [bar.value, bar.goal, bar.interval?.lowerBound, bar.interval?.upperBound].compactMap(\.self)
    }
    let (least, most) = (min(ends.min() ?? 0, 0), max(ends.max() ?? 1, 0))
    // Values stand behind their bars: to the left of those below zero.
    let first = names.right + 8 + (least < 0 ? behind : 0)
    let room = max(drawing.width - behind - first, 40)
    func x(_ value: Double) -> Double { most > least ? first + room * (value - least) / (most - least) : first }
    drawing.label(unit, x: 0, y: RowNames.lineHeight / 2, style: "faint")
    var y = RowNames.lineHeight + 4
    for (place, bar) in bars.enumerated() {
      let middle = y + names.height(place) / 2
      names.draw(place, middle: middle, on: &drawing)
      drawing.box(
        x: min(x(0), x(bar.value)), y: middle - 7, width: abs(x(bar.value) - x(0)), height: 14,
        style: bar.value < 0 ? "f1" : "f0")
      drawMarks(of: bar, middle, x, on: &drawing)
      let own = [bar.value, bar.goal, bar.interval?.lowerBound, bar.interval?.upperBound].compactMap(\.self).map(x)
      let isBelow = bar.value < 0
      drawing.label(
        texts[place], x: isBelow ? (own.min() ?? 0) - 6 : (own.max() ?? 0) + 6, y: middle,
        anchor: isBelow ? .end : .start, style: "strong")
      y += names.height(place)
    }
    drawing.rule(from: (x(0), RowNames.lineHeight + 2), to: (x(0), y), style: "axis")
  }

  private func drawMarks(of bar: Bar, _ middle: Double, _ x: (Double) -> Double, on drawing: inout Drawing) {
    if let interval = bar.interval { drawing.whisker(interval, middle, x) }
    if let goal = bar.goal { drawing.path([(x(goal), middle - 10), (x(goal), middle + 10)], style: "mark") }
  }
}
