import Domain

/// Parameters that go on with an indicator after their last date.
///
/// Such a parameter becomes an indicator of its own: its value where one is given,
/// else last year's, grown as the other indicator of the city grew.
public struct Indexation: Sendable {
  /// The model's indicators, reading the indexed parameters as indicators, and these.
  public let indicators: [Indicator]

  /// - Parameter followed: the indicator each parameter follows.
  /// - Throws: ``ResolutionError/indexOutsideFormulas(path:index:)`` for a parameter no formula reads for the whole
  ///   city, ``ResolutionError/indexCycle(paths:)`` when an indicator would follow itself.
  public init(_ indicators: [Indicator], following followed: [(Parameter, Indicator)]) throws(ResolutionError) {
    var result = indicators
    for (parameter, index) in followed {
      let isRead = indicators.contains { $0.formula.parameters.contains(parameter) }
      guard isRead, parameter.scope == .city else {
        throw .indexOutsideFormulas(path: parameter.path, index: index.name)
      }
      let growth = Formula.indicator(index) / .lastYear(.indicator(index))
      let ofYear = Formula.meanOverYear(parameter)
      let isMean = result.contains { $0.formula.contains(ofYear) }
      let level = Indexation.indexed(parameter, "", .parameter(parameter), growth)
      let mean = Indexation.indexed(parameter, ".mean", ofYear, growth)
      result = result.map { indicator in
        indicator.with(
          indicator.formula.replacing { part in
            guard part.parameters == [parameter], part.parts.isEmpty else { return nil }
            return .indicator(part == ofYear ? mean : level)
          })
      }
      result += isMean ? [level, mean] : [level]
    }
    if let circle = Indicator.circle(in: result) { throw .indexCycle(paths: circle) }
    self.indicators = result
  }

  /// A reading of the parameter while it has a value, then last year's, grown.
  private static func indexed(
    _ parameter: Parameter, _ suffix: String, _ reading: Formula, _ growth: Formula
  ) -> Indicator {
    Indicator(
      "indexed.\(parameter.path)\(suffix)", parameter.unit, zh: parameter.path, en: parameter.path, .uniform,
      observation: .compares, isPublished: false, formula: .present(reading, else: .lastYear(.itself) * growth))
  }
}
