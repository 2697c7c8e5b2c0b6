/// What the elementary effects of one input say.
public struct MorrisMeasures: Equatable, Sendable {
  /// μ, the mean effect: with its sign.
  public let mean: Double
  /// μ*, the mean size of an effect: how much the input matters.
  public let meanSize: Double
  /// σ, the effects' standard deviation (over their number, not one less): large where the effect depends on the place,
  /// by curvature or by other inputs.
  public let deviation: Double
  /// Of μ*.
  public let standardError: Double

  /// - Parameter effects: change of the outcome over change of the input, in shares of its range.
  ///
  /// Source: Morris (1991), Technometrics 33, 161–174; μ* by Campolongo, Cariboni and Saltelli (2007), *Environmental
  /// Modelling and Software* 22, 1509–1518.
  public init(effects: [Double]) {
    let count = Double(effects.count)
    let mean = effects.reduce(0, +) / count
    let meanSize = effects.reduce(0) { $0 + abs($1) } / count
    self.mean = mean
    self.meanSize = meanSize
    deviation = (effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    let sizes = effects.reduce(0) { $0 + (abs($1) - meanSize) * (abs($1) - meanSize) }
    standardError = effects.count > 1 ? (sizes / (count - 1) / count).squareRoot() : .infinity
  }
}

extension MorrisDesign {
  /// The measures of each input from the outcomes at the design's points, and how many trajectories failed.
  ///
  /// - Parameter outcomes: one a point, in the order of the design; NaN where a point failed. Its trajectory is left out.
  /// - Returns: `nil` when none is left.
  public func measures(outcomes: [Double]) -> (inputs: [MorrisMeasures], failedTrajectories: Int)? {
    precondition(outcomes.count == count, "one outcome a point of the design")
    var effects: [[Double]] = Array(repeating: [], count: inputs)
    for trajectory in 0..<trajectories {
      let start = trajectory * (inputs + 1)
      guard outcomes[start...start + inputs].allSatisfy(\.isFinite) else { continue }
      let points = points(ofTrajectory: trajectory)
      for (place, input) in order(ofTrajectory: trajectory).enumerated() {
        let change = points[place + 1, input] - points[place, input]
        effects[input].append((outcomes[start + place + 1] - outcomes[start + place]) / change)
      }
    }
    guard let used = effects.first?.count, used > 0 else { return nil }
    return (effects.map(MorrisMeasures.init), trajectories - used)
  }
}
