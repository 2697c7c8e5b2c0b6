extension Formula {
  /// The formula with parts replaced: where the change gives a formula it stands in, elsewhere the parts are searched.
  public func replacing(_ change: (Formula) -> Formula?) -> Formula { replaced(change) ?? self }

  /// The same; nil where nothing is replaced, so that most of a large formula is not built again.
  private func replaced(_ change: (Formula) -> Formula?) -> Formula? {
    if let new = change(self) { return new }
    guard case .node(let any, let parts) = content else { return nil }
    var changed: [Formula]?
    for (place, part) in parts.enumerated() {
      guard let new = part.replaced(change) else { continue }
      changed = changed ?? parts
      changed?[place] = new
    }
    return changed.map { Formula(any, $0) }
  }

  private init(_ node: AnyNode, _ parts: [Formula]) { content = .node(node, parts) }

  /// Calls with each leaf, in order of appearance.
  func eachLeaf(_ body: (Leaf) -> Void) {
    switch content {
    case .leaf(let leaf): body(leaf)
    case .node(_, let parts): for part in parts { part.eachLeaf(body) }
    }
  }

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
