import Domain
import Formulas
import NumericCore
import Population

/// The share of people with dementia at each ability level, by sex and age.
///
/// Relative odds by level are scaled in every cell so that the levels of the base
/// year add up to the prevalence of that age and sex; no level passes its cap.
package struct DementiaLaw: Sendable {
  private let layout: LaneLayout
  /// Shape `[sex][age − 60][level][vector]`.
  private var shares: [LaneVector] = []

  init(_ law: AbilityLaw, parameters: ResolvedTable, schedules: ScheduleTable, areas: Areas, baseYear: Year) {
    layout = law.layout
    let curve = schedules[Care.dementiaCurve]
    func value(_ parameter: Parameter, _ vector: Int) -> LaneVector {
      parameters.value(parameter, in: areas.cityIndex, baseYear).vector(vector)
    }
    for sex in Sex.allCases {
      for age in AbilityLaw.ages {
        var cell = Array(repeating: LaneVector.zero, count: Ability.allCases.count * layout.vectors)
        for vector in 0..<layout.vectors {
          let prevalence = (curve[Age(age), sex] * value(Care.dementiaScale, vector))
            .capped(at: value(Care.dementiaCap, vector))
          let relative = Ability.allCases.map { value(Care.dementiaOdds[$0] ?? Care.dementiaScale, vector) }
          let levels = DementiaLaw.spread(
            prevalence, over: law.cityShares(sex, age, vector: vector), relative: relative,
            cap: value(Care.dementiaLevelCap, vector))
          for (level, share) in levels.enumerated() { cell[level * layout.vectors + vector] = share }
        }
        shares += cell
      }
    }
  }

  /// The share with dementia at a level.
  @inline(__always)
  func share(_ level: Int, _ sex: Sex, _ age: Int, vector: Int) -> LaneVector {
    let cell = sex.rawValue * AbilityLaw.ages.count + age - AbilityLaw.ages.lowerBound
    return shares[(cell * Ability.allCases.count + level) * layout.vectors + vector]
  }

  /// Shares by level in proportion to `relative`, capped, with the weighted mean asked for.
  package static func spread(
    _ mean: LaneVector, over weights: [LaneVector], relative: [LaneVector], cap: LaneVector
  ) -> [LaneVector] {
    var factor = mean / zip(weights, relative).reduce(LaneVector.zero) { $0 + $1.0 * $1.1 }
    // Every pass fixes the levels that reached the cap; there are no more passes than levels.
    for _ in weights {
      var fixed = LaneVector.zero
      var free = LaneVector.zero
      for (weight, relative) in zip(weights, relative) {
        let isCapped = factor * relative .>= cap
        fixed += (weight * cap).replacing(with: 0, where: .!isCapped)
        free += (weight * relative).replacing(with: 0, where: isCapped)
      }
      factor = ((mean - fixed) / free).replacing(with: factor, where: free .<= 0)
    }
    return relative.map { (factor * $0).capped(at: cap) }
  }
}

extension LaneVector {
  func capped(at cap: LaneVector) -> LaneVector { replacing(with: cap, where: self .> cap) }
}
