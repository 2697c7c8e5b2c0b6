import NumericCore

/// A stochastic projection of people by district, sex, age and state of health.
///
/// A year: deaths at rates h·exp(b k); moves between states, incidence scaled by
/// the draw and rows made to add up to one; births from the mean of the women
/// before and after; migrants scaled by the draw; then weighted sums of all cells.
public struct PeerModel: Sendable {
  let inputs: PeerInputs
  /// Vectors of eight draws that a block steps together.
  public let vectors: Int
  let moves: StateMoves
  let sums: WeightedSums

  public init(_ inputs: PeerInputs, vectors: Int) {
    self.inputs = inputs
    self.vectors = vectors
    moves = StateMoves(
      constant: inputs.transitions.map { $0.keeping { $0 >= $1 } },
      scaled: inputs.transitions.map { $0.keeping { $0 < $1 } })
    sums = WeightedSums(
      weights: inputs.weights, rows: PeerInputs.rows, cells: PeerInputs.cells * PeerInputs.states,
      grain: PeerInputs.states)
  }

  public var blocks: Int { (inputs.draws + draws - 1) / draws }

  /// Draws of a block.
  var draws: Int { vectors * LaneVector.scalarCount }

  /// Vectors of one number by district.
  var columns: Int { PeerInputs.districts * vectors }

  /// Vectors of one cell: shape `[state][district][vector]`.
  var size: Int { PeerInputs.states * columns }

  /// Numbers of one draw: shape `[year][row][district]`.
  public static let series = PeerInputs.years * PeerInputs.rows * PeerInputs.districts
}

extension Matrix {
  /// The elements whose row and column meet a condition, zero elsewhere.
  fileprivate func keeping(_ condition: (_ row: Int, _ column: Int) -> Bool) -> Matrix {
    var result = self
    for row in 0..<rows {
      for column in 0..<columns where !condition(row, column) { result[row, column] = 0 }
    }
    return result
  }
}
