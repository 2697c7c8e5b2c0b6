import Domain

/// Parameters that go on with an indicator after their last date.
///
/// Such a parameter becomes an indicator of its own: its value where one is given,
/// else last year's, grown as the other indicator of the city grew.
public struct Indexation: Sendable {
  /// The model's indicators, reading the indexed parameters as indicators, and these.
  public let indicators: [Indicator]

  /// What the names of such indicators begin with.
  public static let prefix = "indexed."

  /// - Parameters:
  ///   - followed: the indicator each parameter follows.
  ///   - adjustments: of those among them that a scenario multiplies or adds to.
  ///   - partYears: of those, or of what an adjustment acts on, that a scenario changes within a year.
  /// - Throws: ``ResolutionError/indexOutsideFormulas(path:index:)`` for a parameter no formula reads for the whole
  ///   city, ``ResolutionError/indexCycle(paths:)`` when an indicator would follow itself.
  public init(
    _ indicators: [Indicator], following followed: [(Parameter, Indicator)], adjustedBy adjustments: [Adjustment] = [],
    cutBy partYears: [PartYear] = []
  ) throws(ResolutionError) {
    let readings = Readings(of: indicators)
    var added: [Indicator] = []
    var standIns: [String: (level: Indicator, mean: Indicator)] = [:]
    for (parameter, index) in followed {
      guard readings.all.contains(parameter.path), parameter.scope == .city else {
        throw .indexOutsideFormulas(path: parameter.path, index: index.name)
      }
      let growth = Formula.indicator(index) / .lastYear(.indicator(index))
      let adjustment = adjustments.first { $0.parameter == parameter }
      let level = Indexation.levels(parameter, growth, adjustment)
      let mean = Indexation.means(parameter, level, growth, adjustment, partYears)
      standIns[parameter.path] = (level[0], mean[0])
      added += readings.ofMeans.contains(parameter.path) ? level + mean : level
    }
    let result =
      indicators.map { indicator in
        indicator.with(
          indicator.formula.replacing { part in
            guard case .parameter(let parameter, let reading) = part.leaf, let standIn = standIns[parameter.path]
            else { return nil }
            return .indicator(reading == .meanOverYear ? standIn.mean : standIn.level)
          })
      } + added
    if let circle = Indicator.circle(in: result) { throw .indexCycle(paths: circle) }
    self.indicators = result
  }

  /// Paths of the parameters that indicators read.
  private struct Readings {
    private(set) var all: Set<String> = []
    /// Those read as a mean over the year.
    private(set) var ofMeans: Set<String> = []

    init(of indicators: [Indicator]) {
      for indicator in indicators {
        indicator.formula.eachLeaf { leaf in
          guard case .parameter(let parameter, let reading) = leaf else { return }
          all.insert(parameter.path)
          if reading == .meanOverYear { ofMeans.insert(parameter.path) }
        }
      }
    }
  }

  /// The parameter's value while it has one, then last year's, grown; where a scenario adjusts it, the adjusted value
  /// and, behind it, the one that is carried on.
  private static func levels(_ parameter: Parameter, _ growth: Formula, _ adjustment: Adjustment?) -> [Indicator] {
    func carried(_ parameter: Parameter) -> Indicator {
      step(parameter, "", .present(.parameter(parameter), else: .lastYear(.itself) * growth))
    }
    guard let adjustment else { return [carried(parameter)] }
    let given = carried(adjustment.given)
    let adjusted = Formula.indicator(given) * .parameter(adjustment.factor) + .parameter(adjustment.amount)
    return [step(parameter, "", adjusted), given]
  }

  /// The same as means over the year. What is carried on has no steps, so its mean is its level, but for the year in
  /// which a scenario gives it a new value on some day.
  private static func means(
    _ parameter: Parameter, _ levels: [Indicator], _ growth: Formula, _ adjustment: Adjustment?,
    _ partYears: [PartYear]
  ) -> [Indicator] {
    func carried(_ parameter: Parameter, _ level: Indicator) -> Indicator {
      var beyond = Formula.indicator(level)
      if let part = partYears.first(where: { $0.parameter == parameter }) {
        let before = Formula.lastYear(.indicator(level)) * growth
        beyond = .present(.parameter(part.share) * before + .parameter(part.sum), else: beyond)
      }
      return step(parameter, ".mean", .present(.meanOverYear(parameter), else: beyond))
    }
    guard let adjustment else { return [carried(parameter, levels[0])] }
    let given = carried(adjustment.given, levels[1])
    let adjusted = Formula.indicator(given) * .meanOverYear(adjustment.factor) + .meanOverYear(adjustment.amount)
    return [step(adjustment.parameter, ".mean", adjusted), given]
  }

  private static func step(_ parameter: Parameter, _ suffix: String, _ formula: Formula) -> Indicator {
    Indicator(
      "\(prefix)\(parameter.path)\(suffix)", parameter.unit, zh: parameter.path, en: parameter.path, .uniform,
      observation: .compares, isPublished: false, formula: formula)
  }
}
