import Domain

/// Years that people of one sex can expect to live in each state.
public struct Expectancies: Equatable, Sendable {
  public let sex: Sex
  public let ages: ClosedRange<Int>
  let states: Int
  /// Shape `[age][from][state]`, `state` varying fastest; zero where `from` or `state` is absorbing.
  let years: [Double]

  /// Years lived in each state from an exact age on by a person then in `from`; zero in absorbing states.
  public func years(at age: Int, from: Int) -> ArraySlice<Double> {
    precondition(ages.contains(age) && (0..<states).contains(from), "an age or state outside the table")
    let start = ((age - ages.lowerBound) * states + from) * states
    return years[start..<start + states]
  }
}

extension TransitionTable {
  /// Expected years lived in each transient state from every exact age to the age after the last.
  ///
  /// Moves are spread evenly over the year, so that the years lived in a state
  /// between two birthdays are the mean of the probabilities of being in it on
  /// both: e(x) = ½ (I + P(x)) + P(x) e(x + 1), and zero after the last year.
  /// Nothing is added for the time after it.
  ///
  /// - Throws: ``MultistateError/outsideTable(sex:age:)`` for a sex that the table does not have.
  /// - Complexity: O(ages · states³).
  ///
  /// Source: Schoen (1988), *Modeling Multigroup Populations*, on the linear method.
  public func expectancies(_ sex: Sex) throws(MultistateError) -> Expectancies {
    try check(sex, ages.lowerBound)
    let size = states.count
    var years = Array(repeating: 0.0, count: (ages.count + 1) * size * size)
    for age in ages.reversed() {
      let here = (age - ages.lowerBound) * size * size
      let later = here + size * size
      for from in transient {
        let row = here + from * size
        years[row + from] = 0.5
        for (to, probability) in zip(0..<size, probabilities(sex, age, from: from)) where probability > 0 {
          guard !isAbsorbing(to) else { continue }
          years[row + to] += 0.5 * probability
          for state in transient { years[row + state] += probability * years[later + to * size + state] }
        }
      }
    }
    years.removeLast(size * size)
    return Expectancies(sex: sex, ages: ages, states: size, years: years)
  }

  /// Years lived in each state by the average person of a cohort, over those in transient states.
  ///
  /// - Parameter expectancies: those of the cohort's sex.
  /// - Returns: years by state, zero in absorbing ones; nil when nobody is in a transient state.
  public func average(_ expectancies: Expectancies, over cohort: Cohort) -> [Double]? {
    let persons = transient.reduce(0) { $0 + cohort.persons[$1] }
    guard persons > 0 else { return nil }
    var mean = Array(repeating: 0.0, count: states.count)
    for from in transient {
      let share = cohort.persons[from] / persons
      for (state, years) in zip(mean.indices, expectancies.years(at: cohort.age, from: from)) {
        mean[state] += share * years
      }
    }
    return mean
  }
}
