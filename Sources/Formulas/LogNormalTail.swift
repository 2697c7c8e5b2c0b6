import NumericCore

/// What is asked of the people whose income lies below a line, when incomes are log-normal.
///
/// With mean Y, line L and σ the standard deviation of the logarithm of income, μ = ln Y − σ²/2 and
/// z = (ln L − μ)/σ.
///
/// Source: Kleiber and Kotz (2003), *Statistical Size Distributions in Economics and Actuarial Sciences*, section 4.3.
public enum LogNormalTail: String, CaseIterable, Sendable {
  /// The share of people below the line: F = Φ(z).
  case share
  /// By how much of the line their mean income falls short of it: g = 1 − Y Φ(z − σ) ÷ (L Φ(z)); zero where nobody is.
  case gap

  /// - Parameters:
  ///   - line: in the unit of the mean; nobody is below zero.
  ///   - deviation: σ, above zero.
  func callAsFunction(below line: LaneVector, mean: LaneVector, deviation: LaneVector) -> LaneVector {
    let z = naturalLogarithm(line / mean) / deviation + deviation / 2
    let share = standardNormalShare(z)
    guard self == .gap else { return share }
    let gap = 1 - mean * standardNormalShare(z - deviation) / (line * share)
    return gap.replacing(with: 0, where: share .== 0)
  }
}

/// The logarithm of each lane; −∞ of zero, no value below it.
func naturalLogarithm(_ x: LaneVector) -> LaneVector {
  var result = LaneVector(repeating: .nan)
  for lane in 0..<LaneVector.scalarCount {
    if x[lane] > 0 {
      result[lane] = x[lane].isFinite ? NumericCore.naturalLogarithm(x[lane]) : .infinity
    } else if x[lane] == 0 {
      result[lane] = -.infinity
    }
  }
  return result
}

/// A power with a base that is not negative, lane by lane; the same base and power give the same bits everywhere.
func power(_ base: LaneVector, _ exponent: LaneVector) -> LaneVector { exponential(naturalLogarithm(base) * exponent) }
