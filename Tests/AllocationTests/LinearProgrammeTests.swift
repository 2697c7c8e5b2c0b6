import Allocation
import TestSupport
import Testing

/// Clp behind its certificate against an independent solver.
struct LinearProgrammeTests {
  /// Few small whole numbers, so that ties, degenerate vertices, contradictions and open ends are common.
  private func random(_ stream: inout SplitMix) -> LinearProgramme {
    var programme = LinearProgramme()
    let columns = Int.random(in: 1...8, using: &stream)
    for _ in 0..<columns {
      let cost = Double(Int.random(in: -4...4, using: &stream))
      switch Int.random(in: 0..<6, using: &stream) {
      case 0: programme.addColumn(cost: cost, in: .notNegative)
      case 1: programme.addColumn(cost: cost, in: .atMost(Double(Int.random(in: -3...5, using: &stream))))
      case 2: programme.addColumn(cost: cost, in: .free)
      default: programme.addColumn(cost: cost, in: Bounds(0, Double(Int.random(in: 0...9, using: &stream))))
      }
    }
    for _ in 0..<Int.random(in: 0...8, using: &stream) {
      let terms = (0..<columns).compactMap { j in
        Int.random(in: 0..<3, using: &stream) == 0
          ? nil : (column: j, coefficient: Double(Int.random(in: -3...3, using: &stream)))
      }
      let bound = Double(Int.random(in: -6...12, using: &stream))
      let bounds: Bounds =
        switch Int.random(in: 0..<5, using: &stream) {
        case 0: .atLeast(bound - 6)
        case 1: .exactly(bound)
        case 2: Bounds(bound - 3, bound + 3)
        default: .atMost(bound)
        }
      programme.addRow(terms, in: bounds)
      // A row twice makes vertices degenerate.
      if Int.random(in: 0..<5, using: &stream) == 0 { programme.addRow(terms, in: bounds) }
    }
    return programme
  }

  @Test func randomProgrammesAgreeWithAnIndependentSolver() throws {
    var stream = SplitMix(seed: 20)
    var found: [String: Int] = [:]
    for number in 0..<2_000 {
      let programme = random(&stream)
      let expected = DenseSimplex.solve(programme)
      switch (try programme.solve(), expected) {
      case (.optimal(let vertex), .optimal(let value)):
        found["optimal", default: 0] += 1
        #expect((vertex.objective - value).magnitude <= 1e-8 * (1 + value.magnitude), "\(number)")
        #expect(vertex.certificate.holds, "\(number)")
      case (.infeasible(let shortfall), .infeasible):
        found["infeasible", default: 0] += 1
        #expect(shortfall > 0, "\(number)")
      case (.unbounded(let ray), .unbounded):
        found["unbounded", default: 0] += 1
        #expect(programme.objective(ray) < 0, "\(number)")
      case (let answer, _): Issue.record("\(number): \(answer) where \(expected) was expected")
      }
    }
    #expect(found.values.allSatisfy { $0 >= 150 } && found.count == 3, "\(found)")
  }
}
