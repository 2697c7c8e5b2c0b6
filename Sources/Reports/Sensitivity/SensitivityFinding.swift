import Domain
import Inputs
import Simulation
import Studies
import Tables
import Uncertainty

/// What one outcome depends on, with what is needed to tell it.
public struct SensitivityFinding: Sendable {
  /// As it was asked for: `INDICATOR@YEAR`, or a column.
  public let outcome: String
  /// Which number of an outcome's members; empty where there is but one.
  public let statistic: String
  /// Nil for a column of a table from elsewhere.
  public let unit: Unit?
  /// What it is when nothing is moved; nil where that is not known.
  public let base: Double?
  /// Nil where too few points say anything, or nothing varies.
  public let sensitivity: Sensitivity?

  public init(_ outcome: String, statistic: String = "", unit: Unit? = nil, base: Double? = nil, _ found: Sensitivity?)
  {
    self.outcome = outcome
    self.statistic = statistic
    self.unit = unit
    self.base = base
    sensitivity = found
  }
}

/// What inputs are called in a report.
public struct InputNames: Sendable {
  private let labels: [String: Label]

  /// Columns of a table from elsewhere have no other names.
  public init() { labels = [:] }

  public init(_ dataset: Dataset) {
    let city = dataset.city
    var labels = city.allValues.mapValues(\.label)
    labels[Axis.chanceName] = Label(zh: "随机（一次模拟所抽的一切）", en: "chance (all that a world draws)")
    for (path, label) in city.allValues.mapValues(\.label) {
      labels[WorldInputs.Subject.process(path).name] = Label(zh: "\(label.zh)（逐年随机）", en: "\(label.en) (by chance)")
    }
    for indicator in city.model.indicators {
      let label = Label(zh: "公布数误差（\(indicator.label.zh)）", en: "error of what was published (\(indicator.label.en))")
      labels[WorldInputs.Subject.figure(indicator.name).name] = label
    }
    for kind in PopulationKind.allCases {
      labels[WorldInputs.Subject.people(kind).name] = WorldInputs.label(ofErrorsIn: kind)
    }
    for group in city.ranges?.groups ?? [] {
      let paths = group.members.map(\.path)
      guard let first = paths.first.flatMap({ labels[$0] }) else { continue }
      labels[WorldInputs.Subject.group(group.name, paths: paths).name] =
        paths.count == 1
        ? first
        : Label(zh: "\(first.zh)等 \(paths.count) 项", en: "\(first.en) and \(paths.count - 1) more together")
    }
    self.labels = labels
  }

  /// The label of an input by its name or address; nil where it has none.
  func label(of name: String) -> Label? { labels[name] ?? labels[String(name.prefix { $0 != "@" })] }
}
