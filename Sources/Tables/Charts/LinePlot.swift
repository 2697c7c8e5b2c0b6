/// Numbers over years as lines, with fans of intervals, goals as marks, and a rule where knowledge ends.
public struct LinePlot: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public let year: Int
    public let value: Double

    public init(_ year: Int, _ value: Double) {
      self.year = year
      self.value = value
    }
  }

  /// Between which values something lies in a year.
  public struct Interval: Hashable, Sendable {
    public let year: Int
    public let low: Double
    public let high: Double

    public init(_ year: Int, _ low: Double, _ high: Double) {
      self.year = year
      self.low = low
      self.high = high
    }
  }

  /// The last year known, with what the line at it is called.
  public struct Rule: Hashable, Sendable {
    public let year: Int
    public let label: String

    public init(_ year: Int, _ label: String) {
      self.year = year
      self.label = label
    }
  }

  public struct Series: Hashable, Sendable {
    public let name: String
    public let points: [Point]
    /// Drawn dark, such as 80 %.
    public let inner: [Interval]
    /// Drawn light, such as 95 %.
    public let outer: [Interval]

    public init(_ name: String, _ points: [Point], inner: [Interval] = [], outer: [Interval] = []) {
      self.name = name
      self.points = points
      self.inner = inner
      self.outer = outer
    }
  }

  public let series: [Series]
  /// What is aimed at: a mark in its year.
  public let goals: [Point]
  /// What was published: an open point in its year.
  public let actuals: [Point]
  /// What these signs stand for.
  public let key: String
  /// What stands above the axis, such as the unit.
  public let unit: String
  public let format: NumberFormat
  /// Where knowledge ends; lines are dashed behind it.
  public let known: Rule?

  public init(
    _ series: [Series], goals: [Point] = [], actuals: [Point] = [], key: String = "", unit: String,
    format: NumberFormat, known: Rule? = nil
  ) {
    self.series = series
    self.goals = goals
    self.actuals = actuals
    self.key = key
    self.unit = unit
    self.format = format
    self.known = known
  }
}

extension LinePlot {
  func draw(on drawing: inout Drawing) {
    let frame = LineFrame(self, width: drawing.width)
    frame.drawAxes(on: &drawing, unit: unit, key: key, format: format)
    if let known, frame.years.contains(known.year) {
      let x = frame.x(known.year)
      drawing.rule(from: (x, frame.top), to: (x, frame.bottom), style: "known")
      let half = Drawing.width(of: known.label) / 2
      let inside = min(max(x, half), drawing.width - half)
      drawing.label(known.label, x: inside, y: frame.top - 12, anchor: .middle, style: "faint")
    }
    for (place, series) in series.enumerated() {
      let colour = place % seriesColours
      drawing.path(frame.outline(series.outer), closed: true, style: "w\(colour)")
      drawing.path(frame.outline(series.inner), closed: true, style: "b\(colour)")
    }
    for (place, series) in series.enumerated() { draw(series, colour: place % seriesColours, frame, on: &drawing) }
    for actual in actuals { drawing.circle(x: frame.x(actual.year), y: frame.y(actual.value), style: "open") }
    for goal in goals {
      let (x, y) = (frame.x(goal.year), frame.y(goal.value))
      drawing.path([(x - 6, y), (x + 6, y)], style: "mark")
      drawing.path([(x, y - 6), (x, y + 6)], style: "mark")
    }
    for label in frame.endLabels {
      for (line, text) in label.lines.enumerated() {
        drawing.label(
          text, x: frame.right + 8, y: label.y + Double(line) * LineFrame.lineHeight, style: "strong f\(label.colour)")
      }
    }
  }

  /// What is known is a full line, what is not a dashed one.
  private func draw(_ series: Series, colour: Int, _ frame: LineFrame, on drawing: inout Drawing) {
    let last = known?.year ?? Int.max
    let points = series.points.map { (year: $0.year, place: (x: frame.x($0.year), y: frame.y($0.value))) }
    let firm = points.filter { $0.year <= last }
    let later = points.filter { $0.year >= last }
    if firm.count > 1 { drawing.path(firm.map(\.place), style: "line s\(colour)") }
    if later.count > 1 { drawing.path(later.map(\.place), style: "line dashed s\(colour)") }
    if points.count == 1, let only = points.first?.place {
      drawing.path([(only.x - 3, only.y), (only.x + 3, only.y)], style: "line s\(colour)")
    }
  }
}
