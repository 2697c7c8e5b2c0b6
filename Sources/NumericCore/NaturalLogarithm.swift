/// The natural logarithm of a positive finite number, off by less than one unit in the last place.
///
/// The C library picks its logarithm by processor, and the last bit can follow;
/// a draw must not.
///
/// x = 2ᵏ(1 + f) with √½ < 1 + f < √2, and log(1 + f) is a series in
/// s = f / (2 + f).
///
/// Source: Sun Microsystems (1993), FDLIBM, `e_log.c`.
func naturalLogarithm(_ x: Double) -> Double {
  let isSubnormal = x < Double.leastNormalMagnitude
  let bits = (isSubnormal ? x * 0x1p54 : x).bitPattern
  let bitsOfRootHalf = 0.5.squareRoot().bitPattern
  // Whole powers of two away from √½, then the significand brought back to √½..<√2.
  let k = Int64(bitPattern: bits &- bitsOfRootHalf) &>> 52
  let f = Double(bitPattern: bits &- UInt64(bitPattern: k &<< 52)) - 1
  let power = Double(isSubnormal ? k - 54 : k)
  let s = f / (2 + f)
  let z = s * s
  var series = 1.479819860511658591e-01
  series = series * z + 1.531383769920937332e-01
  series = series * z + 1.818357216161805012e-01
  series = series * z + 2.222219843214978396e-01
  series = series * z + 2.857142874366239149e-01
  series = series * z + 3.999999999940941908e-01
  series = series * z + 6.666666666666735130e-01
  series *= z
  let halfSquare = 0.5 * f * f
  // log 2 in two parts, the first with zeros at its end: power · head is exact.
  let headOfLog2 = 6.93147180369123816490e-01
  let restOfLog2 = 1.90821492927058770002e-10
  return power * headOfLog2 - ((halfSquare - (s * (halfSquare + series) + power * restOfLog2)) - f)
}
