/// How the points of a Shapley design stand, which is all that its estimates have to know.
///
/// A row is a base point and, for each set of inputs neither empty nor whole, one that keeps the set: points stand by
/// replicate, row and the set's number.
public struct ShapleyRows: Equatable, Sendable {
  /// Points double with each input.
  public static let largestInputs = 10

  /// Inputs, or groups of them that count as one.
  public let inputs: Int
  public let replicates: Int
  public let rows: Int

  public var pointsPerRow: Int { 1 << inputs - 1 }
  public var count: Int { replicates * rows * pointsPerRow }

  public init(inputs: Int, replicates: Int, rows: Int) {
    precondition(1...Self.largestInputs ~= inputs, "too many inputs for all subsets")
    precondition(replicates > 0 && rows > 0, "a design without rows")
    self.inputs = inputs
    self.replicates = replicates
    self.rows = rows
  }

  /// Where a point stands: its replicate, its row, and the set it keeps; nil for the base point.
  func place(of index: Int) -> (replicate: Int, row: Int, kept: Subset?) {
    let (row, set) = (index / pointsPerRow, index % pointsPerRow)
    return (row / rows, row % rows, set == 0 ? nil : Subset(number: set))
  }
}
