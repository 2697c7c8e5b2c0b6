import Foundation

/// Functions whose indices are known, on points of the unit cube.
enum TestFunction {
  /// Ishigami and Homma (1990) with a = 7, b = 0.1, each input uniform in −π...π.
  static func ishigami(_ u: [Double]) -> Double {
    let x = u.map { (2 * $0 - 1) * Double.pi }
    let second = sin(x[1])
    return sin(x[0]) * (1 + 0.1 * x[2] * x[2] * x[2] * x[2]) + 7 * second * second
  }

  private static let coefficients: [Double] = [0, 1, 4.5, 9, 99, 99, 99, 99]

  /// Sobol' (1993): Π (|4x − 2| + a) / (1 + a).
  static func g(_ u: [Double]) -> Double {
    var product = 1.0
    for (x, a) in zip(u, coefficients) { product *= (abs(4 * x - 2) + a) / (1 + a) }
    return product
  }
}
