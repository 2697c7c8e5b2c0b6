/// The share of a standard normal distribution below each lane, Φ(z).
///
/// Off by less than 5e-15 of itself down to z = −5.6, by less than 3e-13 down to −37; so small shares are as good as large
/// ones. Zero far below, one far above, NaN stays NaN. Only additions, multiplications and divisions are used.
///
/// Source: Cody (1993), Algorithm 715, *ACM Transactions on Mathematical Software* 19(1): three rational functions, and
/// the square in the exponent split so that nothing is lost.
public func standardNormalShare(_ z: LaneVector) -> LaneVector {
  var factor = LaneVector.zero
  var coarse = LaneVector.zero
  var fine = LaneVector.zero
  for lane in 0..<LaneVector.scalarCount {
    let size = abs(z[lane])
    // Beyond the limit the share is below all numbers, and its factor stays zero.
    guard size > centre, size < limit else { continue }
    factor[lane] = size <= shoulder ? shoulderRatio(size) : tailRatio(size)
    let head = (size * 16).rounded(.towardZero) / 16
    coarse[lane] = -head * head / 2
    fine[lane] = -(size - head) * (size + head) / 2
  }
  let tail = exponential(coarse) * exponential(fine) * factor
  var result = (1 - tail).replacing(with: tail, where: z .< 0)
  for lane in 0..<LaneVector.scalarCount where !(abs(z[lane]) > centre) { result[lane] = 0.5 + centralPart(z[lane]) }
  return result
}

/// Where the three rational functions meet.
private let centre = 0.67448975
private let shoulder = 32.0.squareRoot()
private let limit = 40.0
private let oneOverRootOfTwoPi = 0.398942280401432677939946059934

/// Φ(z) − ½ about the centre.
private func centralPart(_ z: Double) -> Double {
  let square = z * z
  var above = centralTop[4] * square
  var below = square
  for i in 0..<3 {
    above = (above + centralTop[i]) * square
    below = (below + centralBottom[i]) * square
  }
  return z * (above + centralTop[3]) / (below + centralBottom[3])
}

/// Φ(−y) e^(y²/2) between the centre and the tails.
private func shoulderRatio(_ y: Double) -> Double {
  var above = shoulderTop[8] * y
  var below = y
  for i in 0..<7 {
    above = (above + shoulderTop[i]) * y
    below = (below + shoulderBottom[i]) * y
  }
  return (above + shoulderTop[7]) / (below + shoulderBottom[7])
}

/// Φ(−y) e^(y²/2) in the tails.
private func tailRatio(_ y: Double) -> Double {
  let square = 1 / (y * y)
  var above = tailTop[5] * square
  var below = square
  for i in 0..<4 {
    above = (above + tailTop[i]) * square
    below = (below + tailBottom[i]) * square
  }
  return (oneOverRootOfTwoPi - square * (above + tailTop[4]) / (below + tailBottom[4])) / y
}

private let centralTop = [
  2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249, 0.065682337918207449113,
]
private let centralBottom = [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956]
private let shoulderTop = [
  0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979, 597.27027639480026226, 2494.5375852903726711,
  6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218, 1.0765576773720192317e-8,
]
private let shoulderBottom = [
  22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091,
  34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
]
private let tailTop = [
  0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466, 2.9112874951168792e-5,
  0.02307344176494017303,
]
private let tailBottom = [
  1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5,
]
