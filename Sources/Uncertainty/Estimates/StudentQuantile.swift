import NumericCore

/// The t below which Student's distribution lies with probability `p`, for whole degrees of freedom.
///
/// The density is integrated by Simpson's rule and the equation solved by Newton's method; off by less than 1e-9 of itself
/// for p in 0.001...0.999.
///
/// - Parameter p: a probability in 0.001...0.999.
public func studentQuantile(_ p: Double, degreesOfFreedom: Int) -> Double {
  precondition(degreesOfFreedom > 0 && 0.001...0.999 ~= p, "no such quantile")
  if p < 0.5 { return -studentQuantile(1 - p, degreesOfFreedom: degreesOfFreedom) }
  let density = StudentDensity(degreesOfFreedom: degreesOfFreedom)
  var t = standardNormalQuantile(p)
  for _ in 0..<100 {
    // The distribution bends down and the normal quantile lies below the root: steps never pass it.
    let step = (p - 0.5 - density.integral(to: t)) / density(t)
    t += step
    if abs(step) < 1e-12 * max(t, 1) { break }
  }
  return t
}

/// Γ((ν + 1)/2) / (√(νπ) Γ(ν/2)) · (1 + t²/ν)^(−(ν + 1)/2).
private struct StudentDensity {
  private let degrees: Int
  private let peak: Double

  init(degreesOfFreedom: Int) {
    degrees = degreesOfFreedom
    // From 1 or 2 degrees upwards: two more degrees multiply Γ((ν + 1)/2) / Γ(ν/2) by (ν + 1)/ν.
    var factor = degrees % 2 == 1 ? 1 / Double.pi : 1 / 8.0.squareRoot()
    var at = degrees % 2 == 1 ? 1.0 : 2.0
    while at < Double(degrees) {
      factor *= (at + 1) / at * (at / (at + 2)).squareRoot()
      at += 2
    }
    peak = factor
  }

  func callAsFunction(_ t: Double) -> Double {
    let base = 1 / (1 + t * t / Double(degrees)).squareRoot()
    var power = 1.0
    var square = base
    var exponent = degrees + 1
    while exponent > 0 {
      if exponent & 1 == 1 { power *= square }
      square *= square
      exponent >>= 1
    }
    return peak * power
  }

  /// From 0.
  func integral(to end: Double) -> Double {
    let panels = 2 * max(100, Int(end * 100))
    let width = end / Double(panels)
    var sum = self(0) + self(end)
    for panel in 1..<panels { sum += (panel % 2 == 1 ? 4 : 2) * self(Double(panel) * width) }
    return sum * width / 3
  }
}
