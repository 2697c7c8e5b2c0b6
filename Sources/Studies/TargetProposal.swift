import Domain
import Formulas
import NumericCore
import Simulation
import Targets

/// A target for a later year that goes on from one of the dataset's: where it stands, where it goes, and what is reached
/// with which chance.
public struct TargetProposal: Sendable {
  /// The target it goes on from.
  public let former: Target
  public let indicator: Indicator
  public let year: Year
  /// The newest actual value, or the last projected one known.
  public let standing: (year: Year, value: Double)
  /// The central member's value in the year.
  public let baseline: Double
  /// The value in the year at the pace of the last years known; nil where the run does not go so far back.
  public let trend: Double?
  /// The value in the year at the pace of the better half of districts; nil with fewer than four of which figures of two
  /// years are published.
  public let atBestPace: Double?
  /// The members of each year from the one after what is known to the last.
  let members: [(year: Year, values: [Double])]

  /// Whether more is better.
  public var isFloor: Bool { former.comparator.isFloor }

  /// The value that is reached in a year in a share of the worlds, not rounded.
  public func value(withChance chance: Double, in year: Year) -> Double? {
    guard let values = members.first(where: { $0.year == year })?.values else { return nil }
    let known = values.filter(\.isFinite)
    guard let worst = isFloor ? known.min() : known.max() else { return nil }
    // A world without a value, as a share of no beds, reaches nothing.
    return quantiles(of: values.map { $0.isFinite ? $0 : worst }, at: [isFloor ? 1 - chance : chance])[0]
  }

  /// The share of the worlds that reach a value in the year.
  public func chance(of value: Double) -> Double {
    guard let values = members.last?.values, !values.isEmpty else { return 0 }
    let target = target(value: value, in: year, plan: .empty)
    return Double(values.count { target.isMet(by: $0) }) / Double(values.count)
  }

  /// A value as a plan would print it: the digits of the former target, at most three that count, rounded to the side on
  /// which it is reached more easily.
  public func printed(_ value: Double) -> Double {
    let step = max(2 * former.precision, TargetProposal.powerOfTen(below: abs(value)) / 100)
    let steps = value / step
    // What is a whole number of steps but for rounding error stays.
    let whole = abs(steps - steps.rounded()) < 1e-9 ? steps.rounded() : steps.rounded(isFloor ? .down : .up)
    return step < 1 ? whole / (1 / step).rounded() : whole * step
  }

  private static func powerOfTen(below size: Double) -> Double {
    var power = 1.0
    while size >= 10 * power { power *= 10 }
    return power
  }

  /// Whether what is known meets the former target already.
  public var isMet: Bool { former.isMet(by: standing.value) }

  /// A target of the same indicator.
  public func target(value: Double, in year: Year, plan: Label) -> Target {
    Target(
      id: "\(former.id)_\(year)", indicator: indicator.name, comparator: isFloor ? .atLeast : .atMost, year: year,
      value: value, unit: indicator.unit, zone: former.zone, label: former.label, precision: former.precision,
      nature: former.nature, kind: nil, plan: plan)
  }
}

extension TargetProposal {
  /// From this chance on a target can bind; from the other it can be hoped for.
  static let binding = 0.9
  static let expected = 0.5

  /// How firmly a plan can mean a target that is reached with a chance; nil where it should not stand in one.
  public static func kind(withChance chance: Double) -> Target.Kind? {
    chance >= binding ? .binding : chance >= expected ? .expected : nil
  }
}

extension Results {
  /// How far back a trend is looked for.
  private static let trendYears = 5
  /// Of how many districts figures must be published.
  private static let fewestDistricts = 4

  /// The targets of the dataset that a later plan can go on from: the last of each indicator that worlds say something
  /// of, without rules of the model and what repeats another.
  public func formerTargets(for year: Year) -> [Target] {
    var last: [String: Target] = [:]
    var order: [String] = []
    for target in plan.city.targets where target.plan == nil && [.value, .growing].contains(target.nature) {
      guard let name = target.indicator, target.year < year else { continue }
      if last[name] == nil { order.append(name) }
      if last[name].map({ $0.year <= target.year }) ?? true { last[name] = target }
    }
    return order.compactMap { last[$0] }.filter { target in
      guard let indicator = indicators.first(where: { $0.name == target.indicator }) else { return false }
      return basis(of: indicator, in: year) == .simulated
    }
  }

  /// Proposals for a year; none without worlds.
  ///
  /// - Parameter year: after what is known, and of the run; the members of its targets must have been kept.
  public func proposals(for year: Year) -> [TargetProposal] {
    formerTargets(for: year).compactMap { former in
      guard let indicator = indicators.first(where: { $0.name == former.indicator }),
        let baseline = city(indicator.name, year), let standing = standing(of: indicator.name, before: year)
      else { return nil }
      let members = (plan.knownUntil + 1...year).compactMap { year -> (year: Year, values: [Double])? in
        self.members(indicator.name, area: areas.cityIndex, year: year).map { (year, $0) }
      }
      guard members.last?.year == year else { return nil }
      return TargetProposal(
        former: former, indicator: indicator, year: year, standing: standing, baseline: baseline,
        trend: trend(indicator, standing, to: year), atBestPace: atBestPace(indicator, standing, former, to: year),
        members: members)
    }
  }

  private func trend(_ indicator: Indicator, _ standing: (year: Year, value: Double), to year: Year) -> Double? {
    let start = standing.year - Results.trendYears
    guard let before = city(indicator.name, start) else { return nil }
    return standing.value + (standing.value - before) / Double(Results.trendYears) * Double(year - standing.year)
  }

  /// At the mean yearly change of the better half of the districts of which figures of two years are published.
  private func atBestPace(
    _ indicator: Indicator, _ standing: (year: Year, value: Double), _ former: Target, to year: Year
  ) -> Double? {
    let paces = areas.districts.indices.compactMap { area -> Double? in
      let figures = plan.observations.all.filter {
        $0.indicator == indicator.name && $0.area == area && $0.evidence.isFirm
      }.sorted { $0.year < $1.year }
      guard let first = figures.first, let last = figures.last, first.year < last.year else { return nil }
      return (last.value - first.value) / Double(last.year - first.year)
    }.sorted { former.comparator.isFloor ? $0 > $1 : $0 < $1 }
    guard paces.count >= Results.fewestDistricts, indicator.aggregation != .sum else { return nil }
    let better = paces.prefix((paces.count + 1) / 2)
    return standing.value + better.reduce(0, +) / Double(better.count) * Double(year - standing.year)
  }
}
