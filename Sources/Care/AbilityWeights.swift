import Domain
import NumericCore
import Population

/// What is counted of the ability levels by fixed weights: one dense row of weights a count.
struct AbilityWeights: Sendable {
  /// Shape `[row][cell]`, cells being `[sex][age − 60][level]`: people with dementia; those of them moderately disabled
  /// or worse; how many would be disabled under the other reading, by its prevalence over this one's in the city; and
  /// the disabled aged 80 and over.
  let rows: [[LaneVector]]

  init(_ dementia: DementiaLaw, _ odds: AbilityOdds, otherReading: AbilityOdds) {
    let levels = Ability.allCases
    let isDisabled = levels.map { $0 >= .moderate }
    func disabled(_ odds: AbilityOdds, _ sex: Sex, _ age: Int) -> LaneVector {
      let shares = odds.shares(sex, age)
      return (Ability.moderate.rawValue..<levels.count).reduce(.zero) { $0 + shares[$1] }
    }
    var (other, old): ([LaneVector], [LaneVector]) = ([], [])
    for sex in Sex.allCases {
      for age in AbilityLaw.ages {
        let ratio = disabled(otherReading, sex, age) / disabled(odds, sex, age)
        other += isDisabled.map { $0 ? ratio : .zero }
        old += isDisabled.map { $0 && age >= 80 ? .one : .zero }
      }
    }
    let disabledOnly = dementia.shares.enumerated().map { isDisabled[$0 % levels.count] ? $1 : .zero }
    rows = [dementia.shares, disabledOnly, other, old]
  }

  /// The weights of one member, for all.
  func lane(_ lane: Int) -> [[Double]] { rows.map { $0.map { $0[lane] } } }
}
