internal import CClp

/// A programme inside Clp. It goes with the value; nothing of it is shared.
struct ClpModel: ~Copyable {
  private let model: UnsafeMutableRawPointer
  private let rowCount: Int
  private let columnCount: Int

  /// What Clp says of a programme; only a certificate makes it true.
  enum Verdict {
    case optimal, infeasible, unbounded, undecided
  }

  /// Ways to a solution, from the usual one to the most careful.
  enum Method: CaseIterable {
    case presolvedDual, dual, primal, unscaledPrimal
  }

  /// Clp's own tolerance, absolute: a hundredth of what the certificate allows.
  static let tolerance = 1e-9

  init(_ programme: LinearProgramme) {
    rowCount = programme.rowCount
    columnCount = programme.columnCount
    guard let model = Clp_newModel() else { preconditionFailure("no memory for a linear programme") }
    self.model = model
    Clp_setLogLevel(model, 0)
    let matrix = programme.rows.transposed(columnCount: columnCount)
    Clp_loadProblem(
      model, Int32(columnCount), Int32(rowCount), matrix.starts.map(Int32.init), matrix.columns.map(Int32.init),
      matrix.coefficients, programme.lower, programme.upper, programme.cost, programme.rowLower, programme.rowUpper)
    Clp_setPrimalTolerance(model, ClpModel.tolerance)
    Clp_setDualTolerance(model, ClpModel.tolerance)
    // Many amounts are worth the same; perturbed from the start, the dual simplex takes a fifth of the steps.
    Clp_setPerturbation(model, 50)
  }

  deinit { Clp_deleteModel(model) }

  /// Solves from nothing.
  func solve(_ method: Method) -> Verdict {
    switch method {
    case .presolvedDual:
      let options = ClpSolve_new()
      defer { ClpSolve_delete(options) }
      ClpSolve_setSolveType(options, 0, -1)
      ClpSolve_setPresolveType(options, 0, -1)
      Clp_initialSolveWithOptions(model, options)
    case .dual: Clp_dual(model, 0)
    case .primal: Clp_primal(model, 0)
    case .unscaledPrimal:
      Clp_scaling(model, 0)
      Clp_primal(model, 0)
    }
    return verdict
  }

  /// Solves from the basis of a programme of the same shape that differs in bounds.
  func solve(from basis: Basis) -> Verdict {
    start(from: basis)
    // Few steps are left: perturbed only when they lead nowhere.
    Clp_setPerturbation(model, 100)
    Clp_dual(model, 0)
    return verdict
  }

  /// Goes on from a vertex that keeps all bounds, but need not be the best.
  func goOn(from basis: Basis, at x: [Double]) -> Verdict {
    start(from: basis)
    Clp_setColSolution(model, x)
    // Nearly there, and soon to be told apart: no need of perturbation.
    Clp_setPerturbation(model, 102)
    Clp_primal(model, 0)
    return verdict
  }

  private func start(from basis: Basis) {
    precondition(basis.places.count == columnCount + rowCount, "a basis of another programme")
    // Near the end, as here, scaling takes longer than it saves.
    Clp_scaling(model, 0)
    Clp_copyinStatus(model, basis.places.map(\.rawValue))
  }

  private var verdict: Verdict {
    switch Clp_status(model) {
    case 0: .optimal
    case 1: .infeasible
    case 2: .unbounded
    default: .undecided
    }
  }

  /// The point, shape `[column]`.
  var x: [Double] { numbers(Clp_primalColumnSolution(model), columnCount) }

  /// The prices of the rows, shape `[row]`.
  var y: [Double] { numbers(Clp_dualRowSolution(model), rowCount) }

  var basis: Basis {
    let bytes = UnsafeBufferPointer(start: Clp_statusArray(model), count: columnCount + rowCount)
    // The higher bits are Clp's own marks.
    return Basis(places: bytes.map { Basis.Place(rawValue: $0 & 7) ?? .superBasic })
  }

  private func numbers(_ start: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
