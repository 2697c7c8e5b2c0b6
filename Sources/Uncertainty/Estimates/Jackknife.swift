/// The standard error of an estimate, from what it becomes without one block of the sample after another.
///
/// Sample i belongs to block i modulo the number of blocks.
///
/// Source: Efron and Tibshirani (1993), *An Introduction to the Bootstrap*, section 11.5.
enum Jackknife {
  /// Enough for an error that is itself right to a sixth.
  static let blocks = 20

  /// - Parameter leftOut: the estimate without block 0, without block 1, and so on.
  static func standardError(_ leftOut: [Double]) -> Double {
    let count = Double(leftOut.count)
    let mean = leftOut.reduce(0, +) / count
    return (leftOut.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } * (count - 1) / count).squareRoot()
  }
}
