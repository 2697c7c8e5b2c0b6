/// Where the parts of a chart of lines stand.
struct LineFrame {
  /// The name of a series beside its last point, in lines that do not meet those of another.
  struct EndLabel {
    let colour: Int
    let lines: [String]
    var y: Double
  }

  static let lineHeight = 16.0
  private static let plotHeight = 220.0

  let years: ClosedRange<Int>
  let top: Double
  let bottom: Double
  let left: Double
  let right: Double
  private(set) var endLabels: [EndLabel] = []
  private let scale: Scale

  init(_ plot: LinePlot, width: Double) {
    let all = plot.series.flatMap(\.points).map(\.year) + (plot.goals + plot.actuals).map(\.year)
    years = (all.min() ?? 0)...max(all.max() ?? 1, (all.min() ?? 0) + 1)
    let values =
      plot.series.flatMap { series in
        series.points.map(\.value) + (series.inner + series.outer).flatMap { [$0.low, $0.high] }
      } + (plot.goals + plot.actuals).map(\.value)
    scale = Scale(holding: values)
    let ticks = scale.ticks.map { Drawing.width(of: plot.format.text($0)) }
    left = (ticks.max() ?? 0) + 10
    // A third of the width at most goes to the names.
    let room = width / 3
    let texts = plot.series.map { series in Drawing.wrapped(series.name, room: room) }
    let widest = texts.joined().map { Drawing.width(of: $0) }.max() ?? 0
    right = width - widest - 16
    top = LineFrame.lineHeight * 2 + 6
    bottom = top + LineFrame.plotHeight
    endLabels = placed(plot.series, texts)
  }

  func x(_ year: Int) -> Double {
    left + (right - left) * Double(year - years.lowerBound) / Double(years.upperBound - years.lowerBound)
  }

  func y(_ value: Double) -> Double { bottom - (bottom - top) * scale.share(value) }

  /// The edge of a fan: along the upper ends and back along the lower ones.
  func outline(_ intervals: [LinePlot.Interval]) -> [(x: Double, y: Double)] {
    intervals.map { (x($0.year), y($0.high)) } + intervals.reversed().map { (x($0.year), y($0.low)) }
  }

  /// The names beside the last points, the uppermost first, pushed apart where they would meet.
  private func placed(_ series: [LinePlot.Series], _ texts: [[String]]) -> [EndLabel] {
    var labels: [EndLabel] = []
    for (place, series) in series.enumerated() {
      guard let last = series.points.last else { continue }
      labels.append(EndLabel(colour: place % seriesColours, lines: texts[place], y: y(last.value)))
    }
    labels.sort { $0.y < $1.y }
    for place in labels.indices.dropFirst() {
      let before = labels[place - 1]
      labels[place].y = max(labels[place].y, before.y + Double(before.lines.count) * LineFrame.lineHeight)
    }
    // From below, so that the last stays inside the plot.
    var limit = bottom + LineFrame.lineHeight / 2
    for place in labels.indices.reversed() {
      limit -= Double(labels[place].lines.count) * LineFrame.lineHeight
      labels[place].y = min(labels[place].y, limit + LineFrame.lineHeight / 2)
      limit = labels[place].y - LineFrame.lineHeight / 2
    }
    return labels
  }

  func drawAxes(on drawing: inout Drawing, unit: String, key: String, format: NumberFormat) {
    // The unit stands in the title as well, so that it gives way to what signs mean.
    let hasRoom = Drawing.width(of: unit) + Drawing.width(of: key) + 12 < drawing.width
    if hasRoom { drawing.label(unit, x: 0, y: LineFrame.lineHeight / 2, style: "faint") }
    drawing.label(key, x: drawing.width, y: LineFrame.lineHeight / 2, anchor: .end, style: "faint")
    for tick in scale.ticks {
      drawing.rule(from: (left, y(tick)), to: (right, y(tick)), style: "grid")
      drawing.label(format.text(tick), x: left - 6, y: y(tick), anchor: .end)
    }
    drawing.rule(from: (left, bottom), to: (right, bottom), style: "axis")
    for year in LineFrame.named(years, room: right - left) {
      drawing.label("\(year)", x: x(year), y: bottom + 20, anchor: .middle)
    }
  }

  /// The years that have room to be named: the first and the last, and round ones between them.
  static func named(_ years: ClosedRange<Int>, room: Double) -> [Int] {
    let each = room / Double(max(years.count - 1, 1))
    let least = (Drawing.width(of: "\(years.upperBound)") + 8) / each
    let step = [1, 5, 10, 20, 50, 100].first { Double($0) >= least } ?? 100
    let between = years.filter {
      $0 % step == 0 && Double($0 - years.lowerBound) >= least && Double(years.upperBound - $0) >= least
    }
    return [years.lowerBound] + between + [years.upperBound]
  }
}
