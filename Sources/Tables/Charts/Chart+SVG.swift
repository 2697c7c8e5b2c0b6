extension Chart {
  /// The chart as an SVG image of its own, readable by its title and description, in light, dark and print.
  ///
  /// - Parameter width: in pixels of the drawing; the image scales with where it stands.
  public func svg(width: Double = 560) -> String {
    precondition(width >= 300, "a chart needs some room")
    var drawing = Drawing(id: id, width: width)
    switch plot {
    case .lines(let plot): plot.draw(on: &drawing)
    case .bars(let plot): plot.draw(on: &drawing)
    case .stack(let plot): plot.draw(on: &drawing)
    case .steps(let plot): plot.draw(on: &drawing)
    case .pyramid(let plot): plot.draw(on: &drawing)
    case .tiles(let plot): plot.draw(on: &drawing)
    case .groups(let plot): plot.draw(on: &drawing)
    case .spans(let plot): plot.draw(on: &drawing)
    case .curve(let plot): plot.draw(on: &drawing)
    }
    var svg = MarkupWriter()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "id": id, "role": "img",
        "viewBox": "0 0 \(pixels(width)) \(pixels(drawing.height + 4))",
        "aria-labelledby": "\(id)-title", "aria-describedby": "\(id)-description",
        "font-size": pixels(Drawing.fontSize),
        "font-family": "Helvetica, Arial, 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif",
      ])
    svg.element("title", ["id": "\(id)-title"], holding: title)
    svg.element("desc", ["id": "\(id)-description"], holding: description)
    svg.element("style", [:], holding: style)
    let head = svg.text
    svg.end()
    return head + drawing.svg.text + "</svg>\n"
  }

  private var style: String { ChartStyle(id: id).css }
}
