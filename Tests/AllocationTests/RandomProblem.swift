import Allocation
import Domain
import TestSupport

extension AllocationProblem {
  /// How far a drawn problem goes.
  struct Shape {
    var accounts = 2...4
    var uses = 2...4
    var years = 1...3
    /// Rules that can clash or couple accounts and years.
    var isTame = false
  }

  /// A problem drawn from a stream.
  static func random(_ stream: inout SplitMix, _ shape: Shape = Shape()) -> AllocationProblem {
    func number(_ range: ClosedRange<Double>) -> Double {
      // Amounts as people write them, and amounts that come out of a model.
      let value = Double.random(in: range, using: &stream)
      return Bool.random(using: &stream) ? value.rounded() : value
    }
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &stream) < share }
    let accountCount = Int.random(in: shape.accounts, using: &stream)
    let useCount = Int.random(in: shape.uses, using: &stream)
    let yearCount = Int.random(in: shape.years, using: &stream)
    let isFirm = !shape.isTame && chance(0.4)
    var problem = AllocationProblem(
      accounts: (0..<accountCount).map { index in
        Account(
          name: "a\(index)", label: Label(zh: "账户\(index)", en: "account \(index)"),
          available: (0..<yearCount).map { _ in number(0...1_000) }, mustSpend: isFirm,
          carryOver: chance(0.5) ? 0.4 : 0)
      },
      uses: (0..<useCount).map { Use(name: "u\($0)", label: Label(zh: "用途\($0)", en: "use \($0)"), weight: 1) },
      years: 2025...2024 + yearCount)
    for cell in problem.steps.indices where chance(0.9) {
      let width = number(0...300)
      let values = [1, 0.75, 0.5, 0.3].prefix(Int.random(in: 1...4, using: &stream))
      problem.steps[cell] = values.map { ValueStep(width: width, value: $0) }
    }
    let (accounts, uses, years) = (Array(0..<accountCount), Array(0..<useCount), Array(0..<yearCount))
    if chance(0.7) {
      problem.limits.append(
        Limit(
          .atLeast, .share(Double(Int.random(in: 0...80, using: &stream)) / 100), accounts: accounts,
          uses: Array(uses.prefix(useCount / 2)), years: years, usesTogether: true,
          accountsTogether: chance(0.3)))
    }
    if chance(0.4) {
      problem.limits.append(
        Limit(
          .atLeast, chance(0.5) ? .yuan(number(0...30)) : .share(0.02), accounts: [accounts[0]], uses: [uses[0]],
          years: years))
    }
    if chance(0.3) {
      problem.limits.append(
        Limit(.atMost, .yuan(number(50...300)), accounts: accounts, uses: [uses[useCount - 1]], years: years))
    }
    if chance(0.3) { problem.equity.append(EquityRule(accounts: [accounts[0]], atLeast: 0.2, weight: 1.15)) }
    if chance(0.3), accountCount > 1 {
      problem.transfers.append(
        Transfer(
          from: 0, to: Array(1..<accountCount), atLeast: chance(0.3) ? number(0...20) : 0, atMost: number(20...80)))
    }
    if !shape.isTame, chance(0.3), yearCount > 1 {
      problem.smoothing.append(Smoothing(accounts: accounts, uses: [uses[0]], atMost: 0.25))
    }
    return problem
  }
}
