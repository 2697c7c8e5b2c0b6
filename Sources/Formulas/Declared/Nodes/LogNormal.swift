import Domain
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

/// What a log-normal distribution of incomes says of those below a line.
struct LogNormal: LocalNode {
  let tail: LogNormalTail

  var sign: Label {
    switch tail {
    case .share: Label(zh: "对数正态占比", en: "log-normal share")
    case .gap: Label(zh: "对数正态差距", en: "log-normal gap")
    }
  }

  /// Line and mean measure alike; the deviation is a plain number.
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit {
    _ = try UnlikeUnits.require([parts[0], parts[1]])
    try UnlikeUnits.requireNumber(parts[2])
    return .share
  }

  func written(_ parts: [Written], in language: Language) -> Written {
    let words = language == .zh ? ("低于", "，均值", "，标准差") : ("below", ", mean", ", deviation")
    return Written(
      "\(sign(language))(\(words.0) \(parts[0].text)\(words.1) \(parts[1].text)\(words.2) \(parts[2].text))")
  }

  func expression(_ parts: [Written]) -> Written {
    let line = parts[0].grouped(.whole)
    let mean = parts[1].grouped(.whole)
    let deviation = parts[2].grouped(.whole)
    let z = "LN(\(line)/\(mean))/\(deviation)+\(deviation)/2"
    let share = "NORMSDIST(\(z))"
    guard tail == .gap else { return Written("IF(\(line)=0,0,\(share))") }
    let gap = "1-\(mean)*NORMSDIST(\(z)-\(deviation))/(\(line)*\(share))"
    return Written("IF(\(line)=0,0,IF(\(share)=0,0,\(gap)))")
  }

  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    let (line, mean, deviation) = (sweep.values(inputs[0]), sweep.values(inputs[1]), sweep.values(inputs[2]))
    for area in 0..<sweep.areas {
      sweep.values(out)[area] = tail(below: line[area], mean: mean[area], deviation: deviation[area])
    }
  }
}

extension Formula {
  /// What a log-normal distribution of incomes says of those below a line.
  public static func logNormal(
    _ tail: LogNormalTail, below line: Formula, mean: Formula, deviation: Formula
  ) -> Formula {
    Formula(LogNormal(tail: tail), [line, mean, deviation])
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
