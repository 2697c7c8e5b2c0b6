import Domain
import Formulas
import NumericCore
import Simulation

/// A point of a study.
public struct StudyPoint: Sendable {
  /// Its number in the design, from 1 on.
  public let id: Int
  /// The number of each column; nil where the point leaves a parameter as it is.
  public let figures: [Double?]
  /// What it comes to for the model.
  public let point: Point
  /// In which world it is computed, where chance is an input; nil else.
  public let world: Int?
  /// The settings of each axis; nil where it stays.
  fileprivate let settings: [[AxisSetting]?]
}

/// The points of a study, each made from its number alone.
public struct StudyPoints: Sendable {
  private let axes: [Axis]
  private let design: DesignPoints
  private let hasNumbers: Bool

  /// Nil where they cannot be counted.
  public var count: Int? { design.count }

  init(_ study: Study) {
    axes = study.axes
    design = DesignPoints(study.design, study.axes)
    if case .table = study.design { hasNumbers = true } else { hasNumbers = false }
  }

  /// - Parameter id: from 1 to the count.
  public subscript(id: Int) -> StudyPoint { made(id, settings(design[id - 1])) }

  /// Points that together change all that any point changes, in the same ways.
  public var forms: [Point] {
    [made(0, axes.map { axis in axis.levels?.first ?? axis.settings(at: 0.5, isEdge: false) }).point]
  }

  private func settings(_ point: DesignPoint) -> [[AxisSetting]?] {
    switch point {
    case .levels(let levels): zip(axes, levels).map { $0.levels?[$1] }
    case .alone(let alone): axes.indices.map { $0 == alone?.axis ? axes[$0].ends[alone?.end ?? 0] : nil }
    case .units(let units, let isEdge): zip(axes, units).map { $0.settings(at: $1, isEdge: isEdge) }
    case .numbers(let numbers): numbers.map { $0.isNaN ? nil : [.number($0)] }
    }
  }

  private func made(_ id: Int, _ settings: [[AxisSetting]?]) -> StudyPoint {
    var changes: [Override] = []
    var given: [String: ParameterValues] = [:]
    var figures: [Double?] = []
    var world: Int?
    for (axis, settings) in zip(axes, settings) {
      for (place, part) in axis.parts.enumerated() {
        figures.append(settings.map { part.figure($0[place]) })
        guard let settings else { continue }
        part.lay(settings[place], on: &changes, &given)
        if case .world = part.kind { world = Int(part.figure(settings[place])) }
      }
    }
    return StudyPoint(
      id: id, figures: figures, point: Point(changes, given: given), world: world, settings: settings)
  }
}

extension StudyPoint {
  /// The point as bytes: the same for the same changes, wherever they were written and whatever number it has.
  public func signature(_ study: Study) -> [UInt8] {
    var text = ""
    for (axis, settings) in zip(study.axes, settings) {
      guard let settings else { continue }
      for (part, setting) in zip(axis.parts, settings) {
        switch part.kind {
        case .change(let override, _): text += override.with(part.figure(setting)).signature
        case .stated(let stated):
          if case .unit(let unit) = setting { text += "stated \(stated.path) \(unit.bitPattern)\n" }
        case .world: text += "world \(Int(part.figure(setting)))\n"
        }
      }
    }
    return [UInt8](text.utf8)
  }
}

extension StudyPoint {
  /// The seed of the worlds in which the point is computed: the scenario's, or one that belongs to the point.
  public func seed(_ study: Study, of scenario: Scenario) -> UInt64 {
    guard case .own = study.worlds else { return scenario.seed }
    let text = "\(scenario.seed) " + String(decoding: signature(study), as: UTF8.self)
    let (low, high) = (stableHash(of: text), stableHash(of: "seed \(text)"))
    // Within what programs for tables take for a whole number.
    return (UInt64(high) << 32 | UInt64(low)) >> 11
  }
}

extension Override {
  /// All of a change but where it was written.
  var signature: String {
    let what: String
    switch change {
    case .standing(let value): what = "standing \(value.bitPattern)"
    case .points(let points, let between):
      let dated = points.map { point in
        let interval = point.interval.map { [$0.probability, $0.low, $0.high].map { "\($0.bitPattern)" } } ?? []
        return ([point.from.description, "\(point.value.bitPattern)"] + interval).joined(separator: " ")
      }
      what = "points \(between?.rawValue ?? "") \(dated.joined(separator: ", "))"
    case .multiply(let factor, let from, let to): what = "multiply \(factor.bitPattern) \(from) \(to ?? 0)"
    case .add(let amount, let from, let to): what = "add \(amount.bitPattern) \(from) \(to ?? 0)"
    }
    return "\(path) \(district ?? "") \(what)\n"
  }
}
