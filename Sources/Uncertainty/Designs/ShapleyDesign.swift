import NumericCore

/// The points from which Shapley effects are estimated for inputs that may go together.
///
/// Inputs are joined by a Gaussian copula: their normal scores have a correlation matrix. A row is a base point and, for
/// each set of inputs neither empty nor whole, a point that keeps the set and draws the others again as they go with it.
/// Rows of a replicate are one scrambled Sobol' sequence.
///
/// Source: Song, Nelson and Staum (2016), *SIAM/ASA Journal on Uncertainty Quantification* 4, 1060–1083, all subsets.
public struct ShapleyDesign: Sendable {
  /// Points double with each input.
  public static let largestInputs = 10

  public let inputs: Int
  public let replicates: Int
  public let rows: Int
  private let scrambles: ScrambledSobol
  private let base: Matrix
  private let conditionals: [Conditional]

  public var pointsPerRow: Int { 1 << inputs - 1 }
  public var count: Int { replicates * rows * pointsPerRow }

  /// - Parameter correlation: of the inputs' normal scores.
  /// - Throws: ``LinearAlgebraError/notPositiveDefinite(pivot:)`` where they cannot be correlated so.
  public init(correlation: Matrix, replicates: Int, rows: Int, seed: UInt64) throws(LinearAlgebraError) {
    precondition(1...Self.largestInputs ~= correlation.rows, "too many inputs for all subsets")
    inputs = correlation.rows
    self.replicates = replicates
    self.rows = rows
    scrambles = ScrambledSobol(dimensions: 2 * inputs, seed: seed)
    base = try choleskyFactor(correlation)
    var conditionals: [Conditional] = []
    for kept in Subset.all(of: inputs) where !kept.isEmpty && kept.count < inputs {
      conditionals.append(try Conditional(kept: kept, correlation: correlation))
    }
    self.conditionals = conditionals
  }

  /// The points of a replicate: base and the others of row 0, by the kept set's number, then of row 1, and so on.
  public func points(ofReplicate replicate: Int) -> UnitPoints {
    let source = scrambles.points(replicate: replicate, count: rows)
    var values: [Double] = []
    values.reserveCapacity(rows * pointsPerRow * inputs)
    for row in 0..<rows {
      let normal = source.point(row).map(standardNormalQuantile)
      let scores = (0..<inputs).map { i in (0...i).reduce(0) { $0 + base[i, $1] * normal[$1] } }
      values += shares(scores)
      for conditional in conditionals { values += shares(conditional.drawn(given: scores, normal[inputs...])) }
    }
    return UnitPoints(dimensions: inputs, values: values)
  }
}

/// How the inputs outside a set are drawn when those in it are known.
private struct Conditional {
  private let kept: [Int]
  private let drawn: [Int]
  /// Shape `[drawn][kept]`: the conditional means are this times the kept scores.
  private let weights: [[Double]]
  private let factor: Matrix

  init(kept set: Subset, correlation: Matrix) throws(LinearAlgebraError) {
    let kept = (0..<correlation.rows).filter(set.contains)
    let drawn = (0..<correlation.rows).filter { !set.contains($0) }
    var equations = NormalEquations(columns: kept.count)
    equations.setProducts { correlation[kept[$0], kept[$1]] }
    let fit = equations.solved()
    let weights = drawn.map { other in fit.solve(kept.map { correlation[other, $0] }) }
    var rest = Matrix(rows: drawn.count, columns: drawn.count)
    for row in drawn.indices {
      for column in drawn.indices {
        var value = correlation[drawn[row], drawn[column]]
        for place in kept.indices { value -= weights[row][place] * correlation[drawn[column], kept[place]] }
        rest[row, column] = value
      }
    }
    (self.kept, self.drawn, self.weights) = (kept, drawn, weights)
    factor = try choleskyFactor(rest)
  }

  func drawn(given scores: [Double], _ normal: ArraySlice<Double>) -> [Double] {
    var result = scores
    for row in drawn.indices {
      var value = 0.0
      for place in kept.indices { value += weights[row][place] * scores[kept[place]] }
      for column in 0...row { value += factor[row, column] * normal[normal.startIndex + drawn[column]] }
      result[drawn[row]] = value
    }
    return result
  }
}

/// Normal scores as places in the open interval 0..1.
private func shares(_ scores: [Double]) -> [Double] {
  var result: [Double] = []
  for start in stride(from: 0, to: scores.count, by: LaneVector.scalarCount) {
    var lanes = LaneVector.zero
    let lanesUsed = min(LaneVector.scalarCount, scores.count - start)
    for lane in 0..<lanesUsed { lanes[lane] = scores[start + lane] }
    let share = standardNormalShare(lanes)
    for lane in 0..<lanesUsed { result.append(min(max(share[lane], 0x1p-53), 1 - 0x1p-53)) }
  }
  return result
}
