import Formulas
import Simulation

/// Which parts of formulas follow the assumptions.
extension BookCells {
  /// Whether live inputs move a formula.
  ///
  /// - Parameter owner: the indicator it is, or is a part of, the definition of.
  func isLive(_ formula: Formula, in owner: String) -> Bool {
    switch formula.leaf {
    case .parameter(let parameter, _): return livePaths.contains(parameter.path)
    case .indicator(let reference): return live[reference.name] != nil
    case .itself: return live[owner] != nil
    case .measure, .constant: return false
    case nil: break
    }
    let key = FormulaKey(formula)
    if let known = liveness[owner]?[key] { return known }
    let moved = formula.parts.map { isLive($0, in: owner) }
    let follows = moved.contains(true) && !(formula.vanishesWithAPart && hasNothing(among: formula.parts, moved, owner))
    liveness[owner, default: [:]][key] = follows
    return follows
  }

  /// Whether a part that follows nothing is nought in every area and year.
  private func hasNothing(among parts: [Formula], _ moved: [Bool], _ owner: String) -> Bool {
    zip(parts, moved).contains { part, isMoved in !isMoved && isNothing(part, owner) }
  }

  private func isNothing(_ formula: Formula, _ owner: String) -> Bool {
    if case .constant(let constant) = formula.leaf { return constant.value == 0 }
    guard let place = record.place(of: formula, defining: owner) else { return false }
    return grid.years.allSatisfy { year in
      areas.all.indices.allSatisfy { area in
        record.value(at: place, area: area, year: year).map { $0 == 0 || $0.isNaN } ?? false
      }
    }
  }

  /// Indicators that are nothing whatever is assumed, such as the cost of what is not built in these years, follow
  /// nothing; nor does what is made of them.
  func leaveOutWhatIsNothing() {
    while true {
      liveness = [:]
      let idle = local.indicators.filter { live[$0.name] != nil && !isLive($0.formula, in: $0.name) }
      guard !idle.isEmpty else { return }
      for indicator in idle { live[indicator.name] = nil }
    }
  }

  /// Inputs that would be followed, were there anything for them to move.
  var idle: [Parameter] {
    let used = Set(assumptions.map(\.parameter.path))
    return local.live.filter { !used.contains($0.path) }
  }
}
