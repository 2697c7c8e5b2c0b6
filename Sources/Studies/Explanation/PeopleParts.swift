import Formulas
import NumericCore
import Simulation

/// People counted at a leaf as a product: how many there are, which share of them is of the ages, and which share of
/// these has the ability. Each factor can stand as on either side.
struct PeopleParts {
  private let isAbility: Bool
  private let isRegistered: Bool

  /// Nil for leaves that belong to one group.
  init?(_ source: CutGraph.Source) {
    guard source.group == nil, case .measure(let measure) = source else { return nil }
    isAbility = measure.name.hasPrefix("ability.")
    isRegistered = measure.name.hasPrefix("registered.")
  }

  var groups: [ChangeGroup] { isAbility ? [.people, .ageMix, .ability] : [.people, .ageMix] }

  /// The count with each factor as on its side.
  ///
  /// - Parameters:
  ///   - place: the leaf's and area's place among the values.
  ///   - isAtEnd: whether a group stands as at the end.
  func count(_ place: Int, _ area: Int, _ block: CutRun.Block, _ isAtEnd: (ChangeGroup) -> Bool) -> LaneVector {
    func side(_ group: ChangeGroup) -> CutRun.Leaves { isAtEnd(group) ? block.end : block.start }
    let groups = groups
    if groups.allSatisfy({ isAtEnd($0) == isAtEnd(groups[0]) }) { return side(.people).values[place] }
    func all(_ leaves: CutRun.Leaves) -> LaneVector { (isRegistered ? leaves.registered : leaves.residents)[area] }
    let ages = side(.ageMix)
    guard isAbility else { return all(side(.people)) * share(ages.values[place], of: all(ages)) }
    let levels = side(.ability)
    return all(side(.people)) * share(ages.elderly[area], of: all(ages))
      * share(levels.values[place], of: levels.elderly[area])
  }

  /// Nought where there is nobody.
  private func share(_ part: LaneVector, of whole: LaneVector) -> LaneVector {
    (part / whole).replacing(with: 0, where: whole .== 0)
  }
}
