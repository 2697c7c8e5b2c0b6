/// A best point of a programme, with the prices and the certificate that prove it.
package struct Vertex: Sendable {
  /// Shape `[column]`.
  package let x: [Double]
  /// Change of the smallest cost per unit of each row's bound, shape `[row]`.
  package let y: [Double]
  package let objective: Double
  package let certificate: Certificate
  /// Where a programme that differs a little can start.
  package let basis: Basis
}

/// What became of a programme; each answer is proved.
package enum ProgrammeOutcome: Sendable {
  case optimal(Vertex)
  /// Bounds of rows cannot all hold: together they are missed by `shortfall` at least.
  case infeasible(shortfall: Double)
  /// The cost falls without end along `ray`, shape `[column]`.
  case unbounded(ray: [Double])
}
