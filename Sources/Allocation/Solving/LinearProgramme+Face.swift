extension LinearProgramme {
  /// The vertex a model has reached or, of those as good, the preferred one.
  func vertex(of model: borrowing ClpModel, preference: [Double]?) -> Vertex {
    let (x, y) = (model.x, model.y)
    let reduced = reducedCosts(y)
    guard let preference, hasTies(model.basis, y: y, reduced: reduced),
      model.goOn(with: face(y: y, reduced: reduced, preference: preference)) == .optimal
    else { return vertex(x, y, basis: model.basis) }
    return vertex(model.x, y, basis: model.basis)
  }

  private func vertex(_ x: [Double], _ y: [Double], basis: Basis) -> Vertex {
    Vertex(
      x: x, y: y, objective: objective(x), certificate: Certificate(self, x: x, y: y),
      basis: settled(basis, x: x))
  }

  /// Whether something that costs nothing to move stands outside the basis, so that the best point may be one of many.
  private func hasTies(_ basis: Basis, y: [Double], reduced: [Double]) -> Bool {
    for column in 0..<columnCount where basis.places[column] != .basic {
      if reduced[column].magnitude <= LinearProgramme.tie, lower[column] < upper[column] { return true }
    }
    for row in 0..<rowCount where basis.places[columnCount + row] != .basic {
      if y[row].magnitude <= LinearProgramme.tie, rowLower[row] < rowUpper[row] { return true }
    }
    return false
  }

  /// A price below this is none: ten times what Clp may leave of one, and with it a tenth of what the certificate allows.
  private static let tie = 1e-8

  /// The points of least cost, of which those with most `preference` are sought.
  ///
  /// Whatever has a price stands at its bound in every point of least cost, and whatever stands there in a point
  /// that keeps the rest is one. So this is the same set for every y that proves an optimum.
  private func face(y: [Double], reduced: [Double], preference: [Double]) -> LinearProgramme {
    var face = self
    face.cost = preference.map { -$0 }
    for column in 0..<columnCount where reduced[column].magnitude > LinearProgramme.tie {
      let bound = reduced[column] > 0 ? lower[column] : upper[column]
      if bound.isFinite { (face.lower[column], face.upper[column]) = (bound, bound) }
    }
    for row in 0..<rowCount where y[row].magnitude > LinearProgramme.tie {
      let bound = y[row] > 0 ? rowLower[row] : rowUpper[row]
      if bound.isFinite { (face.rowLower[row], face.rowUpper[row]) = (bound, bound) }
    }
    return face
  }

  /// The basis for the whole programme: what was held fixed stands at one of its bounds.
  private func settled(_ basis: Basis, x: [Double]) -> Basis {
    var result = basis
    let activities = basis.places[columnCount...].contains(.fixed) ? activities(x) : []
    for (index, place) in basis.places.enumerated() where place == .fixed {
      let row = index - columnCount
      let (value, low, high) =
        row < 0 ? (x[index], lower[index], upper[index]) : (activities[row], rowLower[row], rowUpper[row])
      result.places[index] = high - value < value - low ? .atUpper : .atLower
    }
    return result
  }
}
