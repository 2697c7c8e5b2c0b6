import Formulas

extension WorldSolver {
  /// Which figures each waits for: those whose inputs it depends on, and of two that depend on each other the earlier.
  static func order(_ pairs: [Pair], _ program: Program) -> [[Int]] {
    let read = Dictionary(grouping: pairs.indices, by: { pairs[$0].solve.indicator }).mapValues { places in
      program.parameters(readFor: pairs[places[0]].solve.indicator)
    }
    func depends(_ first: Int, on second: Int) -> Bool {
      let (own, other) = (pairs[first].solve, pairs[second].solve)
      // What a district's figure settles are the district's own values.
      if own.area != other.area, pairs[second].moves.count == 1, pairs[first].moves.count == 1 { return false }
      return read[own.indicator]?.contains(other.input) ?? false
    }
    return pairs.indices.map { place in
      pairs.indices.filter { other in
        other != place && depends(place, on: other) && (other < place || !depends(other, on: place))
      }
    }
  }
}

extension Program {
  /// The paths of the parameters that an indicator is computed from.
  fileprivate func parameters(readFor name: String) -> Set<String> {
    let formulas = Dictionary(uniqueKeysWithValues: indicators.map { ($0.name, $0.formula) })
    var (seen, paths): (Set<String>, Set<String>) = ([], [])
    var waiting = [name]
    while let name = waiting.popLast() {
      guard let formula = formulas[name], seen.insert(name).inserted else { continue }
      paths.formUnion(formula.parameters.map(\.path))
      waiting += formula.mentioned
    }
    return paths
  }
}
