import Domain
import NumericCore
import Population

/// What is counted of the ability levels by fixed weights: one dense row of weights a count.
enum AbilityWeights {
  static let rows = 4

  /// Rows: people with dementia; those of them moderately disabled or worse; how many would be disabled under the
  /// other reading, by its prevalence over this one's in the city; and the disabled aged 80 and over. Cells are `[sex][age − 60][level]`.
  static func sums(_ dementia: DementiaLaw, _ law: AbilityLaw, otherReading: AbilityLaw, city: Int) -> WeightedSums {
    let levels = Ability.allCases
    let isDisabled = levels.map { $0 >= .moderate }
    var other: [Double] = []
    var old: [Double] = []
    for sex in Sex.allCases {
      for age in AbilityLaw.ages {
        func disabled(_ law: AbilityLaw) -> Double {
          law.shares(sex, age, area: city)[Ability.moderate.rawValue...].reduce(0, +)
        }
        let ratio = disabled(otherReading) / disabled(law)
        other += isDisabled.map { $0 ? ratio : 0 }
        old += isDisabled.map { $0 && age >= 80 ? 1 : 0 }
      }
    }
    let disabledOnly = dementia.shares.enumerated().map { isDisabled[$0 % levels.count] ? $1 : 0 }
    return WeightedSums(
      weights: dementia.shares + disabledOnly + other + old, rows: rows, cells: dementia.shares.count,
      grain: levels.count)
  }
}
