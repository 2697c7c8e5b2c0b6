/// Adds up the states of a cell, times a weight: `sum[column] += weight · Σstate people[state][column]`.
public func addStates(
  _ people: UnsafePointer<LaneVector>, states: Int, columns: Int, weight: Double,
  to sum: UnsafeMutablePointer<LaneVector>
) {
  for column in 0..<columns {
    var total = people[column]
    for state in 1..<states { total += people[state * columns + column] }
    sum[column] += weight * total
  }
}

/// Adds numbers that differ by row times lanes: `result[row][vector] += weights[row] · lanes[vector]`.
///
/// Migrants of a year, say: a row is a state and a district, the lanes are the
/// members' scale of migration.
public func addProducts(
  _ weights: UnsafePointer<Double>, rows: Int, _ lanes: UnsafePointer<LaneVector>, vectors: Int,
  to result: UnsafeMutablePointer<LaneVector>
) {
  for vector in 0..<vectors {
    let factor = lanes[vector]
    for row in 0..<rows { result[row &* vectors &+ vector] += weights[row] * factor }
  }
}

/// Survival at rates that differ by row and, in proportion, by lane:
/// `result[row][vector] = exp(-rates[row] · lanes[vector])`.
///
/// - Parameter rates: deaths per person-year where the lanes are one.
public func survivorship(
  _ rates: UnsafePointer<Double>, rows: Int, _ lanes: UnsafePointer<LaneVector>, vectors: Int,
  into result: UnsafeMutablePointer<LaneVector>
) {
  for vector in 0..<vectors {
    let factor = lanes[vector]
    for row in 0..<rows { result[row &* vectors &+ vector] = exponential(-rates[row] * factor) }
  }
}

/// The survivors of a cell, with a factor for each state.
///
/// `result[state][district][vector] = people[…] · survivorship[district][vector] · factor[state][vector]`
///
/// - Parameter result: may be `people`.
public func survivors(
  of people: UnsafePointer<LaneVector>, survivorship: UnsafePointer<LaneVector>,
  factor: UnsafePointer<LaneVector>, states: Int, districts: Int, vectors: Int,
  into result: UnsafeMutablePointer<LaneVector>
) {
  for state in 0..<states {
    for vector in 0..<vectors {
      let factor = factor[state * vectors + vector]
      let first = state * districts * vectors + vector
      for district in 0..<districts {
        let place = first &+ district &* vectors
        result[place] = people[place] * survivorship[district &* vectors &+ vector] * factor
      }
    }
  }
}
