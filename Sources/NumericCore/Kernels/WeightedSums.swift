/// Many weighted sums over the cells of a state, as a plan made once.
///
///     sums[row][column] = Σcell weights[row][cell] · state[cell][column]
///
/// A weight of zero costs nothing where it stands with others: rows are sorted
/// by how many cells they read, cells fall into stretches read by the same rows,
/// and each stretch is a product of dense matrices over the rows that read it. A
/// stretch not read at all is skipped, so a number that is not finite there
/// stays unseen.
///
/// A lane's sums depend neither on its place nor on what other lanes hold, but
/// their last bits can change with the number of columns and the processor: a
/// product that feeds results keeps one width.
public struct WeightedSums: Sendable {
  public let rows: Int
  public let cells: Int
  /// The row at each place of the sorted order.
  let order: [Int]
  var products: [Product] = []
  /// The weights of each product, shape `[row][cell]`, one after the other.
  var weights: [Double] = []

  /// A dense block: neighbours in the sorted order, times neighbouring cells.
  struct Product {
    let places: Range<Int>
    let cells: Range<Int>
    let start: Int
  }

  /// A plan for weights of shape `[row][cell]`.
  ///
  /// - Parameter grain: cells that stay together, such as the states of one age;
  ///   a larger grain makes fewer, larger products with more zeros in them.
  public init(weights all: [Double], rows: Int, cells: Int, grain: Int = 1) {
    precondition(rows > 0 && cells > 0 && all.count == rows * cells, "weights do not fill the rows")
    precondition(grain > 0 && cells % grain == 0, "cells are whole grains")
    self.rows = rows
    self.cells = cells
    let grains = cells / grain
    let reads = (0..<rows).map { row in
      (0..<grains).map { piece in
        all[row * cells + piece * grain..<row * cells + (piece + 1) * grain].contains { $0 != 0 }
      }
    }
    let counts = reads.map { $0.count { $0 } }
    order = (0..<rows).sorted { (counts[$1], $0) < (counts[$0], $1) }
    var first = 0
    for piece in 1...grains {
      guard piece == grains || reads.contains(where: { $0[piece] != $0[first] }) else { continue }
      let stretch = first * grain..<piece * grain
      for places in runs(order.map { reads[$0][first] }) {
        products.append(Product(places: places, cells: stretch, start: weights.count))
        for place in places {
          let row = order[place] * cells
          weights += all[row + stretch.lowerBound..<row + stretch.upperBound]
        }
      }
      first = piece
    }
  }

  /// The multiplications and additions of one column's number, zeros left out: at most `2 · rows · cells`.
  public var operations: Int { 2 * weights.count }
}

/// The ranges in which every flag is set.
private func runs(_ flags: [Bool]) -> [Range<Int>] {
  var result: [Range<Int>] = []
  var first = 0
  for place in 0...flags.count where place == flags.count || !flags[place] {
    if first < place { result.append(first..<place) }
    first = place + 1
  }
  return result
}
