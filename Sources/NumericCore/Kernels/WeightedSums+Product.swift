internal import COpenBLAS

extension WeightedSums {
  /// Adds up the cells of a state.
  ///
  /// - Parameters:
  ///   - state: shape `[cell][column]`, a column being a vector of lanes.
  ///   - sums: shape `[row][column]`, overwritten.
  /// - Complexity: O(operations · columns), by `cblas_dgemm` on the calling thread
  ///   once ``useOneBLASThread()`` was called.
  public func apply(
    to state: UnsafePointer<LaneVector>, columns: Int, into sums: UnsafeMutablePointer<LaneVector>
  ) {
    withUnsafeTemporaryAllocation(of: LaneVector.self, capacity: rows * columns) { sorted in
      sorted.initialize(repeating: .zero)
      weights.withUnsafeBufferPointer { weights in
        for product in products {
          add(product, weights, state, columns, to: sorted)
        }
      }
      for (place, row) in order.enumerated() {
        (sums + row * columns).update(from: sorted.baseAddress! + place * columns, count: columns)
      }
    }
  }

  /// LAPACK's matrices are stored by columns: there, ours are `[column, cell]`, `[cell, row]` and `[column, row]`.
  private func add(
    _ product: Product, _ weights: UnsafeBufferPointer<Double>, _ state: UnsafePointer<LaneVector>, _ columns: Int,
    to sorted: UnsafeMutableBufferPointer<LaneVector>
  ) {
    let width = Int32(columns * LaneVector.scalarCount)
    let cells = Int32(product.cells.count)
    let from = UnsafeRawPointer(state + product.cells.lowerBound * columns).assumingMemoryBound(to: Double.self)
    let out = UnsafeMutableRawPointer(sorted.baseAddress! + product.places.lowerBound * columns)
      .assumingMemoryBound(to: Double.self)
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, width, Int32(product.places.count), cells,
      1, from, width, weights.baseAddress! + product.start, cells, 1, out, width)
  }
}
