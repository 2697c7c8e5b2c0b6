import NumericCore

/// The points from which Shapley effects are estimated for inputs that may go together.
///
/// Inputs are joined by a Gaussian copula: their normal scores have a correlation matrix. A row is a base point and, for
/// each set of inputs neither empty nor whole, a point that keeps the set and draws the others again as they go with it.
/// Rows of a replicate are one scrambled Sobol' sequence. Inputs of a group are kept and drawn together.
///
/// Source: Song, Nelson and Staum (2016), *SIAM/ASA Journal on Uncertainty Quantification* 4, 1060–1083, all subsets.
public struct ShapleyDesign: Sendable {
  public let layout: ShapleyRows
  private let scrambles: ScrambledSobol
  private let base: Matrix
  /// By the number of the set that is kept, from 1 on.
  private let conditionals: [Conditional]

  public var inputs: Int { base.rows }
  public var count: Int { layout.count }

  /// - Parameters:
  ///   - correlation: of the inputs' normal scores.
  ///   - groups: inputs that count as one, each input in one group; one group an input where absent.
  /// - Throws: ``LinearAlgebraError/notPositiveDefinite(pivot:)`` where they cannot be correlated so.
  public init(
    correlation: Matrix, groups: [[Int]]? = nil, replicates: Int, rows: Int, seed: UInt64
  ) throws(LinearAlgebraError) {
    let groups = groups ?? (0..<correlation.rows).map { [$0] }
    precondition(groups.joined().sorted() == Array(0..<correlation.rows), "each input stands in one group")
    layout = ShapleyRows(inputs: groups.count, replicates: replicates, rows: rows)
    scrambles = ScrambledSobol(dimensions: 2 * correlation.rows, seed: seed)
    base = try choleskyFactor(correlation)
    var conditionals: [Conditional] = []
    for kept in Subset.all(of: groups.count) where !kept.isEmpty && kept.count < groups.count {
      let inputs = groups.indices.filter(kept.contains).flatMap { groups[$0] }
      conditionals.append(try Conditional(kept: Set(inputs), correlation: correlation))
    }
    self.conditionals = conditionals
  }

  /// The points of a replicate: base and the others of row 0, by the kept set's number, then of row 1, and so on.
  public func points(ofReplicate replicate: Int) -> UnitPoints {
    let source = scrambles.points(replicate: replicate, count: layout.rows)
    var values: [Double] = []
    values.reserveCapacity(layout.rows * layout.pointsPerRow * inputs)
    for row in 0..<layout.rows {
      let normal = source.point(row).map(standardNormalQuantile)
      let scores = scores(normal)
      values += shares(scores)
      for conditional in conditionals { values += shares(conditional.drawn(given: scores, normal[inputs...])) }
    }
    return UnitPoints(dimensions: inputs, values: values)
  }

  /// A point by its number in the whole design.
  public func point(_ index: Int) -> [Double] {
    let place = layout.place(of: index)
    let normal = (0..<2 * inputs).map {
      standardNormalQuantile(scrambles.value(replicate: place.replicate, point: place.row, dimension: $0))
    }
    let scores = scores(normal)
    guard let kept = place.kept else { return shares(scores) }
    return shares(conditionals[kept.number - 1].drawn(given: scores, normal[inputs...]))
  }

  private func scores(_ normal: [Double]) -> [Double] {
    (0..<inputs).map { row in (0...row).reduce(0) { $0 + base[row, $1] * normal[$1] } }
  }
}

/// How the inputs outside a set are drawn when those in it are known.
private struct Conditional {
  private let kept: [Int]
  private let drawn: [Int]
  /// Shape `[drawn][kept]`: the conditional means are this times the kept scores.
  private let weights: [[Double]]
  private let factor: Matrix

  init(kept set: Set<Int>, correlation: Matrix) throws(LinearAlgebraError) {
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
