/// The arithmetic mean; NaN for an empty series.
///
/// Values are added in an order that depends on their places only: eight
/// running sums over places 0, 8, …, then 1, 9, … and so on, joined in pairs.
/// Where all values are the same, so is their mean, to the bit.
/// The same series gives the same bits on every processor.
public func mean(of series: UnsafeBufferPointer<Double>) -> Double {
  Extent(of: series).mean
}

/// The arithmetic mean; NaN for an empty series. The order of addition is fixed by place.
public func mean(of series: [Double]) -> Double {
  series.withUnsafeBufferPointer { mean(of: $0) }
}

/// Sum, smallest and largest value of a series, in one pass.
struct Extent {
  var sum = 0.0
  /// +∞ when the series is empty. A NaN is passed over, but the sum keeps it.
  var smallest = Double.infinity
  var largest = -Double.infinity
  private let count: Int

  /// NaN when the series is empty or holds a NaN.
  var mean: Double {
    let isConstant = smallest == largest && smallest != 0 && !sum.isNaN
    return isConstant ? smallest : sum / Double(count)
  }

  init(of series: UnsafeBufferPointer<Double>) {
    count = series.count
    var sums = SIMD8<Double>(repeating: 0)
    var low = SIMD8<Double>(repeating: .infinity)
    var high = SIMD8<Double>(repeating: -.infinity)
    let whole = series.count & ~7
    let start = UnsafeRawPointer(series.baseAddress)
    for offset in stride(from: 0, to: whole, by: 8) {
      let values = start!.loadUnaligned(fromByteOffset: offset &* 8, as: SIMD8<Double>.self)
      sums += values
      low.replace(with: values, where: values .< low)
      high.replace(with: values, where: values .> high)
    }
    for index in whole..<series.count {
      let value = series[index]
      sums[index & 7] += value
      if value < low[0] { low[0] = value }
      if value > high[0] { high[0] = value }
    }
    sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]))
    for lane in 0..<8 {
      if low[lane] < smallest { smallest = low[lane] }
      if high[lane] > largest { largest = high[lane] }
    }
  }
}
