import Allocation
import Domain
import TestSupport
import Testing

/// Prices of more and of less, which differ at a corner.
struct SidedPriceTests {
  /// An account whose money ends where the need of the first use is filled; a yuan of the second is worth half.
  private func problem(available: Double = 800_000, mustSpend: Bool = false) -> AllocationProblem {
    var problem = AllocationProblem(
      accounts: [
        Account(name: "city", label: Label(zh: "市本级", en: "city"), available: [available], mustSpend: mustSpend)
      ],
      uses: [
        Use(name: "eldercare", label: Label(zh: "养老", en: "eldercare")),
        Use(name: "children", label: Label(zh: "儿童", en: "children")),
      ], years: 2026...2026)
    problem.steps = [[ValueStep(width: 800_000, value: 1)], [ValueStep(width: 500_000, value: 0.5)]]
    return problem
  }

  private func prices(_ problem: AllocationProblem) throws -> [SidedPrice] {
    try #require(try AllocationSolver().solve(problem).solution).sidedPrices()
  }

  @Test func moreMoneyIsWorthWhatIsNextAndLessWhatWasLast() throws {
    let problem = problem()
    let money = try #require(try prices(problem).first { $0.rule == .money(account: 0, year: 0) })
    #expect(((money.more ?? 0) - 0.5).magnitude < 1e-9)
    #expect(((money.less ?? 0) - 1).magnitude < 1e-9)
    #expect(!money.isOne)
    #expect(
      money.words(in: problem, .en)
        == "money available 800 000 yuan (city, 2026): 10 000 yuan more change the value by 5000 weighted yuan; 10 000 less by −10000 weighted yuan"
    )
    #expect(money.words(in: problem, .zh) == "可用资金 80 万元（市本级，2026 年）：增加 1 万元，总值变化 5000 加权元；减少 1 万元，变化 −10000 加权元")
  }

  @Test(arguments: [100_000.0, 1_000_000, 1_250_000])
  func awayFromACornerBothSidesAgreeWithSolvingAgain(available: Double) throws {
    let problem = problem(available: available)
    let money = try #require(try prices(problem).first { $0.rule == .money(account: 0, year: 0) })
    #expect(money.isOne)
    var other = problem
    other.accounts[0].available = [available + 1000]
    let more = try #require(try AllocationSolver().solve(other).solution).value
    let here = try #require(try AllocationSolver().solve(problem).solution).value
    #expect(((more - here) / 1000 - (money.more ?? 0)).magnitude < 1e-9)
  }

  @Test func moneyThatMustBeSpentCanOnlyShrinkWhereNothingMoreIsNeeded() throws {
    let problem = problem(available: 1_300_000, mustSpend: true)
    let money = try #require(try prices(problem).first { $0.rule == .money(account: 0, year: 0) })
    #expect(money.more == nil)
    #expect(((money.less ?? 0) - 0.5).magnitude < 1e-9)
    #expect(
      money.words(in: problem, .en).contains("more cannot be, or the rules cannot all hold; 10 000 less by −5000"))
  }

  @Test func lessIsWorthAtLeastAsMuchAsMore() throws {
    for seed in 0..<60 {
      var stream = SplitMix(seed: UInt64(seed))
      let problem = AllocationProblem.random(&stream)
      guard let solution = try AllocationSolver().solve(problem).solution else { continue }
      for price in try solution.sidedPrices() {
        guard let more = price.more, let less = price.less else { continue }
        #expect(more <= less + 1e-6 * max(1, less.magnitude), "seed \(seed): \(price.rule)")
      }
    }
  }

  @Test func aNamedRuleSaysWhatItIsAbout() {
    var problem = problem()
    problem.limits = [
      Limit(
        .atMost, .yuan(5), name: Label(zh: "上限", en: "cap"), accounts: [0], uses: [1], years: [0], usesTogether: true)
    ]
    let rule = Rule.limit(0, account: 0, use: nil, year: 0)
    #expect(rule.words(in: problem, .en) == "cap (children) ≤ 5 yuan (city, 2026)")
    #expect(rule.words(in: problem, .zh) == "上限（儿童） ≤ 5 元（市本级，2026 年）")
  }

  @Test func aTransferGivesWayToNothingAndNoFurther() throws {
    // The county must spend all of 2 million under a ceiling of 1.5 million, whatever it gets.
    var problem = AllocationProblem(
      accounts: [
        Account(name: "city", label: Label(zh: "市", en: "city"), available: [1_000_000]),
        Account(name: "county", label: Label(zh: "县", en: "county"), available: [2_000_000], mustSpend: true),
      ], uses: [Use(name: "eldercare", label: Label(zh: "养老", en: "eldercare"))], years: 2026...2026)
    problem.steps = problem.steps.map { _ in [ValueStep(width: .infinity, value: 1)] }
    problem.limits = [Limit(.atMost, .yuan(1_500_000), accounts: [1], uses: [0], years: [0])]
    problem.transfers = [Transfer(from: 0, to: [1], atLeast: 100_000)]
    guard case .infeasible(let clash) = try AllocationSolver().solve(problem) else {
      Issue.record("the rules clash")
      return
    }
    #expect(
      Set(clash.rules) == [.spendAll(account: 1, year: 0), .limit(0, account: 1, use: 0, year: 0)])
    #expect(clash.alternatives.allSatisfy { $0.rule.kind(in: problem) != .transfer })
  }

  @Test func yuanBesideThousandsOfMillionsEndInAProof() throws {
    // A floor of a yuan that an account of 94 fen cannot keep, in a plan of a hundred thousand million.
    var problem = AllocationProblem(
      accounts: [
        Account(name: "large", label: Label(zh: "大", en: "large"), available: [1e11]),
        Account(name: "small", label: Label(zh: "小", en: "small"), available: [0.94]),
      ], uses: [Use(name: "eldercare", label: Label(zh: "养老", en: "eldercare"))], years: 2026...2026)
    problem.steps = problem.steps.map { _ in [ValueStep(width: 1e12, value: 1)] }
    problem.limits = [Limit(.atLeast, .yuan(1), accounts: [0, 1], uses: [0], years: [0])]
    guard case .infeasible(let clash) = try AllocationSolver().solve(problem) else {
      Issue.record("the floor cannot be kept")
      return
    }
    #expect(Set(clash.rules) == [.money(account: 1, year: 0), .limit(0, account: 1, use: 0, year: 0)])
    #expect(clash.relaxation.allSatisfy { ($0.yuan - 0.06).magnitude < 1e-6 } && clash.relaxation.count == 1)
  }
}
