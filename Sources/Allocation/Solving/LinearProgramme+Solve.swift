extension LinearProgramme {
  /// Solves the programme and proves the answer.
  ///
  /// - Parameters:
  ///   - basis: of a programme of the same shape, to start from; nil to start from nothing.
  ///   - preference: among points of the same cost the one with the largest `preference`·x is taken, shape
  ///     `[column]`; nil takes the one met first.
  /// - Throws: ``AllocationError/notCertified(_:)`` when no way of solving gave an answer with a proof.
  package func solve(from basis: Basis? = nil, preference: [Double]? = nil) throws(AllocationError) -> ProgrammeOutcome
  {
    var worst: Certificate?
    if let basis {
      let model = ClpModel(self)
      if model.solve(from: basis) == .optimal {
        let vertex = vertex(of: model, preference: preference)
        if vertex.certificate.holds { return .optimal(vertex) }
      }
    }
    for method in ClpModel.Method.allCases {
      let model = ClpModel(self)
      guard model.solve(method) == .optimal else {
        if let refusal = try refusal() { return refusal }
        continue
      }
      let vertex = vertex(of: model, preference: preference)
      if vertex.certificate.holds { return .optimal(vertex) }
      worst = vertex.certificate
    }
    throw .notCertified(worst)
  }

  /// Whether some point keeps all bounds, without a word on which is best.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)``.
  package func isFeasible() throws(AllocationError) -> Bool {
    var costless = self
    costless.cost = cost.map { _ in 0 }
    if case .optimal = try costless.solve() { return true }
    return false
  }

  /// Why there is no best point, proved; nil when there seems to be one after all.
  private func refusal() throws(AllocationError) -> ProgrammeOutcome? {
    let shortfall = try shortfall()
    if shortfall > LinearProgramme.noticeable { return .infeasible(shortfall: shortfall) }
    return try ray().map { .unbounded(ray: $0) }
  }

  /// What is missed or lost by more than this counts, in the programme's own units.
  package static let noticeable = 1e-7

  /// The smallest sum by which the rows must be missed.
  private func shortfall() throws(AllocationError) -> Double {
    if zip(lower, upper).contains(where: { $0 > $1 }) { return .infinity }
    var elastic = self
    elastic.cost = cost.map { _ in 0 }
    var slack: [[(column: Int, coefficient: Double)]] = rows.starts.dropLast().map { _ in [] }
    for row in 0..<rowCount {
      if rowLower[row].isFinite { slack[row].append((elastic.addColumn(cost: 1, in: .notNegative), 1)) }
      if rowUpper[row].isFinite { slack[row].append((elastic.addColumn(cost: 1, in: .notNegative), -1)) }
    }
    elastic.rows = SparseRows()
    for row in 0..<rowCount {
      elastic.rows.append(rows[row].map { (rows.columns[$0], rows.coefficients[$0]) } + slack[row])
    }
    return try elastic.optimumOfBounded().objective
  }

  /// A direction in which every bound holds for ever and the cost falls; nil when there is none.
  private func ray() throws(AllocationError) -> [Double]? {
    func direction(_ lower: Double, _ upper: Double, within limit: Double) -> Bounds {
      Bounds(lower.isFinite ? 0 : -limit, upper.isFinite ? 0 : limit)
    }
    var cone = self
    for column in 0..<columnCount {
      let bounds = direction(lower[column], upper[column], within: 1)
      (cone.lower[column], cone.upper[column]) = (bounds.lower, bounds.upper)
    }
    for row in 0..<rowCount {
      let bounds = direction(rowLower[row], rowUpper[row], within: .infinity)
      (cone.rowLower[row], cone.rowUpper[row]) = (bounds.lower, bounds.upper)
    }
    let steepest = try cone.optimumOfBounded()
    return steepest.objective < -LinearProgramme.noticeable ? steepest.x : nil
  }

  /// The best point of a programme that is known to have one.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)``.
  package func optimumOfBounded(preference: [Double]? = nil) throws(AllocationError) -> Vertex {
    var worst: Certificate?
    for method in ClpModel.Method.allCases {
      let model = ClpModel(self)
      guard model.solve(method) == .optimal else { continue }
      let vertex = vertex(of: model, preference: preference)
      if vertex.certificate.holds { return vertex }
      worst = vertex.certificate
    }
    throw .notCertified(worst)
  }
}
