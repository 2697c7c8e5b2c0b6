import Domain

extension Formula {
  /// A leaf that a value is worked out from, with the place at which it is read.
  public struct Operand: Hashable, Sendable {
    /// The leaf as it is read.
    public let formula: Formula
    public let area: Int
    public let year: Year
  }

  /// The leaves that count for the value in an area and year, each once, in order of appearance.
  ///
  /// Of two cases only the one that holds there is followed; a sum over districts reads every district.
  ///
  /// - Parameter baseYear: in which opening values hold.
  public func operands(area: Int, year: Year, of areas: Areas, baseYear: Year) -> [Operand] {
    var found: [Operand] = []
    var seen: Set<Operand> = []
    collect(area, year, areas, baseYear) { operand in
      if seen.insert(operand).inserted { found.append(operand) }
    }
    return found
  }

  private func collect(_ area: Int, _ year: Year, _ areas: Areas, _ baseYear: Year, _ add: (Operand) -> Void) {
    switch content {
    case .leaf(let leaf): add(Operand(formula: self, area: leaf.isOfCity ? areas.cityIndex : area, year: year))
    case .node(let any, let parts):
      let from = any.node.looksBack ? year - 1 : year
      for (part, places) in any.node.reads(parts.count, in: area, of: areas, isBase: year == baseYear) {
        for place in places { parts[part].collect(place, from, areas, baseYear, add) }
      }
    }
  }
}

extension Formula.Leaf {
  /// Whether it reads the city's value in every area.
  fileprivate var isOfCity: Bool {
    if case .parameter(_, .ofCity) = self { return true }
    return false
  }
}
