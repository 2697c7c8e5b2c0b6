import Domain
import Formulas
import Targets

/// A published value that differs from others by a factor that units explain: 万 for single ones, a month for a year, per
/// cent for a share.
public struct SizeSlip: Equatable, Sendable {
  /// What a published value is held against.
  public enum Reference: Equatable, Sendable {
    case published(Observation)
    case simulated(Double)
    case planned(Double, Year)

    public var value: Double {
      switch self {
      case .published(let other): other.value
      case .simulated(let value): value
      case .planned(let value, _): value
      }
    }
  }

  public let observation: Observation
  /// One of ``factors``.
  public let factor: Double
  /// Whether the value is that many times too large; else it is as many times too small.
  public let isTooLarge: Bool
  public let reference: Reference

  /// What units differ by: months and years, per cent, thousands, 万 and 亿.
  public static let factors: [Double] = [12, 100, 1_000, 10_000, 100_000_000]

  /// Values that differ by no more than this are of one size, whatever happened between them.
  static let ofOneSize = 3.0

  /// How far a difference may be off a factor and still be explained by it: less for the factor that is near to what a
  /// model may be off.
  static func near(_ factor: Double) -> Double { factor == 12 ? 1.5 : 2 }
}

extension Results {
  /// Published values of a wrong size, in their order.
  ///
  /// A value is held against the nearest published before and after it, the model's own and, where the model only carries
  /// values on, what the plan wants. It is one of a wrong size where a factor explains most of these differences and none of
  /// them is of one size with it; of two published values that only differ from each other, the later is named.
  ///
  /// - Parameter observations: not known to the run.
  public func sizeSlips(in observations: Observations) -> [SizeSlip] {
    let bySeries = Dictionary(grouping: observations.all) { Series(indicator: $0.indicator, area: $0.area) }
      .mapValues { $0.sorted { $0.year < $1.year } }
    let found = observations.all.compactMap { observation -> SizeSlip? in
      let series = bySeries[Series(indicator: observation.indicator, area: observation.area)] ?? []
      return slip(of: observation, in: series)
    }
    return found.filter { slip in
      guard case .published(let other) = slip.reference, other.year > slip.observation.year else { return true }
      // The other of the pair says the same of this one.
      return !found.contains { $0.observation == other && $0.reference == .published(slip.observation) }
    }
  }

  private struct Series: Hashable {
    let indicator: String
    let area: Int
  }

  private func slip(of observation: Observation, in series: [Observation]) -> SizeSlip? {
    let size = abs(observation.value)
    guard size > 0 else { return nil }
    let references = references(for: observation, in: series).filter { abs($0.value) > 0 }
    guard !references.contains(where: { ratio(size, $0) <= SizeSlip.ofOneSize }) else { return nil }
    for factor in SizeSlip.factors {
      for isTooLarge in [true, false] {
        let expected = isTooLarge ? size / factor : size * factor
        let explained = references.filter { ratio(expected, $0) <= SizeSlip.near(factor) }
        guard let first = explained.first, 2 * explained.count > references.count else { continue }
        return SizeSlip(observation: observation, factor: factor, isTooLarge: isTooLarge, reference: first)
      }
    }
    return nil
  }

  /// How many times the larger of two sizes is the smaller.
  private func ratio(_ size: Double, _ reference: SizeSlip.Reference) -> Double {
    let other = abs(reference.value)
    return max(size / other, other / size)
  }

  private func references(for observation: Observation, in series: [Observation]) -> [SizeSlip.Reference] {
    let (name, area, year) = (observation.indicator, observation.area, observation.year)
    let before = series.last { $0.year < year }
    let after = series.first { $0.year > year }
    let published = [before, after].compactMap { $0 }.map { SizeSlip.Reference.published($0) }
    guard let indicator = indicators.first(where: { $0.name == name }) else { return published }
    guard indicator.basis == .carried else {
      return published + [value(name, area: area, year: year)].compactMap { $0 }.map { .simulated($0) }
    }
    guard area == areas.cityIndex,
      let target = plan.city.targets.filter({ $0.indicator == name }).min(by: {
        (abs($0.year - year), $0.year) < (abs($1.year - year), $1.year)
      })
    else { return published }
    return published + [.planned(target.value, target.year)]
  }
}

extension City {
  /// The same without anything published, for a run of the model's own.
  public var withoutObservations: City {
    var city = self
    city.observations = Observations([])
    return city
  }
}
