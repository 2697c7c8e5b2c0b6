import Domain

extension PlacedTransitions {
  /// Finds what is missing: ages, then transitions between ages, then ways on for people who get somewhere.
  ///
  /// - Parameter moving: the states that are not absorbing.
  mutating func checkGaps(moving: Set<Int>) {
    var gaps = agesMissing()
    if gaps.isEmpty { gaps = transitionsMissing() }
    if gaps.isEmpty { gaps = waysOnMissing(moving: moving) }
    faults += gaps
  }

  /// The first age of each gap in a sex.
  private func agesMissing() -> [TransitionFault] {
    var faults: [TransitionFault] = []
    for sex in grid.sexes {
      let beside = grid.ages.map { age in rows(sex, age).flatMap(given).min() }
      guard let first = beside.compactMap({ $0 }).first else { continue }
      var last: Int? = first
      for (age, index) in zip(grid.ages, beside) {
        if index == nil, let before = last { faults.append(.missingAge(transition: before, age: age)) }
        last = index
      }
    }
    return faults
  }

  /// The first age of each gap between two states.
  private func transitionsMissing() -> [TransitionFault] {
    var faults: [TransitionFault] = []
    for sex in grid.sexes {
      for from in 0..<grid.states {
        for to in 0..<grid.states where to != from {
          var last: Int?
          for age in grid.ages {
            guard let index = place(row: grid.row(sex, age, from: from), to: to) else { continue }
            if let last, transitions[last].age < age - 1 {
              faults.append(.missingTransition(transition: last, age: transitions[last].age + 1))
            }
            last = index
          }
        }
      }
    }
    return faults
  }

  /// States in which people arrive, or stay, at an age at which nothing is said of them; each once.
  private func waysOnMissing(moving: Set<Int>) -> [TransitionFault] {
    var faults: [TransitionFault] = []
    var told = Set<Int>()
    for sex in grid.sexes {
      for age in grid.ages.dropLast() {
        for row in rows(sex, age) {
          guard let any = given(row: row).max() else { continue }
          for to in moving.sorted() where leads(row: row, to: to) {
            let next = grid.row(sex, age + 1, from: to)
            guard !isGiven(row: next), told.insert(next).inserted else { continue }
            let index = place(row: row, to: to) ?? any
            faults.append(.noWayOn(transition: index, state: to, age: age + 1))
          }
        }
      }
    }
    return faults
  }

  private func rows(_ sex: Sex, _ age: Int) -> Range<Int> {
    let first = grid.row(sex, age, from: 0)
    return first..<first + grid.states
  }
}
