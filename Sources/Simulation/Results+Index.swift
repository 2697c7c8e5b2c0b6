import Domain
import Formulas
import Targets

/// What an index in an area and a year is made of.
public struct IndexPart: Sendable {
  public let component: CompositeIndex.Component
  /// Of the whole index: that of its dimension times that in its dimension.
  public let share: Double
  /// In its dimension.
  public let shareOfDimension: Double
  public let score: Double?
  /// How much of the total is its due; the parts of an area add up to the total.
  public let contribution: Double?
  /// What the value it scores rests on.
  public let basis: Judgement.Basis
}

extension Results {
  /// The components of an area with their scores by the central member.
  ///
  /// The total is a geometric mean of dimensions that are arithmetic means of scores. Such a mean is the sum of its
  /// parts times what it gains by each (Euler), and so falls into shares: equal ones for the dimensions, and in a
  /// dimension those of weight times score.
  public func indexParts(area: Int, year: Year) -> [IndexPart] {
    let index = plan.city.index
    let isCity = area == areas.cityIndex
    let dimensions = index.dimensions(inCity: isCity)
    let total = value(CompositeIndex.whole, area: area, year: year)
    return dimensions.flatMap { dimension -> [IndexPart] in
      let components = index.components(of: dimension, inCity: isCity)
      let weights = components.map { weight($0, year) }
      let sum = weights.reduce(0, +)
      let mean = value(dimension.name, area: area, year: year)
      return zip(components, weights).map { component, weight in
        let score = value(component.name, area: area, year: year)
        let share = sum > 0 ? weight / sum : 0
        let contribution = total.flatMap { total in
          score.flatMap { score in
            mean.map { $0 > 0 ? total / Double(dimensions.count) * share * score / $0 : 0 }
          }
        }
        return IndexPart(
          component: component, share: share / Double(dimensions.count), shareOfDimension: share, score: score,
          contribution: contribution, basis: basis(of: component, year))
      }
    }
  }

  private func weight(_ component: CompositeIndex.Component, _ year: Year) -> Double {
    plan.parameters.value(component.weighting, in: areas.cityIndex, year).first
  }

  private func basis(of component: CompositeIndex.Component, _ year: Year) -> Judgement.Basis {
    indicators.first { $0.name == component.indicator.name }.map { basis(of: $0, in: year) } ?? .assumed
  }

  /// The share of an area's index that rests on values carried on or set by a path.
  public func assumedShare(area: Int, year: Year) -> Double {
    indexParts(area: area, year: year).filter { $0.basis == .assumed }.reduce(0) { $0 + $1.share }
  }

  /// The total of an area under random weights, trial by trial; empty where it has no value.
  public func indexTrials(area: Int, year: Year) -> [Double] {
    func value(_ parameter: Parameter) -> Double {
      plan.parameters.value(parameter, in: areas.cityIndex, year).first
    }
    let (count, concentration) = (value(CompositeIndex.trials), value(CompositeIndex.concentration))
    let parts = indexParts(area: area, year: year)
    guard count >= 1, concentration > 0, !parts.isEmpty, parts.allSatisfy({ $0.score != nil }) else { return [] }
    let trials = WeightTrials(seed: plan.scenario.seed, count: Int(count), concentration: concentration)
    let dimensions = plan.city.index.dimensions(inCity: area == areas.cityIndex)
    return trials.totals(
      dimensions.map { dimension in
        let own = parts.filter { $0.component.dimension == dimension }
        return (
          dimension.name,
          own.map { WeightTrials.Part(name: $0.component.name, share: $0.shareOfDimension, score: $0.score ?? 0) }
        )
      })
  }
}
