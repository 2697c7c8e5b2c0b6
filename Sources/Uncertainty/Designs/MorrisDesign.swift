/// Trajectories through a grid that change one input at a time, each input once.
///
/// Source: Morris (1991), *Factorial sampling plans for preliminary computational experiments*, Technometrics 33,
/// 161–174.
public struct MorrisDesign: Equatable, Sendable {
  public let inputs: Int
  /// Levels of an input, 0, 1/(p − 1), …, 1; an even number.
  public let levels: Int
  public let trajectories: Int
  public let seed: UInt64

  /// How far an input moves: p / (2 (p − 1)), with which every level is as likely.
  public var step: Double { Double(levels) / Double(2 * (levels - 1)) }
  /// Points of the design, `inputs + 1` a trajectory, one trajectory after another.
  public var count: Int { trajectories * (inputs + 1) }

  public init(inputs: Int, levels: Int = 4, trajectories: Int, seed: UInt64) {
    precondition(inputs > 0 && trajectories > 0, "a design without inputs or trajectories")
    precondition(levels >= 2 && levels % 2 == 0, "levels are an even number")
    self.inputs = inputs
    self.levels = levels
    self.trajectories = trajectories
    self.seed = seed
  }

  /// The input that changes at each step of a trajectory.
  public func order(ofTrajectory trajectory: Int) -> [Int] {
    UnitDraws(seed: seed, stream: .order).order(of: inputs, shuffle: UInt64(trajectory), part: .max)
  }

  /// The points of a trajectory, each coordinate in 0...1 (both ends are levels).
  public func points(ofTrajectory trajectory: Int) -> UnitPoints {
    let draws = UnitDraws(seed: seed, stream: .trajectory)
    var isRising: [Bool] = []
    var point: [Double] = []
    for input in 0..<inputs {
      let low = Double(draws.below(levels / 2, UInt64(trajectory), part: UInt32(2 * input))) / Double(levels - 1)
      isRising.append(draws.below(2, UInt64(trajectory), part: UInt32(2 * input + 1)) == 1)
      point.append(isRising[input] ? low : low + step)
    }
    var values = point
    for input in order(ofTrajectory: trajectory) {
      point[input] += isRising[input] ? step : -step
      values += point
    }
    return UnitPoints(dimensions: inputs, values: values)
  }

  /// A point by its number in the whole design.
  public func point(_ index: Int) -> [Double] {
    points(ofTrajectory: index / (inputs + 1)).point(index % (inputs + 1))
  }
}
