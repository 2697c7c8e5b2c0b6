extension Formula {
  /// The formula with parts replaced: where the change gives a formula it stands in, elsewhere the parts are searched.
  public func replacing(_ change: (Formula) -> Formula?) -> Formula {
    if let new = change(self) { return new }
    guard case .node(let any, let parts) = content else { return self }
    return Formula(any, parts.map { $0.replacing(change) })
  }

  private init(_ node: AnyNode, _ parts: [Formula]) { content = .node(node, parts) }

  /// Whether a formula is this one or a part of it.
  func contains(_ other: Formula) -> Bool { self == other || parts.contains { $0.contains(other) } }
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
