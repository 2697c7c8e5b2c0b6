import Domain
import Formulas
import Simulation
import Targets

/// What is kept of a scenario that is held against another: levels and differences where they are shown, inputs that
/// differ, targets.
public struct OtherScenario: Sendable {
  /// A level and its difference.
  public struct Entry: Sendable {
    public let level: Double
    public let difference: PairedDifference
  }

  /// How much of the index rests on what is assumed, and on which components.
  public struct IndexBasis: Sendable {
    public let share: Double
    public let assumed: [CompositeIndex.Component]
  }

  private struct Place: Hashable {
    let area: Int
    let year: Year
  }

  /// Where an entry stands: nowhere, the same as another's, or among those that differ.
  private static let none: Int32 = -2
  private static let same: Int32 = -1

  public let name: String
  public let inputs: [InputDifference]
  public let judgements: [Judgement]
  private let indexOf: [String: Int]
  private let placeOf: [Place: Int]
  /// Shape `[indicator][place]`.
  private var entries: [Int32] = []
  private var differing: [Entry] = []
  private var indexBases: [Place: IndexBasis] = [:]

  init(_ other: Results, against comparison: Comparison) {
    let base = comparison.base
    name = other.plan.scenario.name
    inputs = InputDifference.all(of: other, against: base, to: comparison.years.upperBound)
    judgements = other.judgements
    indexOf = Dictionary(base.indicators.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let places = comparison.areas.flatMap { area in comparison.shown.map { Place(area: area, year: $0) } }
    placeOf = Dictionary(places.enumerated().map { ($1, $0) }) { first, _ in first }
    entries.reserveCapacity(base.indicators.count * places.count)
    for indicator in base.indicators {
      for place in places {
        entries.append(keep(indicator.name, place, of: other, against: base))
      }
    }
    for place in places {
      let parts = other.indexParts(area: place.area, year: place.year).filter { $0.basis == .assumed }
      indexBases[place] = IndexBasis(
        share: other.assumedShare(area: place.area, year: place.year), assumed: parts.map(\.component))
    }
  }

  private mutating func keep(_ name: String, _ place: Place, of other: Results, against base: Results) -> Int32 {
    guard
      let difference = PairedDifference(name, area: place.area, year: place.year, of: other, against: base),
      let level = other.value(name, area: place.area, year: place.year)
    else { return OtherScenario.none }
    if !difference.isSome, level == base.value(name, area: place.area, year: place.year) { return OtherScenario.same }
    differing.append(Entry(level: level, difference: difference))
    return Int32(differing.count - 1)
  }

  /// The entry of an indicator; nil where a side has no value, or nothing is kept.
  func entry(_ indicator: String, area: Int, year: Year, against base: Results) -> Entry? {
    guard let row = indexOf[indicator], let column = placeOf[Place(area: area, year: year)] else { return nil }
    let found = entries[row * placeOf.count + column]
    if found >= 0 { return differing[Int(found)] }
    guard found == OtherScenario.same, let level = base.value(indicator, area: area, year: year) else { return nil }
    let isDrawn = base.members(indicator, area: area, year: year) != nil
    let none = isDrawn ? 0.0 : nil
    return Entry(
      level: level,
      difference: PairedDifference(
        central: 0, statistics: isDrawn ? Statistics(certain: 0) : nil, larger: none, smaller: none))
  }

  public func indexBasis(area: Int, year: Year) -> IndexBasis? { indexBases[Place(area: area, year: year)] }
}

extension Comparison {
  /// The level of a scenario and its difference; nil where either has no value.
  ///
  /// - Parameter other: among ``others``; its members and the base's must have been kept.
  public func entry(_ indicator: String, area: Int, year: Year, of other: Int) -> OtherScenario.Entry? {
    others[other].entry(indicator, area: area, year: year, against: base)
  }

  /// The difference of an indicator in an area and a year; nil where either has no value.
  public func difference(_ indicator: String, area: Int, year: Year, of other: Int) -> PairedDifference? {
    entry(indicator, area: area, year: year, of: other)?.difference
  }

  /// What differs in the inputs, in the order of the model.
  public func inputs(of other: Int) -> [InputDifference] { others[other].inputs }
}
