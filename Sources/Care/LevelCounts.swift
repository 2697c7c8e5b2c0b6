import NumericCore

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
  package mutating func die(_ dying: LaneVector, excess: UnsafePointer<Double>, cap: Double) {
    let weighted =
      intact * excess[0] + mild * excess[1] + moderate * excess[2] + severe * excess[3] + complete * excess[4]
    let factor = (dying * sum / weighted).replacing(with: 0, where: weighted .<= 0)
    guard !any(factor * excess[4] .> cap) else { return dieCapped(factor, dying * sum, excess: excess, cap: cap) }
    intact -= intact * (factor * excess[0])
    mild -= mild * (factor * excess[1])
    moderate -= moderate * (factor * excess[2])
    severe -= severe * (factor * excess[3])
    complete -= complete * (factor * excess[4])
  }

  /// The same where a level reaches the cap: the levels below it take the rest.
  ///
  /// Every pass fixes the levels at the cap; there are no more passes than levels. Members below the cap keep their
  /// factor to the bit.
  private mutating func dieCapped(
    _ uncapped: LaneVector, _ deaths: LaneVector, excess: UnsafePointer<Double>, cap: Double
  ) {
    var counts = [intact, mild, moderate, severe, complete]
    var factor = uncapped
    for _ in counts.indices {
      var fixed = LaneVector.zero
      var free = LaneVector.zero
      for (level, count) in counts.enumerated() {
        let isCapped = factor * excess[level] .>= cap
        fixed += (count * cap).replacing(with: 0, where: .!isCapped)
        free += (count * excess[level]).replacing(with: 0, where: isCapped)
      }
      factor = ((deaths - fixed) / free).replacing(with: factor, where: (free .<= 0) .| (fixed .== 0))
    }
    for level in counts.indices {
      let rate = factor * excess[level]
      counts[level] -= counts[level] * rate.replacing(with: cap, where: rate .> cap)
    }
    (intact, mild, moderate, severe, complete) = (counts[0], counts[1], counts[2], counts[3], counts[4])
  }

  /// Moves people between adjacent levels, all by the shares they had before.
  ///
  /// - Parameters:
  ///   - down: onset by level, from the mildest, four that matter, a stride apart.
  ///   - up: recovery by level, four that matter from the second on.
  @inline(__always)
  package mutating func move(
    down: UnsafePointer<Double>, up: UnsafePointer<Double>, stride: Int, onset: LaneVector, recovery: LaneVector
  ) {
    let mildUp = recovery * up[stride]
    let moderateUp = recovery * up[2 * stride]
    let severeUp = recovery * up[3 * stride]
    let completeUp = recovery * up[4 * stride]
    let worse1 = intact * least(onset * down[0], 1)
    let worse2 = mild * least(onset * down[stride], 1 - mildUp)
    let worse3 = moderate * least(onset * down[2 * stride], 1 - moderateUp)
    let worse4 = severe * least(onset * down[3 * stride], 1 - severeUp)
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
  package mutating func meet(_ people: LaneVector, table: UnsafePointer<Double>, stride: Int) {
    let alive = sum
    let came = people - alive
    let staying = (people / alive).replacing(with: 0, where: alive .<= 0)
    let keep = staying.replacing(with: 1, where: came .> 0)
    let entering = came.replacing(with: 0, where: came .<= 0)
    intact = intact * keep + entering * table[0]
    mild = mild * keep + entering * table[stride]
    moderate = moderate * keep + entering * table[2 * stride]
    severe = severe * keep + entering * table[3 * stride]
    complete = complete * keep + entering * table[4 * stride]
  }
}

@inline(__always)
private func least(_ a: LaneVector, _ b: LaneVector) -> LaneVector { a.replacing(with: b, where: a .> b) }

@inline(__always)
private func least(_ a: LaneVector, _ b: Double) -> LaneVector { least(a, LaneVector(repeating: b)) }
