import Domain
import NumericCore

/// Weighted sums over ability levels, by weights of all members of a block or of each its own.
///
/// Added up cell by cell in their order, so that a member's sums are the same whatever stands beside it.
struct LaneWeights<Number: LawNumber>: Sendable {
  private let rows: Int
  /// Shape `[cell][row]`.
  private let weights: [Number]
  /// By cell, the rows whose weight there is not zero in every lane: those before one.
  private let used: [Int]

  /// - Parameter rows: weights of shape `[row][cell]`, the rows read by the fewest cells last.
  init(_ rows: [[Number]]) {
    self.rows = rows.count
    weights = rows[0].indices.flatMap { cell in rows.map { $0[cell] } }
    used = rows[0].indices.map { cell in
      1 + (rows.lastIndex { any($0[cell].lanes .!= 0) } ?? -1)
    }
  }

  /// Adds up the cells of a state.
  ///
  /// - Parameters:
  ///   - state: shape `[cell][column]`.
  ///   - sums: shape `[row][column]`, overwritten.
  func apply(to state: UnsafePointer<LaneVector>, columns: Int, into sums: UnsafeMutablePointer<LaneVector>) {
    sums.update(repeating: .zero, count: rows * columns)
    weights.withUnsafeBufferPointer { weights in
      for (cell, used) in used.enumerated() {
        for row in 0..<used {
          let weight = weights[cell * rows + row].lanes
          let sums = sums + row * columns
          for column in 0..<columns { sums[column] += weight * state[cell * columns + column] }
        }
      }
    }
  }
}
