import NumericCore

/// A regression of an outcome on the terms of several causes at once.
struct CauseRegression {
  /// A cause's first-order share, and what it is without each block of worlds.
  struct Share {
    let share: Double
    let leftOut: [Double]
  }

  private let terms: [CauseTerms]
  private let whole: NormalEquations
  private let fit: RegressionFit
  private let parts: [NormalEquations]
  private let outcome: [Double]

  /// - Parameter outcome: standardised, one a world.
  init(outcome: [Double], terms: [CauseTerms]) {
    self.terms = terms
    self.outcome = outcome
    let columns = terms.flatMap(\.columns)
    // The last column is the constant.
    var parts = Array(repeating: NormalEquations(columns: columns.count + 1), count: Jackknife.blocks)
    var row = Array(repeating: 1.0, count: columns.count + 1)
    for world in outcome.indices {
      for column in columns.indices { row[column] = columns[column][world] }
      parts[world % Jackknife.blocks].add(row, [outcome[world]])
    }
    self.parts = parts
    whole = parts.reduce(into: NormalEquations(columns: columns.count + 1)) { $0 += $1 }
    fit = whole.solved()
  }

  /// One a cause.
  func shares() -> [Share] {
    let inverse = (0..<whole.columns).map(fit.inverseColumn)
    let all = shares(whole, fit, inverse)
    // Without a tenth of the worlds the inverse grows by as much, near enough for the bias that it takes off.
    let leftOut = parts.map { part in
      let rest = whole.without(part)
      return shares(rest, rest.solved(), inverse)
    }
    return terms.indices.map { cause in Share(share: all[cause], leftOut: leftOut.map { $0[cause] }) }
  }

  /// What the regression leaves of the outcome, world by world.
  func residuals() -> [Double] {
    let coefficients = fit.coefficients[0]
    let columns = terms.flatMap(\.columns)
    return outcome.indices.map { world in
      var rest = outcome[world] - coefficients[columns.count]
      for column in columns.indices { rest -= coefficients[column] * columns[column][world] }
      return rest
    }
  }

  /// β′ C β − s² tr(C (XᵀX)⁻¹) for each cause, over the outcome's variance.
  ///
  /// - Parameter inverse: (XᵀX)⁻¹ of all worlds.
  private func shares(_ equations: NormalEquations, _ fit: RegressionFit, _ inverse: [[Double]]) -> [Double] {
    let beta = fit.coefficients[0]
    let noise =
      equations.residualSquares(fit) / (equations.count - Double(fit.rank)) * (whole.count / equations.count)
    let constant = beta.count - 1
    let mean = equations.mean(constant: constant)
    let variance = equations.squares[0] / equations.count - mean * mean
    var start = 0
    return terms.map { cause in
      let range = start..<start + cause.columns.count
      start = range.upperBound
      var explained = 0.0
      for row in range {
        for column in range {
          let spread = equations.covariance(row, column, constant: constant)
          explained += (beta[row] * beta[column] - noise * inverse[row][column]) * spread
        }
      }
      return explained / variance
    }
  }
}

extension NormalEquations {
  /// The covariance of two columns, where one column is a constant one.
  fileprivate func covariance(_ row: Int, _ column: Int, constant: Int) -> Double {
    product(row, column) / count - product(row, constant) * product(column, constant) / (count * count)
  }

  /// The mean of the first outcome, where one column is a constant one.
  fileprivate func mean(constant: Int) -> Double { rightSide(constant) / count }
}
