extension LinearProgramme {
  /// The vertex a model has reached or, of those as good, the preferred one.
  func vertex(of model: borrowing ClpModel, preference: [Double]?) -> Vertex {
    let (x, y) = (model.x, model.y)
    let reduced = reducedCosts(y)
    let basis = model.basis
    guard let preference, hasTies(basis, y: y, reduced: reduced) else { return vertex(x, y, basis: basis) }
    let face = Face(of: self, basis: basis, x: x, y: y, reduced: reduced, preference: preference)
    let rest = ClpModel(face.programme)
    guard rest.goOn(from: face.basis, at: face.x) == .optimal else { return vertex(x, y, basis: basis) }
    return vertex(face.point(rest.x), y, basis: face.basis(rest.basis))
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
  static let tie = 1e-8

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
