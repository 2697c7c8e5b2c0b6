import Domain
import Formulas
import NumericCore

/// The share of people with dementia at each ability level, by sex and age.
///
/// Relative odds by level are scaled in every cell so that the levels of the base
/// year add up to the prevalence of that age and sex; no level passes its cap.
package struct DementiaLaw: Sendable {
  /// Shape `[sex][age − 60][level]`.
  let shares: [LaneVector]

  init(_ odds: AbilityOdds, parameters: ResolvedTable, schedules: ScheduleTable, areas: Areas, baseYear: Year) {
    let curve = schedules[Care.dementiaCurve]
    func value(_ parameter: Parameter) -> LaneVector {
      parameters.value(parameter, in: areas.cityIndex, baseYear).vector
    }
    let relative = Ability.allCases.map { value(Care.dementiaOdds[$0] ?? Care.dementiaScale) }
    let (scale, cap, levelCap) = (value(Care.dementiaScale), value(Care.dementiaCap), value(Care.dementiaLevelCap))
    shares = Sex.allCases.flatMap { sex in
      AbilityLaw.ages.flatMap { age in
        let levels = odds.shares(sex, age)
        return DementiaLaw.spread(
          (curve[Age(age), sex] * scale).capped(at: cap), over: levels.indices.map { levels[$0] }, relative: relative,
          cap: levelCap)
      }
    }
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
