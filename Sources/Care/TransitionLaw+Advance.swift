import Domain
import NumericCore
import Population

/// Survivors aged 61 and over by district, counted by level and by age alone.
struct DeathBooks {
  var expected: [LaneVector]
  var found: [LaneVector]
}

extension TransitionLaw {
  /// Takes every age to the next, the oldest first, so that the state is aged in place.
  func advance(
    _ state: inout AbilityState, to people: People, _ survivorship: Survivorship, _ mortality: LaneVector
  ) -> DeathBooks {
    let districts = state.districts
    let (onsetFactor, recoveryFactor) = (state.onset, state.recovery)
    var books = DeathBooks(
      expected: Array(repeating: .zero, count: districts), found: Array(repeating: .zero, count: districts))
    let cells = Sex.allCases.flatMap { sex in
      stride(from: Age.open.years, to: Age.elderly.years, by: -1).map { age in
        (
          cell: state.cell(sex, age, 0), rates: cell(sex, age, 0), people: people.cell(0, sex, age),
          ratios: survivorship.cell(0, sex, age), age: age
        )
      }
    }
    let step = state.cell(.female, Age.elderly.years + 1, 0) - state.cell(.female, Age.elderly.years, 0)
    state.persons.withUnsafeMutableBufferPointer { persons in
      withRates { excess, recovery, onset, table in
        for row in cells {
          let target = persons.baseAddress.unsafelyUnwrapped + row.cell
          let excess = excess + (row.age - 1 - Age.elderly.years) * levels
          for district in 0..<districts {
            var counts = LevelCounts(target - step + district, stride: districts)
            if row.age == Age.open.years { counts += LevelCounts(target + district, stride: districts) }
            let dying = mortality * (1 - survivorship.sx[row.ratios + district])
            books.expected[district] += counts.sum * (1 - dying)
            counts.die(dying, excess: excess, cap: cap)
            books.found[district] += counts.sum
            let rates = row.rates + district
            counts.move(
              down: onset + rates, up: recovery + rates, stride: areas, onset: onsetFactor, recovery: recoveryFactor)
            counts.meet(people.persons[row.people + district], table: table + rates, stride: areas)
            counts.write(to: target + district, stride: districts)
          }
        }
      }
    }
    enter(&state, people)
    return books
  }

  /// Gives those who reached 60 the levels of the table.
  private func enter(_ state: inout AbilityState, _ people: People) {
    for sex in Sex.allCases {
      for level in 0..<levels {
        let place = state.cell(sex, Age.elderly.years, level)
        let shares = cell(sex, Age.elderly.years, level)
        for district in 0..<state.districts {
          state.persons[place + district] =
            people.persons[people.cell(district, sex, Age.elderly.years)] * table[shares + district].lanes
        }
      }
    }
  }

  private func withRates(
    _ body: (
      _ excess: UnsafePointer<Number>, _ recovery: UnsafePointer<Number>, _ onset: UnsafePointer<Number>,
      _ table: UnsafePointer<Number>
    ) -> Void
  ) {
    excess.withUnsafeBufferPointer { excess in
      recovery.withUnsafeBufferPointer { recovery in
        onset.withUnsafeBufferPointer { onset in
          table.withUnsafeBufferPointer { table in
            body(
              excess.baseAddress.unsafelyUnwrapped, recovery.baseAddress.unsafelyUnwrapped,
              onset.baseAddress.unsafelyUnwrapped, table.baseAddress.unsafelyUnwrapped)
          }
        }
      }
    }
  }
}
