import Domain

/// A yearly probability of moving from one state to another.
public struct Transition: Equatable, Sendable {
  public let sex: Sex
  /// Exact age at which the year begins.
  public let age: Int
  /// Indices of states.
  public let from: Int
  public let to: Int
  /// Dimensionless, 0...1.
  public let probability: Double

  public init(sex: Sex, age: Int, from: Int, to: Int, probability: Double) {
    self.sex = sex
    self.age = age
    self.from = from
    self.to = to
    self.probability = probability
  }
}

/// Yearly probabilities of moving between any number of states, by sex and exact age.
///
/// A person of exact age x in state `from` is in state `to` at exact age x + 1
/// with probability p(x, from, to); over `to` they add up to one. A state
/// without a transition to another one of a probability above zero is absorbing, the others are transient.
///
/// Made by ``init(states:transitions:)``. Source: Schoen (1988), *Modeling
/// Multigroup Populations*, on multistate life tables.
public struct TransitionTable: Equatable, Sendable {
  /// Names, in the order of storage.
  public let states: [String]
  /// The states that people can leave, in the order of storage.
  public let transient: [Int]
  let grid: TransitionGrid
  /// Shape `[sex][age][from][to]`, see ``TransitionGrid``.
  let probabilities: [Double]
  /// Whether a transition from the state was given at that sex and age; where
  /// not, nobody is in it. Shape `[sex][age][from]`; true for absorbing states.
  let isGiven: [Bool]
}

extension TransitionTable {
  /// In the order of ``Sex``; one sex or both.
  public var sexes: [Sex] { grid.sexes }

  /// Exact ages at which a year begins. The last year ends at the upper bound plus one.
  public var ages: ClosedRange<Int> { grid.ages }

  /// Whether nobody leaves a state.
  public func isAbsorbing(_ state: Int) -> Bool { !transient.contains(state) }

  /// Probabilities of being in each state a year later, adding up to one.
  ///
  /// The sex, age and state must be those of the table.
  public func probabilities(_ sex: Sex, _ age: Int, from: Int) -> ArraySlice<Double> {
    let row = grid.row(sex, age, from: from)
    return probabilities[row * states.count..<(row + 1) * states.count]
  }

  /// Whether the table says what becomes of people of this sex and age in a state.
  ///
  /// The sex, age and state must be those of the table.
  public func describes(_ sex: Sex, _ age: Int, from: Int) -> Bool {
    isGiven[grid.row(sex, age, from: from)]
  }

  /// Checks that a sex and age are those of the table.
  func check(_ sex: Sex, _ age: Int) throws(MultistateError) {
    guard sexes.contains(sex), ages.contains(age) else { throw .outsideTable(sex: sex, age: age) }
  }
}
