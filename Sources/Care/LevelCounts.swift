import NumericCore

/// A number of a law: one for all members of a block, or one for each.
package protocol LawNumber: Sendable {
  var lanes: LaneVector { get }
}

extension Double: LawNumber {
  @inline(__always)
  package var lanes: LaneVector { LaneVector(repeating: self) }
}

extension SIMD8: LawNumber where Scalar == Double {
  @inline(__always)
  package var lanes: LaneVector { self }
}

/// People of one cell at the five levels, in registers.
package struct LevelCounts {
  package var intact: LaneVector
  package var mild: LaneVector
  package var moderate: LaneVector
  package var severe: LaneVector
  package var complete: LaneVector

  /// Reads the levels that stand a stride apart.
  @inline(__always)
  package init(_ place: UnsafePointer<LaneVector>, stride: Int) {
    intact = place[0]
    mild = place[stride]
    moderate = place[2 * stride]
    severe = place[3 * stride]
    complete = place[4 * stride]
  }

  @inline(__always)
  func write(to place: UnsafeMutablePointer<LaneVector>, stride: Int) {
    place[0] = intact
    place[stride] = mild
    place[2 * stride] = moderate
    place[3 * stride] = severe
    place[4 * stride] = complete
  }

  @inline(__always)
  package var sum: LaneVector { intact + mild + moderate + severe + complete }

  @inline(__always)
  static func += (counts: inout LevelCounts, more: LevelCounts) {
    counts.intact += more.intact
    counts.mild += more.mild
    counts.moderate += more.moderate
    counts.severe += more.severe
    counts.complete += more.complete
  }

  @inline(__always)
  static func *= (counts: inout LevelCounts, factor: LaneVector) {
    counts.intact *= factor
    counts.mild *= factor
    counts.moderate *= factor
    counts.severe *= factor
    counts.complete *= factor
  }

  /// Takes the deaths of a year away: a share of everyone, each level in proportion to its excess.
  ///
  /// - Parameter excess: five numbers, the mildest level first.
  @inline(__always)
  package mutating func die<Number: LawNumber>(_ dying: LaneVector, excess: UnsafePointer<Number>, cap: Number) {
    let weighted =
      intact * excess[0].lanes + mild * excess[1].lanes + moderate * excess[2].lanes + severe * excess[3].lanes
      + complete * excess[4].lanes
    let factor = (dying * sum / weighted).replacing(with: 0, where: weighted .<= 0)
    guard !any(factor * excess[4].lanes .> cap.lanes) else {
      return dieCapped(factor, dying * sum, excess: excess, cap: cap)
    }
    intact -= intact * (factor * excess[0].lanes)
    mild -= mild * (factor * excess[1].lanes)
    moderate -= moderate * (factor * excess[2].lanes)
    severe -= severe * (factor * excess[3].lanes)
    complete -= complete * (factor * excess[4].lanes)
  }

  /// The same where a level reaches the cap: the levels below it take the rest.
  ///
  /// Every pass fixes the levels at the cap; there are no more passes than levels. Members below the cap keep their
  /// factor to the bit.
  private mutating func dieCapped<Number: LawNumber>(
    _ uncapped: LaneVector, _ deaths: LaneVector, excess: UnsafePointer<Number>, cap number: Number
  ) {
    let cap = number.lanes
    var counts = [intact, mild, moderate, severe, complete]
    var factor = uncapped
    for _ in counts.indices {
      var fixed = LaneVector.zero
      var free = LaneVector.zero
      for (level, count) in counts.enumerated() {
        let isCapped = factor * excess[level].lanes .>= cap
        fixed += (count * cap).replacing(with: 0, where: .!isCapped)
        free += (count * excess[level].lanes).replacing(with: 0, where: isCapped)
      }
      factor = ((deaths - fixed) / free).replacing(with: factor, where: (free .<= 0) .| (fixed .== 0))
    }
    for level in counts.indices {
      let rate = factor * excess[level].lanes
      counts[level] -= counts[level] * rate.replacing(with: cap, where: rate .> cap)
    }
    (intact, mild, moderate, severe, complete) = (counts[0], counts[1], counts[2], counts[3], counts[4])
  }

  /// Moves people between adjacent levels, all by the shares they had before.
  ///
  /// A level loses no more than it has: recovery, which a trend makes large in the course of decades, takes at most
  /// everyone, and onset at most who does not recover.
  ///
  /// - Parameters:
  ///   - down: onset by level, from the mildest, four that matter, a stride apart.
  ///   - up: recovery by level, four that matter from the second on.
  @inline(__always)
  package mutating func move<Number: LawNumber>(
    down: UnsafePointer<Number>, up: UnsafePointer<Number>, stride: Int, onset: LaneVector, recovery: LaneVector
  ) {
    let mildUp = least(recovery * up[stride].lanes, 1)
    let moderateUp = least(recovery * up[2 * stride].lanes, 1)
    let severeUp = least(recovery * up[3 * stride].lanes, 1)
    let completeUp = least(recovery * up[4 * stride].lanes, 1)
    let worse1 = intact * least(onset * down[0].lanes, 1)
    let worse2 = mild * least(onset * down[stride].lanes, 1 - mildUp)
    let worse3 = moderate * least(onset * down[2 * stride].lanes, 1 - moderateUp)
    let worse4 = severe * least(onset * down[3 * stride].lanes, 1 - severeUp)
    let better1 = mild * mildUp
    let better2 = moderate * moderateUp
    let better3 = severe * severeUp
    let better4 = complete * completeUp
    intact += better1 - worse1
    mild += worse1 - better1 + (better2 - worse2)
    moderate += worse2 - better2 + (better3 - worse3)
    severe += worse3 - better3 + (better4 - worse4)
    complete += worse4 - better4
  }

  /// Makes the levels add up to the people there: who came has the levels of the table, who left those found here.
  @inline(__always)
  package mutating func meet<Number: LawNumber>(
    _ people: LaneVector, table: UnsafePointer<Number>, stride: Int
  ) {
    let alive = sum
    let came = people - alive
    let staying = (people / alive).replacing(with: 0, where: alive .<= 0)
    let keep = staying.replacing(with: 1, where: came .> 0)
    let entering = came.replacing(with: 0, where: came .<= 0)
    intact = intact * keep + entering * table[0].lanes
    mild = mild * keep + entering * table[stride].lanes
    moderate = moderate * keep + entering * table[2 * stride].lanes
    severe = severe * keep + entering * table[3 * stride].lanes
    complete = complete * keep + entering * table[4 * stride].lanes
  }
}

@inline(__always)
private func least(_ a: LaneVector, _ b: LaneVector) -> LaneVector { a.replacing(with: b, where: a .> b) }

@inline(__always)
private func least(_ a: LaneVector, _ b: Double) -> LaneVector { least(a, LaneVector(repeating: b)) }
