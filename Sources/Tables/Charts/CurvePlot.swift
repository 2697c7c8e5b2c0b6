/// A number by another, such as a chance by what is changed: points joined by lines, with a goal and a place marked.
public struct CurvePlot: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    public let x: Double
    public let y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A value with what it is called.
  public struct Mark: Hashable, Sendable {
    public let value: Double
    public let label: String

    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// From the lowest x to the highest.
  public let points: [Point]
  /// What is wanted of y.
  public let goal: Mark?
  /// The x that answers.
  public let answer: Mark?
  public let xUnit: String
  public let yUnit: String
  public let xFormat: NumberFormat
  public let yFormat: NumberFormat

  public init(
    _ points: [Point], goal: Mark? = nil, answer: Mark? = nil, xUnit: String, yUnit: String, xFormat: NumberFormat,
    yFormat: NumberFormat
  ) {
    self.points = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    self.goal = goal
    self.answer = answer
    self.xUnit = xUnit
    self.yUnit = yUnit
    self.xFormat = xFormat
    self.yFormat = yFormat
  }

  private static let plotHeight = 200.0

  func draw(on drawing: inout Drawing) {
    let line = RowNames.lineHeight
    let across = Scale(holding: points.map(\.x) + [answer?.value].compactMap(\.self), count: 4)
    let up = Scale(holding: points.map(\.y) + [goal?.value].compactMap(\.self))
    let left: Double = (up.ticks.map { Drawing.width(of: yFormat.text($0)) }.max() ?? 0) + 10
    let edge: Double = (across.ticks.last.map { Drawing.width(of: xFormat.text($0)) } ?? 0) / 2
    let right = drawing.width - edge - 2
    let top = line * 2.5
    let bottom = top + CurvePlot.plotHeight
    func x(_ value: Double) -> Double { left + (right - left) * across.share(value) }
    func y(_ value: Double) -> Double { bottom - (bottom - top) * up.share(value) }
    drawing.label(yUnit, x: 0, y: line / 2, style: "faint")
    for tick in up.ticks {
      drawing.rule(from: (left, y(tick)), to: (right, y(tick)), style: "grid")
      drawing.label(yFormat.text(tick), x: left - 6, y: y(tick), anchor: .end)
    }
    drawing.rule(from: (left, bottom), to: (right, bottom), style: "axis")
    drawTicks(across, x, bottom, room: right - left, on: &drawing)
    drawing.label(xUnit, x: drawing.width, y: bottom + 20 + line, anchor: .end, style: "faint")
    if let goal { drawing.rule(from: (left, y(goal.value)), to: (right, y(goal.value)), style: "known") }
    if let answer {
      drawing.rule(from: (x(answer.value), top), to: (x(answer.value), bottom), style: "known")
      let half = Drawing.width(of: answer.label) / 2
      let inside = min(max(x(answer.value), half), drawing.width - half)
      drawing.label(answer.label, x: inside, y: top - 12, anchor: .middle, style: "strong")
    }
    drawing.path(points.map { (x($0.x), y($0.y)) }, style: "line s0")
    for point in points { drawing.circle(x: x(point.x), y: y(point.y), style: "f0") }
  }

  /// The ticks that have room to be named.
  private func drawTicks(
    _ scale: Scale, _ x: (Double) -> Double, _ bottom: Double, room: Double, on drawing: inout Drawing
  ) {
    let widest: Double = scale.ticks.map { Drawing.width(of: xFormat.text($0)) }.max() ?? 0
    let each = room / Double(max(scale.ticks.count - 1, 1))
    let step = max(1, Int((widest + 8) / each) + 1)
    for (place, tick) in scale.ticks.enumerated() where place % step == 0 {
      drawing.label(xFormat.text(tick), x: x(tick), y: bottom + 20, anchor: .middle)
    }
  }
}
