/// The geometric mean of numbers that are not negative, lane by lane.
///
/// Zero where one of them is zero; NaN where one is NaN or negative.
///
/// - Precondition: there is at least one.
public func geometricMean(of terms: [LaneVector]) -> LaneVector {
  precondition(!terms.isEmpty, "a mean has terms")
  var logarithm = LaneVector.zero
  var hasZero = SIMDMask<SIMD8<Int64>>(repeating: false)
  for term in terms {
    hasZero .|= term .== 0
    for lane in 0..<LaneVector.scalarCount {
      logarithm[lane] += logarithmOrZero(term[lane])
    }
  }
  let mean = exponential(logarithm / Double(terms.count))
  return mean.replacing(with: 0, where: hasZero .& (mean .== mean))
}

/// The logarithm of a positive number, zero of zero, NaN of a negative one.
private func logarithmOrZero(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? 0 : .nan }
  return x.isInfinite ? x : naturalLogarithm(x)
}
