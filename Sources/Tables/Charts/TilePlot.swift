/// Places as tiles of one size where they lie, each with its name and value, the darker the larger.
public struct TilePlot: Hashable, Sendable {
  public struct Tile: Hashable, Sendable {
    public let name: String
    public let column: Int
    public let row: Int
    public let value: Double?
    /// What stands below the value, such as a verdict; may be empty.
    public let remark: String

    public init(_ name: String, column: Int, row: Int, value: Double?, remark: String = "") {
      self.name = name
      self.column = column
      self.row = row
      self.value = value
      self.remark = remark
    }
  }

  public let tiles: [Tile]
  public let unit: String
  public let format: NumberFormat

  public init(_ tiles: [Tile], unit: String, format: NumberFormat) {
    let places = Set(tiles.map { [$0.column, $0.row] })
    precondition(places.count == tiles.count, "two tiles in one place")
    self.tiles = tiles
    self.unit = unit
    self.format = format
  }

  private static let lineHeight = 16.0

  func draw(on drawing: inout Drawing) {
    let (firstColumn, firstRow) = (tiles.map(\.column).min() ?? 0, tiles.map(\.row).min() ?? 0)
    let columns = (tiles.map(\.column).max() ?? 0) - firstColumn + 1
    let side = drawing.width / Double(columns)
    let names = tiles.map { Drawing.wrapped($0.name, room: side - 10) }
    let remarks = tiles.map { $0.remark.isEmpty ? [] : Drawing.wrapped($0.remark, room: side - 10) }
    let lines = zip(names, remarks).map { $0.count + 1 + $1.count }.max() ?? 1
    let height = Double(lines) * TilePlot.lineHeight + 12
    let values = tiles.compactMap(\.value)
    let (least, most) = (values.min() ?? 0, values.max() ?? 0)
    drawing.label(unit, x: 0, y: TilePlot.lineHeight / 2, style: "faint")
    for (place, tile) in tiles.enumerated() {
      let x = Double(tile.column - firstColumn) * side
      let y = TilePlot.lineHeight + 4 + Double(tile.row - firstRow) * height
      // Two tints that ink can be read on; the number says the rest.
      let isDark = tile.value.map { most > least && $0 > (least + most) / 2 } ?? false
      drawing.box(x: x + 2, y: y + 2, width: side - 4, height: height - 4, style: isDark ? "b0" : "w0")
      let texts = names[place] + [tile.value.map(format.text) ?? "–"] + remarks[place]
      for (line, text) in texts.enumerated() {
        let style = line == names[place].count ? "strong" : "label"
        drawing.label(
          text, x: x + side / 2, y: y + 6 + (Double(line) + 0.5) * TilePlot.lineHeight, anchor: .middle, style: style)
      }
      drawing.reach(y + height)
    }
  }
}
