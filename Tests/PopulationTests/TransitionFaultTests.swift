import Domain
import Population
import Testing

/// What a list of transitions can get wrong, and what is left to the reader's sense.
struct TransitionFaultTests {
  /// Healthy 0, disabled 1, dead 2 at ages 60–64, four transitions an age: 0→1, 0→2, 1→0, 1→2.
  private static let sound: [Transition] = (60...64).flatMap { age in
    [(0, 1, 0.1), (0, 2, 0.05), (1, 0, 0.2), (1, 2, 0.15)].map { from, to, probability in
      Transition(sex: .female, age: age, from: from, to: to, probability: probability)
    }
  }

  private func faults(_ transitions: [Transition]) -> [TransitionFault] {
    do {
      _ = try TransitionTable(states: ["healthy", "disabled", "dead"], transitions: transitions)
      return []
    } catch {
      return error.all
    }
  }

  private func changed(_ change: (inout [Transition]) -> Void) -> [TransitionFault] {
    var transitions = Self.sound
    change(&transitions)
    return faults(transitions)
  }

  private func move(
    _ age: Int, _ from: Int, _ to: Int, _ probability: Double, sex: Sex = .female
  ) -> Transition {
    Transition(sex: sex, age: age, from: from, to: to, probability: probability)
  }

  @Test func soundTransitionsHaveNoFault() { #expect(faults(Self.sound) == []) }

  @Test func thereMustBeTransitions() {
    #expect(faults([]) == [.nobodyMoves])
    #expect(faults([move(60, 2, 2, 1)]) == [.nobodyMoves])
  }

  @Test(arguments: [-0.001, 1.001, Double.nan, .infinity]) func aProbabilityLiesInItsRange(wrong: Double) {
    #expect(changed { $0[5] = move(61, 0, 2, wrong) } == [.probability(transition: 5)])
  }

  @Test func aTransitionStandsOnce() {
    #expect(changed { $0.append($0[3]) } == [.duplicate(transition: 20)])
  }

  @Test func waysOutAddUpToOneAtMost() throws {
    #expect(changed { $0[4] = move(61, 0, 1, 0.96) } == [.aboveOne(transition: 5, sum: 1.01)])
    #expect(changed { $0[4] = move(61, 0, 1, 0.95 + 2e-9) }.count == 1)
    #expect(changed { $0[4] = move(61, 0, 1, 0.95 + 0.9e-9) } == [])
  }

  @Test func aSumAboveOneByRoundingIsDividedOut() throws {
    var transitions = Self.sound
    transitions[4] = move(61, 0, 1, 0.95 + 0.9e-9)
    let table = try TransitionTable(states: ["healthy", "disabled", "dead"], transitions: transitions)
    let row = table.probabilities(.female, 61, from: 0)
    #expect(row.reduce(0, +) == 1 && row.first == 0)
  }

  @Test func stayingIsWhatTheOthersLeave() {
    #expect(changed { $0.append(move(61, 0, 0, 0.85)) } == [])
    #expect(changed { $0.append(move(61, 0, 0, 0.85 + 0.5e-9)) } == [])
    let found = changed { $0.append(move(61, 0, 0, 0.8)) }
    #expect(found == [.remainder(transition: 20, expected: 1 - (0.1 + 0.05))])
    #expect(changed { $0.append(move(61, 2, 2, 1)) } == [])
    #expect(changed { $0.append(move(61, 2, 2, 0.9)) } == [.remainder(transition: 20, expected: 1)])
  }

  @Test func agesHaveNoGap() {
    #expect(changed { $0.removeAll { $0.age == 62 } } == [.missingAge(transition: 4, age: 62)])
    #expect(changed { $0.removeAll { $0.age == 62 || $0.age == 63 } } == [.missingAge(transition: 4, age: 62)])
  }

  @Test func sexesHaveTheSameAges() {
    let men = Self.sound.map { move($0.age, $0.from, $0.to, $0.probability, sex: .male) }
    #expect(faults(Self.sound + men) == [])
    #expect(faults(Self.sound + men.dropLast(4)) == [.missingAge(transition: 32, age: 64)])
    #expect(faults(Self.sound + men.dropFirst(4)) == [.missingAge(transition: 20, age: 60)])
  }

  @Test func twoStatesHaveNoGapBetweenTheirAges() {
    #expect(changed { $0.remove(at: 8) } == [.missingTransition(transition: 4, age: 62)])
  }

  @Test func twoStatesMayBeApartAtOuterAges() throws {
    let kept = Self.sound.filter { $0.from != 1 || $0.to != 0 || (61...62).contains($0.age) }
    let table = try TransitionTable(states: ["healthy", "disabled", "dead"], transitions: kept)
    #expect(Array(table.probabilities(.female, 60, from: 1)) == [0, 0.85, 0.15])
  }

  @Test func peopleInAStateHaveAWayOn() {
    // Nobody is disabled at 60, so that nothing need be said of it.
    #expect(changed { $0.removeAll { $0.age == 60 && $0.from == 1 } } == [])
    // At 64 those disabled at 63 still are.
    let found = changed { $0.removeAll { $0.age == 64 && $0.from == 1 } }
    #expect(found == [.noWayOn(transition: 12, state: 1, age: 64)])
    // Staying alone says enough.
    #expect(
      changed {
        $0.removeAll { $0.age == 64 && $0.from == 1 }
        $0.append(move(64, 1, 1, 1))
      } == [])
  }

  @Test func everythingWrongIsFoundAtOnce() {
    let found = changed {
      $0[0] = move(60, 0, 1, 2)
      $0[4] = move(61, 0, 1, 0.99)
      $0.append($0[9])
    }
    #expect(found == [.probability(transition: 0), .duplicate(transition: 20), .aboveOne(transition: 5, sum: 1.04)])
  }

  @Test func nobodyBeginsWhereNothingIsSaid() throws {
    let table = try TransitionTable(
      states: ["healthy", "disabled", "dead"], transitions: Self.sound.filter { $0.age > 60 || $0.from != 1 })
    #expect(!table.describes(.female, 60, from: 1) && table.describes(.female, 60, from: 2))
    #expect(throws: MultistateError.notDescribed(state: 1, sex: .female, age: 60)) {
      try table.follow(Cohort(sex: .female, age: 60, persons: [1, 1, 0]))
    }
  }
}
