import NumericCore

/// The columns on which benefits are regressed: of each input a polynomial of degree three, and products of two.
///
/// Polynomials are Hermite's in the standardised input, which are nearly orthogonal where the input is about normal.
struct InformationBasis {
  /// Products are taken among so many inputs at most: beyond, they would be more than the worlds can tell apart.
  static let largestProducts = 8

  /// Powers of each input.
  static let terms = 3

  private let inputs: [[Double]]
  let columns: Int

  /// - Parameter inputs: shape `[input][world]`; one that never varies has no column.
  init(inputs: [[Double]]) {
    self.inputs = inputs.compactMap { standardised($0) }
    let count = self.inputs.count
    columns = 1 + Self.terms * count + (count <= Self.largestProducts ? count * (count - 1) / 2 : 0)
  }

  func row(_ world: Int) -> [Double] {
    var row = [1.0]
    row.reserveCapacity(columns)
    for input in inputs {
      let x = input[world]
      row += [x, x * x - 1, x * (x * x - 3)]
    }
    guard inputs.count <= Self.largestProducts else { return row }
    for first in inputs.indices {
      for second in inputs.indices where second > first { row.append(inputs[first][world] * inputs[second][world]) }
    }
    return row
  }
}

/// With mean zero and variance one; `nil` where nothing varies.
func standardised(_ values: [Double]) -> [Double]? {
  let centre = mean(of: values)
  let variance = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(values.count)
  guard variance > 0, variance.isFinite else { return nil }
  let scale = 1 / variance.squareRoot()
  return values.map { ($0 - centre) * scale }
}
