import Allocation
import TestSupport
import Testing

/// Drawn problems against an independent solver; those without an answer are taken apart.
struct RandomAllocationTests {
  @Test func randomProblemsAgreeWithAnIndependentSolver() throws {
    var stream = SplitMix(seed: 6)
    var (optimal, infeasible) = (0, 0)
    for number in 0..<500 {
      let problem = AllocationProblem.random(&stream)
      let linear = problem.linearProgramme
      switch (try linear.solve(), DenseSimplex.solve(linear)) {
      case (.optimal(let vertex), .optimal(let cost)):
        optimal += 1
        #expect((vertex.objective - cost).magnitude <= 1e-8 * (1 + cost.magnitude), "\(number)")
        let solution = try #require(try AllocationSolver().best(problem), "\(number)")
        #expect(solution.certificate.holds, "\(number)")
        let value = problem.value(of: solution.amounts)
        #expect((solution.value - value).magnitude <= 1e-8 * (1 + value), "\(number)")
      case (.infeasible, .infeasible): infeasible += 1
      case (let answer, let expected): Issue.record("\(number): \(answer) where \(expected) was expected")
      }
    }
    #expect(optimal > 200 && infeasible > 100, "\(optimal) optimal, \(infeasible) infeasible")
  }

  @Test func whatIsRelaxedIsThenPossible() throws {
    var stream = SplitMix(seed: 61)
    var taken = 0
    while taken < 40 {
      var problem = AllocationProblem.random(&stream)
      guard case .infeasible(let clash) = try AllocationSolver().solve(problem) else { continue }
      taken += 1
      #expect(!clash.rules.isEmpty, "\(taken)")
      // Money and amounts can be given back as they are asked for.
      let isPlain = clash.relaxation.allSatisfy {
        if case .money = $0.rule { true } else { false }
      }
      guard isPlain else { continue }
      for relaxation in clash.relaxation {
        if case .money(let account, let year) = relaxation.rule {
          problem.accounts[account].available?[year] += relaxation.yuan * (1 + 1e-9)
        }
      }
      #expect(try AllocationSolver().best(problem) != nil, "\(taken)")
    }
  }
}

extension AllocationProblem {
  /// What amounts are worth, step by step.
  func value(of amounts: [Double]) -> Double {
    var total = 0.0
    for account in accounts.indices {
      for use in uses.indices {
        let favour = equity.filter { $0.accounts.contains(account) }.reduce(uses[use].weight) { $0 * $1.weight }
        for year in 0..<years.count {
          let cell = cell(account: account, use: use, year: year)
          var rest = amounts[cell]
          for step in steps[cell] {
            total += favour * step.value * min(rest, step.width)
            rest -= min(rest, step.width)
          }
        }
      }
    }
    return total
  }
}
