import Domain

/// People of one sex and exact age by state.
public struct Cohort: Equatable, Sendable {
  public let sex: Sex
  /// Exact age, years.
  public let age: Int
  /// Persons by state, in the order of the table.
  public let persons: [Double]

  public init(sex: Sex, age: Int, persons: [Double]) {
    self.sex = sex
    self.age = age
    self.persons = persons
  }
}

extension TransitionTable {
  /// Carries a cohort on by one year, n(x + 1, to) = Σ n(x, from) p(x, from, to).
  ///
  /// - Parameter cohort: of a sex and age of the table, so that it ends at most
  ///   at the age after the last one.
  /// - Throws: ``MultistateError/outsideTable(sex:age:)``, ``MultistateError/shape(expected:found:)``,
  ///   ``MultistateError/persons(state:found:)``, ``MultistateError/notDescribed(state:sex:age:)``.
  /// - Complexity: O(states²).
  public func advance(_ cohort: Cohort) throws(MultistateError) -> Cohort {
    try check(cohort)
    var next = Array(repeating: 0.0, count: states.count)
    for (from, persons) in cohort.persons.enumerated() where persons > 0 {
      for (to, probability) in zip(next.indices, probabilities(cohort.sex, cohort.age, from: from)) {
        next[to] += persons * probability
      }
    }
    return Cohort(sex: cohort.sex, age: cohort.age + 1, persons: next)
  }

  /// Follows a cohort year by year, the start first, to the age after the table's last or for fewer years.
  ///
  /// Persons over all states, the absorbing ones included, stay those of the
  /// start to 1e-9 of their number.
  ///
  /// - Parameter years: at most so many; nil for all.
  /// - Throws: as ``advance(_:)``, and ``MultistateError/unbalanced(sex:age:expected:found:)``.
  public func follow(_ cohort: Cohort, years: Int? = nil) throws(MultistateError) -> [Cohort] {
    try check(cohort)
    let expected = cohort.persons.reduce(0, +)
    var path = [cohort]
    var last = cohort
    while last.age <= ages.upperBound, last.age - cohort.age < years ?? .max {
      last = try advance(last)
      let found = last.persons.reduce(0, +)
      guard abs(found - expected) <= accountingTolerance * expected else {
        throw .unbalanced(sex: last.sex, age: last.age, expected: expected, found: found)
      }
      path.append(last)
    }
    return path
  }

  private func check(_ cohort: Cohort) throws(MultistateError) {
    try check(cohort.sex, cohort.age)
    guard cohort.persons.count == states.count else {
      throw .shape(expected: states.count, found: cohort.persons.count)
    }
    for (state, persons) in cohort.persons.enumerated() {
      guard persons >= 0, persons.isFinite else { throw .persons(state: state, found: persons) }
      guard persons == 0 || describes(cohort.sex, cohort.age, from: state) else {
        throw .notDescribed(state: state, sex: cohort.sex, age: cohort.age)
      }
    }
  }
}
