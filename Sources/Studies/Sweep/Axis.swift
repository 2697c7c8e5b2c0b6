import Domain
import Formulas
import Simulation

/// What a study varies of one parameter.
public struct AxisPart: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// A change of the scenario, of which only the number varies.
    case change(Override, AxisValues)
    /// What the dataset is taken to say.
    case stated(StatedRange)
    /// The number of the world in which a point is computed, from 1 to so many: all that the world draws.
    case world(of: Int)
  }

  /// As it was written; the name of a column.
  public let address: String
  public let kind: Kind

  public init(_ address: String, _ kind: Kind) {
    self.address = address
    self.kind = kind
  }

  /// The levels of a grid; nil where none are told.
  public var levels: [AxisSetting]? {
    switch kind {
    case .change(_, let values): return values.levels.map { $0.map { .number($0) } }
    case .stated(let stated):
      guard let levels = stated.levels else { return [0, 0.5, 1].map { .unit($0) } }
      return (0..<levels).map { .unit((Double($0) + 0.5) / Double(levels)) }
    case .world: return nil
    }
  }

  /// - Parameter isEdge: whether 0 and 1 are values themselves.
  public func setting(at unit: Double, isEdge: Bool) -> AxisSetting {
    switch kind {
    case .change(_, let values): .number(isEdge ? values.value(atEdge: unit) : values.value(at: unit))
    case .stated: .unit(unit)
    case .world(let count): .number(min((unit * Double(count)).rounded(.down) + 1, Double(count)))
    }
  }

  /// The number in its column, in inside units.
  func figure(_ setting: AxisSetting) -> Double {
    switch (setting, kind) {
    case (.number(let number), _): number
    case (.unit(let unit), .stated(let stated)): stated.figure(at: unit)
    case (.unit(let unit), .change(_, let values)): values.value(at: unit)
    case (.unit(let unit), .world): unit
    }
  }

  func lay(_ setting: AxisSetting, on changes: inout [Override], _ given: inout [String: ParameterValues]) {
    switch kind {
    case .change(let override, _): changes.append(override.with(figure(setting)))
    case .stated(let stated):
      if case .unit(let unit) = setting { given[stated.path] = stated.values(at: unit) }
    case .world: break
    }
  }
}

/// Where a part of an axis stands: at a number, or at a coordinate of what is stated.
public enum AxisSetting: Equatable, Sendable {
  case number(Double)
  case unit(Double)
}

/// One dimension of a study.
public struct Axis: Equatable, Sendable {
  /// The address, or the name that a study gives to several.
  public let name: String
  /// What moves along it together.
  public let parts: [AxisPart]
  /// Axes of one group count as one input where a design asks which input matters.
  public let group: String?

  public init(_ name: String, _ parts: [AxisPart], group: String? = nil) {
    self.name = name
    self.parts = parts
    self.group = group
  }

  /// What chance is called among inputs.
  public static let chanceName = "chance"

  /// Chance as an input: in which of so many worlds a point is computed.
  public static func chance(worlds count: Int) -> Axis {
    Axis(chanceName, [AxisPart("world", .world(of: count))])
  }

  /// The levels of a grid, each with the setting of every part; nil where a part has none.
  public var levels: [[AxisSetting]]? {
    let levels = parts.map(\.levels)
    guard let first = levels[0], levels.allSatisfy({ $0?.count == first.count }) else { return nil }
    return first.indices.map { place in levels.compactMap { $0?[place] } }
  }

  /// What it takes alone when everything else stays as it is: its levels, or both ends.
  public var ends: [[AxisSetting]] {
    if let levels, !isStated { return levels }
    return [0, 1].map { settings(at: $0, isEdge: true) }
  }

  private var isStated: Bool { parts.allSatisfy { if case .stated = $0.kind { true } else { false } } }

  func settings(at unit: Double, isEdge: Bool) -> [AxisSetting] {
    parts.map { $0.setting(at: unit, isEdge: isEdge) }
  }
}

extension Override {
  /// The same change with another number.
  public func with(_ value: Double) -> Override {
    let change: Change =
      switch self.change {
      case .standing: .standing(value)
      case .points(let points, let between):
        .points(points.prefix(1).map { Point(from: $0.from, value: value) }, between: between)
      case .multiply(_, let from, let to): .multiply(by: value, from: from, to: to)
      case .add(_, let from, let to): .add(value, from: from, to: to)
      }
    return Override(path: path, district: district, change: change, origin: origin)
  }
}
