/// A chart as data: what is drawn, and the same in words for those who do not see it.
public struct Chart: Hashable, Sendable {
  /// The kinds there are.
  public enum Plot: Hashable, Sendable {
    case lines(LinePlot)
    case bars(BarPlot)
    case stack(StackPlot)
    case steps(StepPlot)
    case pyramid(PyramidPlot)
    case tiles(TilePlot)
    case groups(GroupPlot)
    case spans(SpanPlot)
    case curve(CurvePlot)
  }

  /// What ids inside the drawing begin with; charts of one page differ in it.
  public let id: String
  public let title: String
  /// The chart's numbers in a sentence or two.
  public let description: String
  public let plot: Plot

  /// - Parameter id: letters, digits and hyphens, a letter first.
  public init(id: String, title: String, description: String, _ plot: Plot) {
    precondition(
      id.first?.isLetter == true && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    self.id = id
    self.title = title
    self.description = description
    self.plot = plot
  }
}

/// What a chart draws with: the writer, the room, and the sizes of texts.
struct Drawing {
  var svg = MarkupWriter()
  /// What ids begin with.
  let id: String
  let width: Double
  private(set) var height: Double = 0

  static let fontSize = 13.0

  init(id: String, width: Double) {
    self.id = id
    self.width = width
  }

  /// Takes room below what is drawn so far.
  mutating func reach(_ bottom: Double) { height = max(height, bottom) }

  /// The room a text needs; fonts that stand in for the usual ones, and bold ones, are a little wider.
  static func width(of text: String) -> Double { drawnWidth(text) * fontSize * 1.15 }

  /// A text in lines of at most so many pixels.
  static func wrapped(_ text: String, room: Double) -> [String] {
    // A column is half of a wide character; letters take a little more of it than that.
    Tables.wrapped(text, width: max(4, Int(room / (fontSize * 0.58))))
  }

  enum Anchor: String { case start, middle, end }

  /// A line of text; `y` is its middle.
  mutating func label(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "label"
  ) {
    guard !text.isEmpty else { return }
    svg.element(
      "text",
      ["class": style, "x": pixels(x), "y": pixels(y + Drawing.fontSize * 0.35), "text-anchor": anchor.rawValue],
      holding: text)
    reach(y + Drawing.fontSize)
  }

  mutating func rule(from: (x: Double, y: Double), to: (x: Double, y: Double), style: String) {
    svg.element(
      "line",
      ["class": style, "x1": pixels(from.x), "y1": pixels(from.y), "x2": pixels(to.x), "y2": pixels(to.y)])
    reach(max(from.y, to.y))
  }

  mutating func box(x: Double, y: Double, width: Double, height: Double, style: String) {
    svg.element(
      "rect",
      [
        "class": style, "x": pixels(x), "y": pixels(y), "width": pixels(max(width, 0)),
        "height": pixels(max(height, 0)),
      ])
    reach(y + height)
  }

  /// A small point.
  mutating func circle(x: Double, y: Double, radius: Double = 3, style: String) {
    svg.element("circle", ["class": style, "cx": pixels(x), "cy": pixels(y), "r": pixels(radius)])
    reach(y + radius)
  }

  /// A line through points, in pixels.
  mutating func path(_ points: [(x: Double, y: Double)], closed: Bool = false, style: String) {
    guard let first = points.first else { return }
    let rest = points.dropFirst().map { "L\(pixels($0.x)) \(pixels($0.y))" }.joined()
    svg.element("path", ["class": style, "d": "M\(pixels(first.x)) \(pixels(first.y))\(rest)\(closed ? "Z" : "")"])
    for point in points { reach(point.y) }
  }
}
