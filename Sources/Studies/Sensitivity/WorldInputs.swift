import Domain
import Formulas
import Simulation
import Uncertainty

/// What the worlds of a run differ by, each cause under one name, inputs that go together as one.
public struct WorldInputs: Sendable {
  /// What a name stands for.
  public enum Subject: Equatable, Sendable {
    /// An input that is drawn once a world, or held, by path.
    case input(String)
    /// Inputs that one cause moves.
    case group(String, paths: [String])
    /// The error of a published figure, by indicator.
    case figure(String)
    /// The ages of the base year's people.
    case people(PopulationKind)
    /// What wanders from year to year, by the path it moves: chance.
    case process(String)

    /// The parameters that are drawn with it; none of what is no input.
    public var paths: [String] {
      switch self {
      case .input(let path): [path]
      case .group(_, let paths): paths
      case .figure, .people, .process: []
      }
    }

    /// The name of what drew a number by itself.
    public static func name(of origin: WorldCause.Origin) -> String {
      switch origin {
      case .input(let path): Subject.input(path).name
      case .group(let name): Subject.group(name, paths: []).name
      case .figure(let name): Subject.figure(name).name
      case .people(let kind): Subject.people(kind).name
      case .process(let path): Subject.process(path).name
      }
    }

    /// As it stands in tables; the kind before all but a plain input.
    public var name: String {
      switch self {
      case .input(let path): path
      case .group(let name, _): "group:\(name)"
      case .figure(let name): "figure:\(name)"
      case .people(let kind): "people:\(kind.rawValue)"
      case .process(let path): "process:\(path)"
      }
    }
  }

  /// What the errors of a population's ages are called.
  public static func label(ofErrorsIn kind: PopulationKind) -> Label {
    Label(zh: "基年\(kind.label.zh)人口的年龄误差", en: "errors of the ages of \(kind.label.en) people in the base year")
  }

  public struct Input: Sendable {
    public let subject: Subject
    public let cause: Cause
  }

  public let inputs: [Input]

  /// - Parameter year: up to which processes count.
  /// - Returns: nil for a run without worlds.
  public init?(_ results: Results, year: Year) {
    guard let causes = WorldCauses(results)?.until(year) else { return nil }
    let groups = results.plan.city.ranges?.groups ?? []
    var grouped: [String: [[Double]]] = [:]
    var paths: [String: [String]] = [:]
    var result: [Input] = []
    /// What is left of an input once its group is known goes with the group.
    func group(of path: String) -> String? { groups.first { $0.members.contains { $0.path == path } }?.name }
    for cause in causes {
      switch cause.origin {
      case .group(let name): grouped[name, default: []] += cause.columns
      case .input(let path):
        if let name = group(of: path) {
          grouped[name, default: []] += cause.columns
          paths[name, default: []].append(path)
        } else {
          result.append(Input(subject: .input(path), cause: Cause(columns: cause.columns, isChance: false)))
        }
      case .figure(let name):
        result.append(Input(subject: .figure(name), cause: Cause(columns: cause.columns, isChance: false)))
      case .people(let kind):
        result.append(Input(subject: .people(kind), cause: Cause(columns: cause.columns, isChance: false)))
      case .process(let path):
        result.append(Input(subject: .process(path), cause: Cause(columns: cause.columns, isChance: true)))
      }
    }
    let together = groups.compactMap { group -> Input? in
      guard let columns = grouped[group.name] else { return nil }
      return Input(
        subject: .group(group.name, paths: paths[group.name] ?? []), cause: Cause(columns: columns, isChance: false))
    }
    inputs = together + result
  }

  /// Which of them an outcome of the same worlds depends on.
  ///
  /// - Parameter outcome: one a world that counts.
  public func sensitivity(of outcome: [Double], precision: Double?) -> Sensitivity? {
    Sensitivity(worlds: outcome, inputs.map { ($0.subject.name, $0.cause) }, precision: precision)
  }
}
