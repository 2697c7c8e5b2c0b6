/// The first-order index of one input from a sample that was not designed for it.
///
/// The sample is cut into bins with as many points each, by the input's size; equal values stay together. The share of the
/// variance between bins has its bias taken off: ε² = 1 − (1 − η²)(n − 1)/(n − bins). An input that moves nothing has
/// an index about zero, on either side.
///
/// - Parameters:
///   - outcome: one a point; a point with an outcome that is no finite number is left out.
///   - input: one a point, on any scale: only its order counts.
///   - bins: at most; by default the square root of half the points, at most 50.
/// - Returns: `nil` with fewer than 40 points.
///
/// Source: Pearson (1905) for η²; Kelley (1935), *PNAS* 21, 554–559, for ε²; Plischke, Borgonovo and Smith (2013),
/// *European Journal of Operational Research* 226, 536–550, for its use.
public func binnedFirstOrder(outcome: [Double], input: [Double], bins: Int? = nil) -> Estimate? {
  precondition(outcome.count == input.count, "one input an outcome")
  let points = outcome.indices.filter { outcome[$0].isFinite && input[$0].isFinite }
  guard points.count >= 2 * Jackknife.blocks else { return nil }
  let bins = max(2, bins ?? min(50, Int((Double(points.count) / 2).squareRoot())))
  let ordered = points.sorted { (input[$0], $0) < (input[$1], $1) }
  let bin = binNumbers(of: ordered, input, bins: bins)
  var whole = BinSums(bins: bins)
  var parts = Array(repeating: whole, count: Jackknife.blocks)
  let mean = points.reduce(0) { $0 + outcome[$1] } / Double(points.count)
  for (place, point) in ordered.enumerated() {
    whole.add(outcome[point] - mean, bin: bin[place])
    parts[point % Jackknife.blocks].add(outcome[point] - mean, bin: bin[place])
  }
  let leftOut = parts.map { whole.without($0).share }
  return Estimate(value: whole.share, standardError: Jackknife.standardError(leftOut))
}

private func binNumbers(of ordered: [Int], _ input: [Double], bins: Int) -> [Int] {
  var numbers: [Int] = []
  for place in ordered.indices {
    let isTied = place > 0 && input[ordered[place]] == input[ordered[place - 1]]
    numbers.append(isTied ? numbers[place - 1] : place * bins / ordered.count)
  }
  return numbers
}

private struct BinSums {
  private var counts: [Double]
  private var sums: [Double]
  private var squares = 0.0

  init(bins: Int) {
    counts = Array(repeating: 0, count: bins)
    sums = counts
  }

  mutating func add(_ value: Double, bin: Int) {
    counts[bin] += 1
    sums[bin] += value
    squares += value * value
  }

  func without(_ part: BinSums) -> BinSums {
    var rest = self
    for bin in counts.indices {
      rest.counts[bin] -= part.counts[bin]
      rest.sums[bin] -= part.sums[bin]
    }
    rest.squares -= part.squares
    return rest
  }

  /// ε²; zero where nothing varies.
  var share: Double {
    let count = counts.reduce(0, +)
    let sum = sums.reduce(0, +)
    let variation = squares - sum * sum / count
    let used = Double(counts.filter { $0 > 0 }.count)
    guard variation > 0, count > used else { return 0 }
    var between = -sum * sum / count
    for bin in counts.indices where counts[bin] > 0 { between += sums[bin] * sums[bin] / counts[bin] }
    return 1 - (1 - between / variation) * (count - 1) / (count - used)
  }
}
