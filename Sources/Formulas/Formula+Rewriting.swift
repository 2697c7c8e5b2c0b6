extension Formula {
  /// The formula with parts replaced: where the change gives a formula it stands in, elsewhere the parts are searched.
  func replacing(_ change: (Formula) -> Formula?) -> Formula {
    if let new = change(self) { return new }
    func inner(_ part: Formula) -> Formula { part.replacing(change) }
    switch self {
    case .parameter, .meanOverYear, .ofCity, .ownValue, .measure, .indicator, .itself, .conversion, .zero: return self
    case .sum(let a, let b): return .sum(inner(a), inner(b))
    case .difference(let a, let b): return .difference(inner(a), inner(b))
    case .product(let a, let b): return .product(inner(a), inner(b))
    case .quotient(let a, let b): return .quotient(inner(a), inner(b))
    case .smaller(let a, let b): return .smaller(inner(a), inner(b))
    case .larger(let a, let b): return .larger(inner(a), inner(b))
    case .present(let a, let b): return .present(inner(a), else: inner(b))
    case .opening(let a, let b): return .opening(inner(a), then: inner(b))
    case .lastYear(let a): return .lastYear(inner(a))
    case .overDistricts(let a, let reduction, let group): return .overDistricts(inner(a), reduction, of: group)
    case .inCity(let a, let b): return .inCity(inner(a), elsewhere: inner(b))
    case .geometricMean(let terms): return .geometricMean(terms.map(inner))
    case .roundedUp(let a, let step): return .roundedUp(inner(a), to: inner(step))
    case .power(let a, let b): return .power(inner(a), inner(b))
    case .logNormal(let tail, let line, let mean, let deviation):
      return .logNormal(tail, below: inner(line), mean: inner(mean), deviation: inner(deviation))
    }
  }

  /// Whether a formula is this one or a part of it.
  func contains(_ other: Formula) -> Bool { self == other || parts.contains { $0.contains(other) } }

  /// Names of all indicators the formula mentions.
  public var mentioned: [String] {
    if case .indicator(let reference) = self { return [reference.name] }
    return parts.flatMap(\.mentioned)
  }

  /// Names of the indicators whose value of the same year the formula needs.
  var needed: [String] {
    switch self {
    case .indicator(let reference): [reference.name]
    case .lastYear(.indicator), .lastYear(.itself), .lastYear(.parameter): []
    default: parts.flatMap(\.needed)
    }
  }
}

extension Indicator {
  /// The indicator with another formula.
  func with(_ formula: Formula) -> Indicator {
    Indicator(
      name, unit, zh: label.zh, en: label.en, aggregation, population: population, observation: observation,
      basis: basis, isPublished: isPublished, formula: formula)
  }

  /// Names of indicators that depend on one another within a year, in the order of the circle; nil where none do.
  public static func circle(in indicators: [Indicator]) -> [String]? {
    let formulas = Dictionary(indicators.map { ($0.name, $0.formula) }) { first, _ in first }
    var settled = Set<String>()
    func search(_ name: String, _ path: [String]) -> [String]? {
      if let start = path.firstIndex(of: name) { return Array(path[start...]) + [name] }
      guard !settled.contains(name), let formula = formulas[name] else { return nil }
      for next in formula.needed {
        if let circle = search(next, path + [name]) { return circle }
      }
      settled.insert(name)
      return nil
    }
    for indicator in indicators {
      if let circle = search(indicator.name, []) { return circle }
    }
    return nil
  }
}
