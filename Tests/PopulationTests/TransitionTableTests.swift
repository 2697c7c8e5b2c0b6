import Domain
import Population
import RealModule
import TestSupport
import Testing

struct TransitionTableTests {
  private static let states = ["healthy", "disabled", "dead"]

  /// Two years of three states.
  ///
  /// A healthy person of 80 is healthy, disabled, dead at 81 with 0.8, 0.1, 0.1 and at 82 with 0.8 · 0.5 = 0.4,
  /// 0.8 · 0.2 + 0.1 · 0.5 = 0.21, 0.39. Years: healthy ½ (1 + 0.8) + ½ (0.8 + 0.4) = 1.5, disabled
  /// ½ 0.1 + ½ (0.1 + 0.21) = 0.205. A disabled one: 0.2, 0.5, 0.3, then 0.1, 0.29; 0.25 and 1.145 years.
  private func worked() throws -> TransitionTable {
    func move(_ age: Int, _ from: Int, _ to: Int, _ probability: Double) -> Transition {
      Transition(sex: .female, age: age, from: from, to: to, probability: probability)
    }
    return try TransitionTable(
      states: Self.states,
      transitions: [
        move(81, 0, 1, 0.2), move(81, 0, 2, 0.3), move(81, 1, 2, 0.5),
        move(80, 0, 1, 0.1), move(80, 0, 2, 0.1), move(80, 1, 0, 0.2), move(80, 1, 2, 0.3), move(80, 1, 1, 0.5),
      ])
  }

  @Test func workedExampleOfTwoYears() throws {
    let table = try worked()
    #expect(table.transient == [0, 1] && table.isAbsorbing(2))
    #expect(table.ages == 80...81 && table.sexes == [.female])
    let years = try table.expectancies(.female)
    #expect(largestDifference(Array(years.years(at: 80, from: 0)), [1.5, 0.205, 0]) < 1e-15)
    #expect(largestDifference(Array(years.years(at: 80, from: 1)), [0.25, 1.145, 0]) < 1e-15)
    #expect(largestDifference(Array(years.years(at: 81, from: 1)), [0, 0.75, 0]) < 1e-15)
    let cohort = Cohort(sex: .female, age: 80, persons: [100, 50, 0])
    let path = try table.follow(cohort)
    #expect(path.map(\.age) == [80, 81, 82])
    #expect(largestDifference(path[1].persons, [90, 35, 25]) < 1e-12)
    #expect(largestDifference(path[2].persons, [45, 35.5, 69.5]) < 1e-12)
    let mean = try #require(table.average(years, over: cohort))
    #expect(largestDifference(mean, [3.25 / 3, 1.555 / 3, 0]) < 1e-15)
  }

  @Test func theDeadDoNotCountInTheAverage() throws {
    let table = try worked()
    let years = try table.expectancies(.female)
    let some = table.average(years, over: Cohort(sex: .female, age: 80, persons: [1, 0, 9]))
    #expect(some == Array(years.years(at: 80, from: 0)))
    #expect(table.average(years, over: Cohort(sex: .female, age: 80, persons: [0, 0, 9])) == nil)
  }

  @Test func cohortIsFollowedForTheYearsAskedFor() throws {
    let table = try worked()
    let cohort = Cohort(sex: .female, age: 80, persons: [1, 0, 0])
    for (years, found) in [(0, 1), (1, 2), (2, 3), (90, 3)] {
      #expect(try table.follow(cohort, years: years).count == found, "\(years)")
    }
  }

  /// Σ over n years of ½ (r^t + r^(t + 1)), the years of what falls by the factor r a year.
  private func trapezoid(_ r: Double, _ n: Int) -> Double {
    0.5 * (1 + r) * (1 - Double.pow(r, n)) / (1 - r)
  }

  @Test func constantMortalityGivesAGeometricSum() throws {
    for q in [0.001, 0.01, 0.3, 1] {
      let table = try MultistateCase.constant(states: ["alive", "dead"], ages: 0...109, [(0, 1, q)]).table
      let years = try table.expectancies(.female)
      for age in [0, 60, 109] {
        let alive = try #require(years.years(at: age, from: 0).first)
        #expect(abs(alive / trapezoid(1 - q, 110 - age) - 1) < 1e-12, "q \(q), age \(age)")
      }
    }
  }

  /// With λ = 1 − a − b, a person in 0 is there t years later with b/(a + b) + a/(a + b) λ^t.
  @Test func twoStatesWithoutDeathFollowTheirEigenvalue() throws {
    let (a, b, n) = (0.07, 0.19, 60)
    let table = try MultistateCase.constant(states: ["in", "out"], ages: 20...79, [(0, 1, a), (1, 0, b)]).table
    let years = Array(try table.expectancies(.female).years(at: 20, from: 0))
    let resting = b / (a + b) * Double(n)
    let fading = a / (a + b) * trapezoid(1 - a - b, n)
    #expect(largestRelativeDifference(years, [resting + fading, Double(n) - resting - fading]) < 1e-12)
  }

  /// Without recovery, the ill after t years are i (s^t − r^t)/(s − r) of the healthy, with s and r who stay.
  @Test func illnessAndDeathWithoutRecovery() throws {
    let (i, m, d, n) = (0.05, 0.02, 0.11, 41)
    let table = try MultistateCase.constant(
      states: ["healthy", "ill", "dead"], ages: 60...100, [(0, 1, i), (0, 2, m), (1, 2, d)]
    ).table
    let years = try table.expectancies(.female)
    let (s, r) = (1 - i - m, 1 - d)
    let ill = i / (s - r) * (trapezoid(s, n) - trapezoid(r, n))
    #expect(largestDifference(Array(years.years(at: 60, from: 0)), [trapezoid(s, n), ill, 0]) < 1e-12)
    #expect(largestDifference(Array(years.years(at: 60, from: 1)), [0, trapezoid(r, n), 0]) < 1e-12)
    let last = try #require(try table.follow(Cohort(sex: .female, age: 60, persons: [1000, 0, 0])).last)
    let survivors = [1000 * Double.pow(s, n), 1000 * i * (Double.pow(s, n) - Double.pow(r, n)) / (s - r)]
    #expect(largestRelativeDifference(Array(last.persons.prefix(2)), survivors) < 1e-12)
  }

  @Test func randomTablesAgreeWithAPlainReference() throws {
    for seed in 0..<200 {
      var dice = SplitMix(seed: UInt64(seed))
      let example = try MultistateCase.random(&dice)
      let table = example.table
      for sex in table.sexes {
        let years = try table.expectancies(sex)
        for age in table.ages {
          for from in table.transient {
            let reference = example.plainYears(sex, age, from: from)
            let found = Array(years.years(at: age, from: from))
            let off = table.transient.map { abs(found[$0] - reference[$0]) }.max() ?? 0
            #expect(off < 1e-12 * Double(table.ages.count), "seed \(seed), age \(age), from \(from)")
          }
        }
        let persons = example.states.map { _ in Double.random(in: 0...1000, using: &dice) }
        let age = Int.random(in: table.ages, using: &dice)
        var reference = persons
        for cohort in try table.follow(Cohort(sex: sex, age: age, persons: persons)) {
          #expect(largestDifference(cohort.persons, reference) < 1e-12 * 6000, "seed \(seed), age \(cohort.age)")
          let (found, expected) = (cohort.persons.reduce(0, +), persons.reduce(0, +))
          #expect(abs(found - expected) <= 1e-12 * expected, "seed \(seed), age \(cohort.age)")
          if table.ages.contains(cohort.age) { reference = example.plainStep(reference, sex, cohort.age) }
        }
      }
    }
  }

  @Test func rowsOfRandomTablesAddUpToOne() throws {
    for seed in 0..<100 {
      var dice = SplitMix(seed: UInt64(1000 + seed))
      let table = try MultistateCase.random(&dice).table
      for sex in table.sexes {
        for age in table.ages {
          for from in table.states.indices {
            let row = table.probabilities(sex, age, from: from)
            #expect(abs(row.reduce(0, +) - 1) < 1e-15 && row.allSatisfy { $0 >= 0 }, "seed \(seed)")
            if table.isAbsorbing(from) { #expect(row[row.startIndex + from] == 1, "seed \(seed)") }
          }
        }
      }
    }
  }

  /// Years in all states and the years after death make up the whole time.
  @Test func yearsOfImmortalsFillTheTime() throws {
    let table = try MultistateCase.constant(
      states: ["a", "b", "c"], ages: 30...59, [(0, 1, 0.3), (1, 2, 0.6), (2, 0, 1)]
    ).table
    let years = try table.expectancies(.female)
    for age in table.ages {
      for from in 0..<3 {
        #expect(abs(years.years(at: age, from: from).reduce(0, +) - Double(60 - age)) < 1e-12)
      }
    }
  }

  @Test func whatATableDoesNotHoldIsReported() throws {
    let table = try worked()
    #expect(throws: MultistateError.outsideTable(sex: .male, age: 80)) { try table.expectancies(.male) }
    #expect(throws: MultistateError.outsideTable(sex: .female, age: 82)) {
      try table.advance(Cohort(sex: .female, age: 82, persons: [1, 0, 0]))
    }
    #expect(throws: MultistateError.shape(expected: 3, found: 2)) {
      try table.advance(Cohort(sex: .female, age: 80, persons: [1, 0]))
    }
    #expect(throws: MultistateError.persons(state: 1, found: -2)) {
      try table.follow(Cohort(sex: .female, age: 80, persons: [1, -2, 0]))
    }
    #expect(throws: MultistateError.self) { try table.advance(Cohort(sex: .female, age: 80, persons: [.nan, 0, 0])) }
    #expect(throws: MultistateError.self) {
      try table.follow(Cohort(sex: .female, age: 80, persons: [1e308, 1e308, 0]))
    }
  }
}
