import NumericCore

/// What differs between the draws of a block, year by year.
struct PeerDrivers: ~Copyable {
  private let vectors: Int
  /// Shape `[year][k, fertility, migration, incidence][vector]`.
  private let byVector: LaneBuffer
  /// Incidence again for every district, shape `[year][district][vector]`.
  private let byColumn: LaneBuffer

  /// Draws past the last repeat it, so that every block has one width.
  init(_ inputs: PeerInputs, firstDraw: Int, vectors: Int) {
    self.vectors = vectors
    byVector = LaneBuffer(count: PeerInputs.years * 4 * vectors)
    byColumn = LaneBuffer(count: PeerInputs.years * PeerInputs.districts * vectors)
    for year in 0..<PeerInputs.years {
      let here = byVector.start + year * 4 * vectors
      for lane in 0..<vectors * LaneVector.scalarCount {
        let draw = min(firstDraw + lane, inputs.draws - 1)
        let path = inputs.paths[draw * PeerInputs.years + year]
        let (vector, place) = lane.quotientAndRemainder(dividingBy: LaneVector.scalarCount)
        here[vector][place] = path.k
        here[vectors + vector][place] = path.tfr
        here[2 * vectors + vector][place] = path.migration
        here[3 * vectors + vector][place] = path.incidence
      }
      for district in 0..<PeerInputs.districts {
        (byColumn.start + (year * PeerInputs.districts + district) * vectors)
          .update(from: here + 3 * vectors, count: vectors)
      }
    }
  }

  func k(_ year: Int) -> UnsafePointer<LaneVector> { row(year, 0) }
  func tfr(_ year: Int) -> UnsafePointer<LaneVector> { row(year, 1) }
  func migration(_ year: Int) -> UnsafePointer<LaneVector> { row(year, 2) }
  func incidence(_ year: Int) -> UnsafePointer<LaneVector> { row(year, 3) }

  func incidenceByColumn(_ year: Int) -> UnsafePointer<LaneVector> {
    UnsafePointer(byColumn.start + year * PeerInputs.districts * vectors)
  }

  private func row(_ year: Int, _ driver: Int) -> UnsafePointer<LaneVector> {
    UnsafePointer(byVector.start + (year * 4 + driver) * vectors)
  }
}
