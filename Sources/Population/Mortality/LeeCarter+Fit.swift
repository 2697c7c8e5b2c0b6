import NumericCore

extension LeeCarter {
  /// The fit of ``commonFactor(female:male:)`` for any number of populations.
  static func fit(populations: [Matrix]) throws(MortalityError) -> LeeCarter {
    try check(populations)
    let a = populations.map(timeMeans)
    let deviations = zip(populations, a).map { deviation(of: $0, from: $1) }
    let factor = try commonTrend(mean(of: deviations))
    let years = factor.k.count
    let drift = (factor.k[years - 1] - factor.k[0]) / Double(years - 1)
    var squares = 0.0
    for year in 1..<years {
      let surprise = factor.k[year] - factor.k[year - 1] - drift
      squares += surprise * surprise
    }
    return LeeCarter(
      a: a, b: factor.b, k: factor.k, drift: drift,
      innovationDeviation: (squares / Double(years - 2)).squareRoot(),
      firstComponentShare: factor.share,
      explainedShare: deviations.map { explained($0, b: factor.b, k: factor.k) })
  }
}

private func check(_ populations: [Matrix]) throws(MortalityError) {
  let shape = populations[0]
  guard shape.columns >= 3 else { throw .tooFewYears(found: shape.columns) }
  for (population, logRates) in populations.enumerated() {
    guard logRates.rows == shape.rows else {
      throw .shape(expected: shape.rows, found: logRates.rows)
    }
    guard logRates.columns == shape.columns else {
      throw .shape(expected: shape.columns, found: logRates.columns)
    }
    if let offset = logRates.values.firstIndex(where: { !$0.isFinite }) {
      throw .logRate(
        population: population, age: offset % shape.rows, year: offset / shape.rows,
        found: logRates.values[offset])
    }
  }
}

private func timeMeans(_ logRates: Matrix) -> [Double] {
  (0..<logRates.rows).map { age in
    var sum = 0.0
    for year in 0..<logRates.columns { sum += logRates[age, year] }
    return sum / Double(logRates.columns)
  }
}

private func deviation(of logRates: Matrix, from means: [Double]) -> Matrix {
  var result = logRates
  for year in 0..<result.columns {
    for age in 0..<result.rows { result[age, year] -= means[age] }
  }
  return result
}

private func mean(of matrices: [Matrix]) -> Matrix {
  var result = Matrix(rows: matrices[0].rows, columns: matrices[0].columns)
  for matrix in matrices {
    for index in result.values.indices { result.values[index] += matrix.values[index] }
  }
  for index in result.values.indices { result.values[index] /= Double(matrices.count) }
  return result
}

/// The first singular pair, scaled to Σ b = 1, and its share of the squares.
private func commonTrend(
  _ deviations: Matrix
) throws(MortalityError) -> (b: [Double], k: [Double], share: Double) {
  let factors: SingularValues
  do {
    factors = try singularValueDecomposition(deviations)
  } catch {
    throw .linearAlgebra(error)
  }
  let first = factors.u.column(0)
  let total = first.reduce(0, +)
  let squares = factors.sigma.reduce(0) { $0 + $1 * $1 }
  // Rounding leaves about 1e-15 of a unit vector's sum, and of constant rates.
  let smallestTrend = 1e-10
  guard abs(total) > smallestTrend, squares.squareRoot() > smallestTrend else {
    throw .noCommonTrend
  }
  let b = first.map { $0 / total }
  let k = (0..<deviations.columns).map { factors.sigma[0] * factors.vt[0, $0] * total }
  return (b, k, factors.sigma[0] * factors.sigma[0] / squares)
}

/// 1 − residual squares / squares of the deviations; 0 for rates that never change.
private func explained(_ deviations: Matrix, b: [Double], k: [Double]) -> Double {
  var residual = 0.0
  var whole = 0.0
  for (year, level) in k.enumerated() {
    for (age, response) in b.enumerated() {
      let value = deviations[age, year]
      let rest = value - response * level
      residual += rest * rest
      whole += value * value
    }
  }
  return whole > 0 ? 1 - residual / whole : 0
}
