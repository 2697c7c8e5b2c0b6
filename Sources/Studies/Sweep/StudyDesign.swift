import NumericCore
import Uncertainty

/// Which points of the space of its axes a study looks at.
public enum StudyDesign: Equatable, Sendable {
  /// All combinations of the levels.
  case grid
  /// The scenario as it is, then each axis alone at its ends or levels.
  case oneAtATime
  case latinHypercube(points: Int, seed: UInt64)
  /// Independent scrambles of a Sobol' sequence, one after another.
  case sobol(points: Int, replicates: Int, seed: UInt64)
  /// The points from which first- and total-order indices are estimated.
  case saltelli(rows: Int, replicates: Int, seed: UInt64)
  case morris(trajectories: Int, levels: Int, seed: UInt64)
  /// The points from which Shapley effects are estimated.
  ///
  /// The correlation is of the axes' normal scores.
  case shapley(rows: Int, replicates: Int, seed: UInt64, correlation: Matrix)
  /// Points given one by one.
  case table([[Double]])

  /// As many axes as a sequence has dimensions for; Saltelli's design takes two an axis.
  public static let mostAxes = SobolSequence.largestDimensions
}

/// Where a point lies.
enum DesignPoint: Equatable {
  /// The level of each axis.
  case levels([Int])
  /// One axis at one of its ends, all others as they are; nil for the scenario itself.
  case alone((axis: Int, end: Int)?)
  /// Coordinates of the unit cube; at an edge 0 and 1 are values themselves.
  case units([Double], isEdge: Bool)
  case numbers([Double])

  static func == (a: DesignPoint, b: DesignPoint) -> Bool {
    switch (a, b) {
    case (.levels(let a), .levels(let b)): a == b
    case (.alone(let a), .alone(let b)): a?.axis == b?.axis && a?.end == b?.end
    case (.units(let a, let c), .units(let b, let d)): a == b && c == d
    case (.numbers(let a), .numbers(let b)): a == b
    default: false
    }
  }
}

/// The points of a design, each computed from its number.
struct DesignPoints: Sendable {
  private enum Source: Sendable {
    case grid(GridDesign)
    case alone([(axis: Int, end: Int)])
    case fixed(UnitPoints)
    case sobol(ScrambledSobol, points: Int)
    case saltelli(SaltelliDesign)
    case morris(MorrisDesign)
    case shapley(ShapleyDesign)
    case table([[Double]])
  }

  /// Nil where they cannot be counted.
  let count: Int?
  private let source: Source
  /// The input of a design that an axis is: axes of a group share one where the design moves them together.
  private let inputOf: [Int]

  init(_ design: StudyDesign, _ axes: [Axis]) {
    let own = Array(axes.indices)
    let shared = DesignPoints.groups(of: axes)
    switch design {
    case .grid:
      let grid = GridDesign(levels: axes.map { $0.levels?.count ?? 1 })
      (source, count, inputOf) = (.grid(grid), grid.count, own)
    case .oneAtATime:
      let alone = axes.enumerated().flatMap { place, axis in axis.ends.indices.map { (axis: place, end: $0) } }
      (source, count, inputOf) = (.alone(alone), alone.count + 1, own)
    case .latinHypercube(let points, let seed):
      let fixed = Uncertainty.latinHypercube(count: points, dimensions: axes.count, seed: seed)
      (source, count, inputOf) = (.fixed(fixed), points, own)
    case .sobol(let points, let replicates, let seed):
      let scrambles = ScrambledSobol(dimensions: axes.count, seed: seed)
      (source, count, inputOf) = (.sobol(scrambles, points: points), points * replicates, own)
    case .saltelli(let rows, let replicates, let seed):
      let saltelli = SaltelliDesign(
        inputs: axes.count, groups: shared.groups, replicates: replicates, rows: rows, seed: seed)
      (source, count, inputOf) = (.saltelli(saltelli), saltelli.count, own)
    case .morris(let trajectories, let levels, let seed):
      let morris = MorrisDesign(
        inputs: shared.groups.count, levels: levels, trajectories: trajectories, seed: seed)
      (source, count, inputOf) = (.morris(morris), morris.count, shared.inputOf)
    case .shapley(let rows, let replicates, let seed, let correlation):
      guard
        let shapley = try? ShapleyDesign(
          correlation: correlation, groups: shared.groups, replicates: replicates, rows: rows, seed: seed)
      else { preconditionFailure("correlations that cannot be are refused when a study is read") }
      (source, count, inputOf) = (.shapley(shapley), shapley.count, own)
    case .table(let rows): (source, count, inputOf) = (.table(rows), rows.count, own)
    }
  }

  /// Axes by the input they are, and the input of each axis.
  static func groups(of axes: [Axis]) -> (groups: [[Int]], inputOf: [Int]) {
    var groups: [[Int]] = []
    var places: [String: Int] = [:]
    var inputOf: [Int] = []
    for (place, axis) in axes.enumerated() {
      if let group = axis.group, let known = places[group] {
        groups[known].append(place)
        inputOf.append(known)
      } else {
        if let group = axis.group { places[group] = groups.count }
        inputOf.append(groups.count)
        groups.append([place])
      }
    }
    return (groups, inputOf)
  }

  /// What an analysis has to know of it.
  var sampleDesign: SampleDesign {
    switch source {
    case .saltelli(let design): .saltelli(design)
    case .morris(let design): .morris(design)
    case .shapley(let design): .shapley(design.layout)
    case .grid, .alone, .fixed, .sobol, .table: .given
    }
  }

  subscript(index: Int) -> DesignPoint {
    switch source {
    case .grid(let grid): return .levels(grid.levels(ofPoint: index))
    case .alone(let alone): return .alone(index == 0 ? nil : alone[index - 1])
    case .fixed(let points): return .units(points.point(index), isEdge: false)
    case .sobol(let scrambles, let points):
      let units = (0..<scrambles.dimensions).map {
        scrambles.value(replicate: index / points, point: index % points, dimension: $0)
      }
      return .units(units, isEdge: false)
    case .saltelli(let design): return .units(design.point(index), isEdge: false)
    case .shapley(let design): return .units(design.point(index), isEdge: false)
    case .morris(let design):
      let units = design.point(index)
      return .units(inputOf.map { units[$0] }, isEdge: true)
    case .table(let rows): return .numbers(rows[index])
    }
  }
}
