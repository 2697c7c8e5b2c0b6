/// Parts of a whole by year as stacked columns, the whole above each, the parts named beside the last.
public struct StackPlot: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let name: String
    /// One for each year, not negative.
    public let values: [Double]

    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public let years: [Int]
  /// From the bottom upwards.
  public let parts: [Part]
  public let unit: String
  public let format: NumberFormat

  public init(years: [Int], _ parts: [Part], unit: String, format: NumberFormat) {
    precondition(parts.allSatisfy { $0.values.count == years.count }, "a value for each year")
    self.years = years
    self.parts = parts
    self.unit = unit
    self.format = format
  }

  private static let lineHeight = 16.0
  private static let plotHeight = 220.0

  func draw(on drawing: inout Drawing) {
    let totals = years.indices.map { year in parts.reduce(0) { $0 + max($1.values[year], 0) } }
    let most = max(totals.max() ?? 1, 1e-300)
    let names = parts.map { Drawing.wrapped($0.name, room: drawing.width * 0.3) }
    let right = drawing.width - (names.joined().map { Drawing.width(of: $0) }.max() ?? 0) - 16
    let top = StackPlot.lineHeight * 2 + 4
    let bottom = top + StackPlot.plotHeight
    let each = right / Double(max(years.count, 1))
    // Totals that would meet are left to the table.
    let widest = totals.map { Drawing.width(of: format.text($0)) }.max() ?? 0
    let step = max(1, Int((widest + 6) / each) + 1)
    drawing.label(unit, x: 0, y: StackPlot.lineHeight / 2, style: "faint")
    for (place, year) in years.enumerated() {
      let x = each * Double(place)
      var y = bottom
      for (part, values) in parts.enumerated() {
        let height = StackPlot.plotHeight * max(values.values[place], 0) / most
        y -= height
        drawing.box(x: x + each * 0.12, y: y, width: each * 0.76, height: height, style: "f\(part % seriesColours)")
      }
      guard (years.count - 1 - place) % step == 0 else { continue }
      drawing.label(format.text(totals[place]), x: x + each / 2, y: y - 10, anchor: .middle, style: "strong")
      drawing.label("\(year)", x: x + each / 2, y: bottom + 14, anchor: .middle)
    }
    drawing.rule(from: (0, bottom), to: (right, bottom), style: "axis")
    drawNames(names, x: right + 8, bottom, most, on: &drawing)
  }

  /// Each name at the height of its part in the last column, pushed up where it would meet the one below.
  private func drawNames(_ names: [[String]], x: Double, _ bottom: Double, _ most: Double, on drawing: inout Drawing) {
    var below = bottom
    var limit = bottom + StackPlot.lineHeight / 2
    for (place, part) in parts.enumerated() {
      let height = StackPlot.plotHeight * max(part.values.last ?? 0, 0) / most
      let own = Double(names[place].count) * StackPlot.lineHeight
      let middle = min(below - height / 2 + own / 2, limit)
      for (line, text) in names[place].enumerated() {
        let y = middle - own + (Double(line) + 0.5) * StackPlot.lineHeight
        drawing.label(text, x: x, y: y, style: "strong f\(place % seriesColours)")
      }
      limit = middle - own
      below -= height
    }
  }
}
