import Domain
import NumericCore

/// The first, a plain number that is not negative, to the power of the second.
struct Power: LocalNode {
  var sign: Label { Label(zh: "乘方", en: "power") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit {
    for part in parts { try UnlikeUnits.requireNumber(part) }
    return .ratio
  }
  func expression(_ parts: [Written]) -> Written { Written("POWER(\(parts[0].text),\(parts[1].text))") }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) { sweep.each(inputs, out, power) }
}

/// The geometric mean of like quantities, none of which is negative.
struct GeometricMean: LocalNode {
  var sign: Label { Label(zh: "几何平均", en: "geometric mean") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func expression(_ parts: [Written]) -> Written {
    Written("POWER(PRODUCT(\(parts.map(\.text).joined(separator: ","))),1/\(parts.count))")
  }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    for area in 0..<sweep.areas {
      sweep.values(out)[area] = geometricMean(of: inputs.map { sweep.values($0)[area] })
    }
  }
}

extension Formula {
  /// The first, a plain number, to the power of the second.
  public static func power(_ a: Formula, _ b: Formula) -> Formula { Formula(Power(), a, b) }
  /// The geometric mean of like quantities, none of which is negative.
  public static func geometricMean(_ terms: [Formula]) -> Formula { Formula(GeometricMean(), terms) }
}
