import Domain
import Formulas
import Simulation
import Targets

/// A parameter that two scenarios see differently in an area.
public struct InputDifference: Sendable {
  /// What holds at the end of a year, nil where nothing does.
  public struct Point: Sendable {
    public let year: Year
    public let before: Double?
    public let after: Double?
  }

  public let parameter: Parameter
  public let area: Int
  /// The years that differ, in their order.
  public let points: [Point]
  /// The scenario lines that set the first of them; nil for the dataset.
  public let originBefore: Origin?
  public let originAfter: Origin?

  /// Whether the same two values hold in all the years.
  public var isSteady: Bool {
    points.allSatisfy { $0.before == points[0].before && $0.after == points[0].after }
  }
}

extension InputDifference {
  /// What differs in the inputs, in the order of the model.
  public static func all(of other: Results, against base: Results, to last: Year) -> [InputDifference] {
    InputsBeside(base: base.plan, other: other.plan, last: last).all
  }
}

/// The inputs of two plans for one city.
private struct InputsBeside {
  let base: Plan
  let other: Plan
  let last: Year
  private var areas: Areas { base.city.areas }

  var all: [InputDifference] {
    let (before, after) = (base.inputs, other.inputs)
    let direct = zip(before, after).flatMap { before, after -> [InputDifference] in
      let own = areas.districts.indices.filter { before.districts[$0] != nil || after.districts[$0] != nil }
        .map { difference(before.parameter, $0, before.own(in: $0), after.own(in: $0)) }
      return ([difference(before.parameter, areas.cityIndex, before.city, after.city)] + own).compactMap { $0 }
    }
    return direct + adjustments
  }

  /// Factors and amounts on parameters that go on with an indicator, by path; one without them has one and nothing.
  private var adjustments: [InputDifference] {
    let (own, changed) = (base, other)
    let all = (own.adjustments + changed.adjustments).reduce(into: [Adjustment]()) { all, next in
      if !all.contains(where: { $0.parameter == next.parameter }) { all.append(next) }
    }
    func series(_ plan: Plan, _ part: Parameter, _ neutral: Double?) -> Series? {
      if plan.parameters.position(of: part) != nil { return plan.parameters[part].city }
      guard let neutral else { return nil }
      var series = Series(firstYear: plan.years.lowerBound, count: plan.years.count)
      series.yearEnd = series.yearEnd.map { _ in .uniform(neutral) }
      series.mean = series.yearEnd
      return series
    }
    return all.flatMap { adjustment in
      [adjustment.factor, adjustment.amount].compactMap { part in
        let neutral = adjustment.neutral(part)
        return difference(
          part, areas.cityIndex, series(own, part, neutral), series(changed, part, neutral))
      }
    }
  }

  private func difference(
    _ parameter: Parameter, _ area: Int, _ before: Series?, _ after: Series?
  ) -> InputDifference? {
    func value(_ lanes: Lanes?) -> Double? { lanes.flatMap { $0.isAbsent ? nil : $0.first } }
    let points = (base.years.lowerBound...last).compactMap { year -> InputDifference.Point? in
      let point = InputDifference.Point(
        year: year, before: value(before?.value(in: year)), after: value(after?.value(in: year)))
      let isSame = point.before == point.after && value(before?.mean(in: year)) == value(after?.mean(in: year))
      return isSame ? nil : point
    }
    guard let first = points.first?.year else { return nil }
    return InputDifference(
      parameter: parameter, area: area, points: points, originBefore: before?.origin(in: first),
      originAfter: after?.origin(in: first))
  }
}

extension ResolvedParameter {
  /// What holds in a district by itself: of what the city shares out, only values of its own.
  fileprivate func own(in area: Int) -> Series? { parameter.scope == .split ? districts[area] : series(in: area) }
}

/// A target that one scenario reaches and another does not.
public struct TargetChange: Sendable {
  public let before: Judgement
  public let after: Judgement
}

extension Comparison {
  /// Targets reached now that were not: those judged met or likely.
  public func gained(by other: Int) -> [TargetChange] {
    changes(of: other).filter { $0.after.isReached && !$0.before.isReached }
  }

  /// Targets reached before that are judged missed, unlikely or at risk now.
  public func lost(by other: Int) -> [TargetChange] {
    changes(of: other).filter { $0.before.isReached && $0.after.isFailing }
  }

  /// Targets whose status differs in some scenario, or whose chance does by half a point or more.
  public var movedTargets: [(before: Judgement, after: [Judgement])] {
    let (first, rest) = (base.judgements, others.map(\.judgements))
    return first.indices.compactMap { place in
      let before = first[place]
      guard years.contains(before.target.year) else { return nil }
      let after = rest.map { $0[place] }
      let isMoved = after.contains { after in
        after.status != before.status || abs((after.chance ?? 0) - (before.chance ?? 0)) >= 0.005
      }
      return isMoved ? (before, after) : nil
    }
  }

  private func changes(of other: Int) -> [TargetChange] {
    zip(base.judgements, others[other].judgements).map(TargetChange.init)
      .filter { years.contains($0.before.target.year) }
  }
}
