import Domain
import NumericCore

/// The smaller of two quantities; no value where either has none.
struct Smaller: LocalNode {
  var sign: Label { Label(zh: "较小者", en: "min") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func expression(_ parts: [Written]) -> Written { Written("MIN(\(parts[0].text),\(parts[1].text))") }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) { sweep.each(inputs, out, smaller) }
}

/// The larger of two quantities; no value where either has none.
struct Larger: LocalNode {
  var sign: Label { Label(zh: "较大者", en: "max") }
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit { try UnlikeUnits.require(parts) }
  func expression(_ parts: [Written]) -> Written { Written("MAX(\(parts[0].text),\(parts[1].text))") }
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep) {
    sweep.each(inputs, out) { -smaller(-$0, -$1) }
  }
}

private func smaller(_ a: LaneVector, _ b: LaneVector) -> LaneVector {
  b.replacing(with: a, where: (a .<= b) .| (a .!= a))
}

extension Formula {
  /// The smaller of the two.
  public static func smaller(_ a: Formula, _ b: Formula) -> Formula { Formula(Smaller(), a, b) }
  /// The larger of the two.
  public static func larger(_ a: Formula, _ b: Formula) -> Formula { Formula(Larger(), a, b) }
}
