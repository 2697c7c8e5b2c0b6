import Care
import Domain
import Fiscal
import Formulas
import Population

/// What moves what: the ways from parameters through kernels, formulas and decisions of the fund to indicators.
///
/// A way is one that a value can take in some year, in the central member or in worlds; how much goes along it is a
/// matter of runs.
public struct Influence: Sendable {
  private enum Node: Hashable {
    /// A parameter by its path, or an indicator by its name; none is both.
    case named(String)
    /// What the kernels of people and of their ability measure.
    case people, ability
    /// How the fund's money is shared out.
    case fund
  }

  private let city: City
  private let model: Model
  /// What follows directly, each once, in the order of the model.
  private let following: [Node: [Node]]
  /// What it directly follows from.
  private let leading: [Node: [Node]]

  public init(_ city: City) {
    self.city = city
    model = city.model
    var edges = Edges()
    for indicator in model.indicators {
      let node = Node.named(indicator.name)
      for path in indicator.formula.parameters.map(\.path) { edges.add(.named(path), node) }
      for name in indicator.formula.mentioned { edges.add(.named(name), node) }
      for measure in indicator.formula.measures {
        edges.add(Kernels(filling: [measure]) == .ability ? .ability : .people, node)
      }
    }
    edges.add(.people, .ability)
    for parameter in Demography.parameters { edges.add(.named(parameter.path), .people) }
    for parameter in Care.abilityParameters { edges.add(.named(parameter.path), .ability) }
    for (path, values) in city.allValues.sorted(by: { $0.key < $1.key }) {
      for followed in values.followed { edges.add(.named(followed), .named(path)) }
    }
    for process in model.processes {
      for (_, coefficient) in process.coefficients {
        edges.add(.named(coefficient.path), .named(process.parameter.path))
      }
    }
    if let fund = model.budget?.fund {
      for parameter in fund.parameters { edges.add(.named(parameter.path), .fund) }
      for name in fund.figureNames { edges.add(.named(name), .fund) }
      for decision in fund.decisions { edges.add(.fund, .named(decision.path)) }
    }
    following = edges.following
    leading = edges.leading
  }

  private struct Edges {
    var following: [Node: [Node]] = [:]
    var leading: [Node: [Node]] = [:]
    private var seen: Set<[Node]> = []

    mutating func add(_ from: Node, _ to: Node) {
      guard from != to, seen.insert([from, to]).inserted else { return }
      following[from, default: []].append(to)
      leading[to, default: []].append(from)
    }
  }
}

extension Influence {
  /// The parameters that move an indicator, those fewest steps away first, else in the order of the model.
  public func parameters(moving indicator: String) -> [(parameter: Parameter, steps: Int)] {
    nearestFirst(model.parameters, named: \.path, from: indicator, along: leading).map { (parameter: $0, steps: $1) }
  }

  /// The published indicators that a parameter moves, those fewest steps away first, else in the order of the model.
  public func indicators(movedBy path: String) -> [(indicator: Indicator, steps: Int)] {
    nearestFirst(model.published, named: \.name, from: path, along: following).map { (indicator: $0, steps: $1) }
  }

  /// Those that can be reached from a name, with how far away they are.
  private func nearestFirst<Named>(
    _ all: [Named], named name: (Named) -> String, from start: String, along edges: [Node: [Node]]
  ) -> [(Named, steps: Int)] {
    let steps = distances(from: .named(start), along: edges)
    let found = all.compactMap { one in steps[.named(name(one))].map { (one, steps: $0) } }
    return found.enumerated().sorted { ($0.element.steps, $0.offset) < ($1.element.steps, $1.offset) }.map(\.element)
  }

  /// How many steps away each node is that can be reached.
  private func distances(from start: Node, along edges: [Node: [Node]]) -> [Node: Int] {
    var result = [start: 0]
    var wave = [start]
    while !wave.isEmpty {
      var next: [Node] = []
      for node in wave {
        for other in edges[node] ?? [] where result[other] == nil {
          result[other] = (result[node] ?? 0) + 1
          next.append(other)
        }
      }
      wave = next
    }
    return result
  }
}
