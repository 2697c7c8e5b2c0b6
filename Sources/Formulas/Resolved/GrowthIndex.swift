import Domain

/// What a parameter grows with after its last date: another one, alone or blended with a third.
public struct GrowthIndex: Sendable {
  let main: ResolvedParameter
  /// The part that the main one counts for, and what the rest follows.
  let blend: (weight: ResolvedParameter, rest: ResolvedParameter)?

  public init(main: ResolvedParameter, blend: (weight: ResolvedParameter, rest: ResolvedParameter)? = nil) {
    self.main = main
    self.blend = blend
  }

  /// How far the central member's index grew between two year-ends in an area.
  public func factor(from start: Year, to end: Year, in area: Int) -> Double {
    let growth = growth(in: area)
    return (start..<end).reduce(1.0) { $0 * growth($1 + 1).first }
  }

  /// The factor from the year before in an area: w × that of the main index + (1 − w) × that of the rest.
  func growth(in area: Int) -> Growth {
    let own = main.growth(in: area)
    guard let blend else { return own }
    let rest = blend.rest.growth(in: area)
    let weight = blend.weight.series(in: area)
    return { year in
      let share = weight.value(in: year)
      let others = share.combined(with: .uniform(1)) { $1 - $0 }
      return own(year).combined(with: share) { $0 * $1 }
        .combined(with: rest(year).combined(with: others) { $0 * $1 }) { $0 + $1 }
    }
  }
}
