/// Ages a population by one year in place, from the oldest to the youngest.
///
/// `advance` turns the people of an age into those who reach the next one. The
/// open age keeps its own survivors and is joined by those of the age before;
/// age 0 is left at zero for the births.
///
/// - Parameters:
///   - state: shape `[age][vector]`, `ages` of at least two.
///   - size: vectors of one age, states and columns together.
///   - advance: the age, its people and where the survivors go, which may be the same place.
@inlinable @inline(__always)
public func ageInPlace(
  _ state: UnsafeMutablePointer<LaneVector>, ages: Int, size: Int,
  advance: (_ age: Int, _ people: UnsafePointer<LaneVector>, _ result: UnsafeMutablePointer<LaneVector>) -> Void
) {
  precondition(ages >= 2, "an open age has an age before it")
  let open = ages - 1
  let openCell = state + open * size
  advance(open, openCell, openCell)
  withUnsafeTemporaryAllocation(of: LaneVector.self, capacity: size) { joining in
    let people = joining.baseAddress!
    advance(open - 1, openCell - size, people)
    for vector in 0..<size { openCell[vector] += people[vector] }
  }
  for age in stride(from: open - 2, through: 0, by: -1) {
    advance(age, state + age * size, state + (age + 1) * size)
  }
  state.update(repeating: .zero, count: size)
}
