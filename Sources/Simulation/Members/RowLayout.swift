import Domain
import NumericCore

/// Which rows of members need memory of their own; a row is a series in a year.
///
/// Many series do not vary in every year, and many are the same as another. The first worlds show which; where a later
/// world does otherwise, its chunk says so (``Chunk/exceptions``), so nothing is lost.
struct RowLayout: Sendable {
  enum Row: Equatable, Sendable {
    /// Has a place of its own.
    case own(Int)
    case constant(Double)
    /// The same as an earlier series of the year.
    case same(as: Int)
  }

  /// Shape `[year][series]`.
  let rows: [Row]
  /// Rows with a place of their own.
  let owned: Int

  /// Every row has a place.
  init(all count: Int) {
    rows = (0..<count).map { .own($0) }
    owned = count
  }

  /// - Parameters:
  ///   - samples: what the first worlds have, shape `[year][series]`.
  ///   - together: how many series are read at once; a row is the same only as one read with it.
  init(samples: [LaneVector], series: Int, together: Int) {
    var rows: [Row] = []
    var owned = 0
    var found: [SIMD8<UInt64>: Int] = [:]
    for (index, sample) in samples.enumerated() {
      let place = index % series
      if place % together == 0 { found = [:] }
      if sample.bits == LaneVector(repeating: sample[0]).bits {
        rows.append(.constant(sample[0]))
      } else if let same = found[sample.bits] {
        rows.append(.same(as: same))
      } else {
        found[sample.bits] = place
        rows.append(.own(owned))
        owned += 1
      }
    }
    self.rows = rows
    self.owned = owned
  }

  /// Where a row's numbers come from.
  enum Origin {
    case place(Int)
    case constant(Double)
  }

  func origin(of row: Int, series: Int) -> Origin {
    switch rows[row] {
    case .own(let place): .place(place)
    case .constant(let value): .constant(value)
    case .same(let other): origin(of: row - row % series + other, series: series)
    }
  }

  /// The places of the rows from one on and before another; those of neighbouring rows stand side by side.
  func places(_ rows: Range<Int>) -> Range<Int> {
    func place(_ row: Int) -> Int {
      for row in row..<self.rows.count {
        if case .own(let place) = self.rows[row] { return place }
      }
      return owned
    }
    return place(rows.lowerBound)..<place(rows.upperBound)
  }
}

extension LaneVector {
  /// To compare what may have no value.
  var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }
}
