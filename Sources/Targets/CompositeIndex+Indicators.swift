import Domain
import Formulas

/// The index as parameters and indicators, made from its table.
extension CompositeIndex {
  /// Goalposts and weights, which scenarios may change.
  public var parameters: [Parameter] {
    components.flatMap {
      [$0.lowPost, $0.highPost, $0.weighting] + ($0.ceiling == nil ? [] : [$0.fullPost, $0.tooHighPost])
    }
  }

  /// What the table says of them.
  public var values: [String: ParameterValues] {
    var values: [String: ParameterValues] = [:]
    for component in components {
      func give(_ parameter: Parameter, _ value: DatedValue, _ zh: String, _ en: String) {
        let label = Label(zh: "\(component.label.zh)：\(zh)", en: "\(component.label.en): \(en)")
        values[parameter.path] = ParameterValues(label: label, city: [value], before: .hold)
      }
      give(component.lowPost, component.low, "指数下限", "lower goalpost")
      give(component.highPost, component.high, "指数上限", "upper goalpost")
      give(component.weighting, component.weight, "指数权重", "weight in the index")
      guard let ceiling = component.ceiling else { continue }
      give(component.fullPost, ceiling.full, "指数：由此开始过高", "too high from here on in the index")
      give(component.tooHighPost, ceiling.tooHigh, "指数：过高而不得分", "too high to score in the index")
    }
    return values
  }

  /// The scores, the dimensions and the total; nothing without components.
  public var indicators: [Indicator] {
    guard !components.isEmpty else { return [] }
    let dimensions = dimensions(inCity: true).map(dimension)
    return components.map(\.score) + dimensions + [total]
  }

  /// The weighted mean of the scores.
  private func dimension(_ dimension: Dimension) -> Indicator {
    func mean(inCity isCity: Bool) -> Formula? {
      let components = components(of: dimension, inCity: isCity)
      guard !components.isEmpty else { return nil }
      let weights = components.map { Formula.parameter($0.weighting) }
      let parts = zip(components, weights).map { component, weight in weight * .indicator(component.score) }
      return .total(parts) / .total(weights)
    }
    return indicator(
      dimension.name, Label(zh: "\(dimension.label.zh)指数", en: "\(dimension.label.en) index"),
      inCity: mean(inCity: true) ?? .zero(.ratio), elsewhere: mean(inCity: false))
  }

  /// The index of all dimensions.
  public static let whole = Indicator.Reference(name: "index.total", unit: .ratio)

  /// The geometric mean of the dimensions, so that none can be bought off by another.
  private var total: Indicator {
    func mean(inCity isCity: Bool) -> Formula? {
      let dimensions = dimensions(inCity: isCity)
      guard !dimensions.isEmpty else { return nil }
      return .geometricMean(dimensions.map { .indicator(name: $0.name, unit: .ratio) })
    }
    return indicator(
      CompositeIndex.whole.name, Label(zh: "共同富裕民政综合指数", en: "Composite index"),
      inCity: mean(inCity: true) ?? .zero(.ratio),
      elsewhere: mean(inCity: false))
  }

  /// One for the city alone where districts have nothing of their own.
  private func indicator(_ name: String, _ label: Label, inCity: Formula, elsewhere: Formula?) -> Indicator {
    let formula = elsewhere.map { $0 == inCity ? inCity : .inCity(inCity, elsewhere: $0) } ?? inCity
    return Indicator(
      name, .ratio, zh: label.zh, en: label.en, elsewhere == nil ? .city : .ratio, observation: .compares,
      formula: formula)
  }
}

extension CompositeIndex.Component {
  var lowPost: Parameter { Parameter("\(name).low", indicator.unit, -1e15...1e15, .lever) }
  var highPost: Parameter { Parameter("\(name).high", indicator.unit, -1e15...1e15, .lever) }
  var fullPost: Parameter { Parameter("\(name).full", indicator.unit, -1e15...1e15, .lever) }
  var tooHighPost: Parameter { Parameter("\(name).too_high", indicator.unit, -1e15...1e15, .lever) }
  public var weighting: Parameter { Parameter("\(name).weight", .ratio, 0...1e6, .lever) }

  /// Where the value lies between the goalposts, from nothing to the cap; with a ceiling, beyond what is full it falls
  /// to nothing.
  public var score: Indicator {
    let (low, high) = (Formula.parameter(lowPost), Formula.parameter(highPost))
    let value = Formula.indicator(indicator)
    let way = isReversed ? high - value : value - low
    let cap = Formula.parameter(CompositeIndex.cap)
    var score = Formula.smaller(way / (high - low), cap)
    if ceiling != nil {
      let (full, tooHigh) = (Formula.parameter(fullPost), Formula.parameter(tooHighPost))
      score = .smaller(score, cap * (tooHigh - value) / (tooHigh - full))
    }
    return Indicator(
      name, .ratio, zh: "\(label.zh)：得分", en: "\(label.en): score", level == .city ? .city : .ratio,
      observation: .compares,
      formula: .larger(score, .zero(.ratio)))
  }
}

extension Formula {
  fileprivate static func indicator(_ reference: Indicator.Reference) -> Formula {
    .indicator(name: reference.name, unit: reference.unit)
  }
}
