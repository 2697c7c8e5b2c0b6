import Domain
import Formulas
import Simulation
import Targets

/// Targets of one's own, as a plan file or a plan's table states them.
public struct TargetPlan: Sendable {
  /// A target with what is wanted of it year by year.
  public struct Entry: Equatable, Sendable {
    public let id: String
    /// Nil for what nobody simulates.
    public let indicator: Indicator?
    public let label: Label
    public let unit: Unit
    /// The part of the plan it belongs to: that of a known one by id or label, or a new one; empty for none.
    public let zone: String
    public let kind: Target.Kind?
    public let isGrowing: Bool
    /// In the order of the years.
    public let wishes: [Wish]
    public let source: String
    public let note: String

    public init(
      id: String, indicator: Indicator?, label: Label, unit: Unit, zone: String = "", kind: Target.Kind? = nil,
      isGrowing: Bool = false, wishes: [Wish], source: String = "", note: String = ""
    ) {
      self.id = id
      self.indicator = indicator
      self.label = label
      self.unit = unit
      self.zone = zone
      self.kind = kind
      self.isGrowing = isGrowing
      self.wishes = wishes
      self.source = source
      self.note = note
    }
  }

  /// What is wanted of a year.
  public struct Wish: Equatable, Sendable {
    public let year: Year
    public let comparator: Target.Comparator
    /// In the entry's unit.
    public let value: Double
    /// Half of the last printed digit.
    public let precision: Double

    public init(year: Year, comparator: Target.Comparator, value: Double, precision: Double) {
      self.year = year
      self.comparator = comparator
      self.value = value
      self.precision = precision
    }
  }

  public let name: String
  public let title: Label
  public let entries: [Entry]
  /// What was read; nil for a plan that no file holds yet.
  public let source: InputFile?
  /// What may be a mistake in what was read, and is used all the same.
  public private(set) var warnings: [Diagnostic] = []

  public init(
    name: String, title: Label, entries: [Entry], source: InputFile? = nil, warnings: [Diagnostic] = []
  ) {
    self.name = name
    self.title = title
    self.entries = entries
    self.source = source
    self.warnings = warnings
  }

  /// Reads a plan file, or a table as plan documents print it where the file is one of comma-separated values.
  ///
  /// - Throws: ``InputError`` with everything found wrong.
  public init(path: String, of dataset: Dataset) throws(InputError) {
    self = path.hasSuffix(".csv") ? try PlanTable(path, dataset).plan() : try PlanFile(path, dataset).plan()
  }

  /// The targets it sets a city.
  public func targets(for city: City) -> [Target] {
    entries.flatMap { entry in
      entry.wishes.map { wish in
        Target(
          id: entry.id, indicator: entry.indicator?.name, comparator: wish.comparator, year: wish.year,
          value: wish.value, unit: entry.unit, zone: zone(entry.zone, city), label: entry.label,
          precision: wish.precision, nature: entry.isGrowing ? .growing : .value, kind: entry.kind, plan: title)
      }
    }
  }

  private func zone(_ text: String, _ city: City) -> Target.Zone {
    let known = city.targets.map(\.zone).first { $0.id == text || $0.label == text }
    return known ?? Target.Zone(id: text.isEmpty ? name : text, label: text.isEmpty ? title.zh : text)
  }
}
