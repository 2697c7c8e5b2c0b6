import Allocation
import Domain
import TestSupport
import Testing

struct AllocationSolverTests {
  @Test func randomProblemsAgreeWithAnIndependentSolver() throws {
    var stream = SplitMix(seed: 6)
    var found: [String: Int] = [:]
    for number in 0..<500 {
      let problem = AllocationProblem.random(&stream)
      let expected = DenseSimplex.solve(problem.linearProgramme)
      switch (try AllocationSolver().solve(problem), expected) {
      case (.optimal(let solution), .optimal(let cost)):
        found["optimal", default: 0] += 1
        let linear = problem.linearProgramme
        // Both in the units of the programme.
        let scale = solution.value == 0 ? 1 : -cost / solution.value
        #expect((scale * solution.value + cost).magnitude <= 1e-8 * (1 + cost.magnitude), "\(number)")
        #expect(solution.certificate.holds, "\(number)")
        _ = linear
      case (.infeasible(let clash), .infeasible):
        found["infeasible", default: 0] += 1
        #expect(!clash.rules.isEmpty && !clash.relaxation.isEmpty, "\(number)")
      case (let answer, _): Issue.record("\(number): \(answer) where \(expected) was expected")
      }
    }
    #expect(found["optimal", default: 0] > 200 && found["infeasible", default: 0] > 50, "\(found)")
    print(found)
  }
}
