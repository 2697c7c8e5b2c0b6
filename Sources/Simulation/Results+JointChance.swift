import Targets

/// The chance that several targets are reached in the same world.
public struct JointChance: Sendable {
  /// Those of them that worlds say anything of.
  public let targets: [Target]
  /// The share of worlds that meet all of them.
  public let chance: Double
  /// The share of worlds that meet all but one, by target.
  public let without: [Double]

  /// The target without which the chance of the others is highest, and that chance; nil where no one target stands in
  /// the way.
  public var hardest: (target: Target, chance: Double)? {
    guard let place = without.indices.max(by: { without[$0] < without[$1] }), without[place] > chance else {
      return nil
    }
    return (targets[place], without[place])
  }
}

extension Results {
  /// The chance of several targets together, counted in members; nil without worlds, and where nothing of them is
  /// simulated.
  public func jointChance(of targets: [Target]) -> JointChance? {
    var simulated: [Target] = []
    var misses: [[Bool]] = []
    for target in targets where judgement(of: target).chance != nil {
      guard let name = target.indicator, let members = members(name, area: areas.cityIndex, year: target.year) else {
        continue
      }
      simulated.append(target)
      misses.append(members.map { !target.isMet(by: $0) })
    }
    guard let worlds = misses.first?.count, worlds > 0 else { return nil }
    let counts = (0..<worlds).map { world in misses.count { $0[world] } }
    func share(_ isMet: (_ world: Int) -> Bool) -> Double { Double((0..<worlds).count(where: isMet)) / Double(worlds) }
    return JointChance(
      targets: simulated, chance: share { counts[$0] == 0 },
      without: misses.map { own in share { counts[$0] == (own[$0] ? 1 : 0) } })
  }
}
