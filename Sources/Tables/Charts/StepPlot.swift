/// How one number becomes another by steps that add up: a waterfall.
public struct StepPlot: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public let name: String
    public let change: Double

    public init(_ name: String, _ change: Double) {
      self.name = name
      self.change = change
    }
  }

  public let start: Step
  public let steps: [Step]
  /// The name of what comes out.
  public let end: String
  public let unit: String
  public let format: NumberFormat
  public let signed: NumberFormat

  /// - Parameters:
  ///   - start: its name and value.
  ///   - signed: how a step is written.
  public init(
    from start: Step, _ steps: [Step], to end: String, unit: String, format: NumberFormat, signed: NumberFormat
  ) {
    self.start = start
    self.steps = steps
    self.end = end
    self.unit = unit
    self.format = format
    self.signed = signed
  }

  private struct Row {
    let name: String
    let from: Double
    let to: Double
    let text: String
    let style: String
  }

  private var rows: [Row] {
    var level = start.change
    var rows = [Row(name: start.name, from: 0, to: level, text: format.text(level), style: "f0")]
    for step in steps {
      rows.append(
        Row(
          name: step.name, from: level, to: level + step.change, text: signed.text(step.change),
          style: step.change < 0 ? "f2" : "f1"))
      level += step.change
    }
    return rows + [Row(name: end, from: 0, to: level, text: format.text(level), style: "f0")]
  }

  /// Rows from above, so that names have the room of a line.
  func draw(on drawing: inout Drawing) {
    let rows = rows
    let names = RowNames(rows.map(\.name), of: drawing)
    let left = names.right + 8
    let behind: Double = (rows.map { Drawing.width(of: $0.text) }.max() ?? 0) + 10
    let ends = rows.flatMap { [$0.from, $0.to] }
    let (least, most) = (min(ends.min() ?? 0, 0), max(ends.max() ?? 1, 0))
    let room = max(drawing.width - behind - left, 40)
    func x(_ value: Double) -> Double { most > least ? left + room * (value - least) / (most - least) : left }
    drawing.label(unit, x: 0, y: RowNames.lineHeight / 2, style: "faint")
    var y = RowNames.lineHeight + 4
    for (place, row) in rows.enumerated() {
      let height = names.height(place)
      let middle = y + height / 2
      names.draw(place, middle: middle, on: &drawing)
      drawing.box(
        x: min(x(row.from), x(row.to)), y: middle - 8, width: max(abs(x(row.to) - x(row.from)), 1), height: 16,
        style: row.style)
      drawing.label(row.text, x: max(x(row.from), x(row.to)) + 6, y: middle, style: "strong")
      if place + 1 < rows.count {
        drawing.rule(from: (x(row.to), middle + 8), to: (x(row.to), y + height + 5), style: "grid")
      }
      y += height
    }
    drawing.rule(from: (x(0), RowNames.lineHeight + 2), to: (x(0), y), style: "axis")
  }
}
