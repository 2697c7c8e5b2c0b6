/// People by age: one sex to each side, bars for one time and an outline for another.
public struct PyramidPlot: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    public let name: String
    /// Persons of the left and the right sex.
    public let left: Double
    public let right: Double
    /// The same at the time of the outline.
    public let leftBefore: Double
    public let rightBefore: Double

    public init(_ name: String, left: Double, right: Double, leftBefore: Double, rightBefore: Double) {
      self.name = name
      self.left = left
      self.right = right
      self.leftBefore = leftBefore
      self.rightBefore = rightBefore
    }
  }

  /// The youngest first.
  public let groups: [Group]
  public let left: String
  public let right: String
  /// What bars and outline stand for.
  public let bars: String
  public let outline: String
  public let format: NumberFormat

  public init(
    _ groups: [Group], left: String, right: String, bars: String, outline: String, format: NumberFormat
  ) {
    self.groups = groups
    self.left = left
    self.right = right
    self.bars = bars
    self.outline = outline
    self.format = format
  }

  private static let rowHeight = 15.0
  private static let lineHeight = 16.0

  func draw(on drawing: inout Drawing) {
    let middleWidth = (groups.map { Drawing.width(of: $0.name) }.max() ?? 0) + 12
    let half = (drawing.width - middleWidth) / 2
    let most = max(groups.flatMap { [$0.left, $0.right, $0.leftBefore, $0.rightBefore] }.max() ?? 1, 1e-300)
    let (leftEdge, rightEdge) = (half, half + middleWidth)
    func length(_ value: Double) -> Double { (half - 4) * value / most }
    drawing.box(x: 0, y: 3, width: 10, height: 10, style: "f0")
    drawing.label(bars, x: 16, y: PyramidPlot.lineHeight / 2)
    let second = 16 + Drawing.width(of: bars) + 24
    drawing.box(x: second, y: 3, width: 10, height: 10, style: "outline")
    drawing.label(outline, x: second + 16, y: PyramidPlot.lineHeight / 2)
    let head = PyramidPlot.lineHeight * 1.5 + 4
    drawing.label(left, x: leftEdge - 4, y: head, anchor: .end, style: "strong")
    drawing.label(right, x: rightEdge + 4, y: head, style: "strong")
    let top = head + PyramidPlot.lineHeight / 2 + 4
    let count = groups.count
    var before: (left: [(x: Double, y: Double)], right: [(x: Double, y: Double)]) = ([], [])
    for (place, group) in groups.enumerated().reversed() {
      let y = top + Double(count - 1 - place) * PyramidPlot.rowHeight
      drawing.box(
        x: leftEdge - length(group.left), y: y + 1, width: length(group.left), height: PyramidPlot.rowHeight - 2,
        style: "f0")
      drawing.box(x: rightEdge, y: y + 1, width: length(group.right), height: PyramidPlot.rowHeight - 2, style: "f1")
      // A name in every second row leaves air between the lines.
      if place % 2 == 0 {
        drawing.label(group.name, x: leftEdge + middleWidth / 2, y: y + PyramidPlot.rowHeight / 2, anchor: .middle)
      }
      for y in [y, y + PyramidPlot.rowHeight] {
        before.left.append((leftEdge - length(group.leftBefore), y))
        before.right.append((rightEdge + length(group.rightBefore), y))
      }
    }
    drawing.path(before.left, style: "outline")
    drawing.path(before.right, style: "outline")
    let bottom = top + Double(count) * PyramidPlot.rowHeight
    drawing.label(format.text(most), x: 4, y: bottom + 10, style: "faint")
    drawing.label(format.text(most), x: drawing.width - 4, y: bottom + 10, anchor: .end, style: "faint")
    drawing.label(format.text(0), x: leftEdge - 4, y: bottom + 10, anchor: .end, style: "faint")
    drawing.label(format.text(0), x: rightEdge + 4, y: bottom + 10, style: "faint")
  }
}
