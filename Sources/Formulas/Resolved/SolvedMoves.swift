import Domain
import NumericCore

/// How far the values of an input in an area move so that members meet a published figure.
public struct SolvedMove: Sendable {
  /// Index of the area.
  public let area: Int
  /// The years whose values move.
  public let years: ClosedRange<Year>
  public let scale: Process.Scale
  /// On the scale.
  public var distance: LaneVector

  public init(area: Int, years: ClosedRange<Year>, scale: Process.Scale, distance: LaneVector = .zero) {
    self.area = area
    self.years = years
    self.scale = scale
    self.distance = distance
  }
}

extension ResolvedTable {
  /// Puts solved inputs where moves take them from another table's values, each where it stands in ``all``.
  public mutating func move(
    _ solved: [(position: Int, moves: [SolvedMove])], from given: ResolvedTable, city: Int
  ) {
    // Two figures may settle one input in different areas.
    for (position, _) in solved { all[position] = given.all[position] }
    for (position, moves) in solved { all[position].move(by: moves, city: city) }
  }
}

extension ResolvedParameter {
  /// Whether a year's value in an area is solved, and so is not drawn.
  static func isSolved(_ year: Year, area: Int, _ moves: [SolvedMove]) -> Bool {
    moves.contains { $0.area == area && $0.years.contains(year) }
  }

  /// Moves solved values; what leaves the range that makes sense stays at its end.
  mutating func move(by solved: [SolvedMove], city cityIndex: Int) {
    for move in solved {
      if move.area == cityIndex {
        city.move(by: move, within: parameter.range)
      } else {
        districts[move.area]?.move(by: move, within: parameter.range)
      }
    }
  }
}

extension Series {
  fileprivate mutating func move(by solved: SolvedMove, within range: ClosedRange<Double>) {
    for year in solved.years where isGiven(year) {
      change(year - firstYear, within: range) { solved.scale.moved($0, by: solved.distance) }
    }
  }

  /// Whether a year's value is the dataset's, or what a scenario made of it, and no other put in its place.
  private func isGiven(_ year: Year) -> Bool {
    guard years.contains(year) else { return false }
    let index = year - firstYear
    return origins[index] == nil || spread?.isCertain(index) == false
  }
}
