/// Random shares that add up to one: normalised gamma numbers, which are Dirichlet distributed.
///
/// A draw is a pure function of (seed, trial, name); the name tells the shares apart.
public struct GammaDraws: Equatable, Sendable {
  private let seed: UInt64

  public init(seed: UInt64) { self.seed = seed }

  /// Shares of a Dirichlet distribution.
  ///
  /// - Parameter shapes: positive; the larger their sum, the closer shares keep to their means.
  public func shares(_ trial: UInt64, _ shapes: [(name: String, shape: Double)]) -> [Double] {
    let numbers = shapes.map { gamma($0.shape, trial, name: $0.name) }
    let sum = numbers.reduce(0, +)
    return numbers.map { $0 / sum }
  }

  /// A gamma number of scale one.
  ///
  /// Source: Marsaglia and Tsang (2000), "A simple method for generating gamma variables", *ACM Transactions on
  /// Mathematical Software* 26, with their power of a uniform number for shapes below one.
  public func gamma(_ shape: Double, _ trial: UInt64, name: String) -> Double {
    precondition(shape > 0, "a shape is positive")
    guard shape >= 1 else {
      let uniform = draws(name, attempt: 0, .power).uniform(member: trial)
      return gamma(shape + 1, trial, name: name)
        * exponential(LaneVector(repeating: naturalLogarithm(uniform) / shape))[0]
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    for attempt in 0..<0xFFFF {
      let x = draws(name, attempt: attempt, .normal).standardNormal(member: trial)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let logarithm = naturalLogarithm(draws(name, attempt: attempt, .uniform).uniform(member: trial))
      if logarithm < 0.5 * x * x + d - d * v + d * naturalLogarithm(v) { return d * v }
    }
    return d  // Never reached: an attempt fails less than once in twenty times.
  }

  private enum Purpose: Int { case normal, uniform, power }

  private func draws(_ name: String, attempt: Int, _ purpose: Purpose) -> ProcessDraws {
    ProcessDraws(seed: seed, year: attempt, area: purpose.rawValue, process: stableHash(of: name))
  }
}
