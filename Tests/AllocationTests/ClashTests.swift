import Allocation
import Domain
import Testing

struct ClashTests {
  /// 9 990 000 yuan of which 55 % are for eldercare, and floors of 4 800 000 yuan for two other uses together.
  private func chunan(floor: Double = 4_800_000, available: [Double]? = [9_990_000]) -> AllocationProblem {
    var problem = AllocationProblem(
      accounts: [
        Account(name: "chunan", label: Label(zh: "淳安县", en: "Chun'an"), available: available, mustSpend: true)
      ],
      uses: [
        Use(name: "eldercare", label: Label(zh: "养老", en: "eldercare")),
        Use(name: "disability", label: Label(zh: "残疾人", en: "disability")),
        Use(name: "children", label: Label(zh: "儿童", en: "children")),
      ], years: 2025...2025)
    problem.steps = Array(repeating: [ValueStep(width: 20_000_000, value: 1)], count: 3)
    problem.limits = [
      Limit(
        .atLeast, .share(0.55), name: Label(zh: "养老", en: "eldercare"), accounts: [0], uses: [0], years: [0],
        usesTogether: true),
      Limit(.atLeast, .yuan(floor), accounts: [0], uses: [1, 2], years: [0], usesTogether: true),
    ]
    return problem
  }

  private func clash(_ problem: AllocationProblem) throws -> Clash {
    guard case .infeasible(let clash) = try AllocationSolver().solve(problem) else {
      throw Unexpected()
    }
    return clash
  }

  private struct Unexpected: Error {}

  @Test func theSmallestClashIsFound() throws {
    let problem = chunan()
    let clash = try clash(problem)
    #expect(
      clash.rules.map { $0.words(in: problem, .zh) } == [
        "可用资金 999 万元（淳安县，2025 年）", "养老占比 ≥ 55%（淳安县，2025 年）", "残疾人、儿童合计 ≥ 480 万元（淳安县，2025 年）",
      ])
    #expect(
      clash.rules.map { $0.words(in: problem, .en) } == [
        "money available 9 990 000 yuan (Chun'an, 2025)", "share of eldercare ≥ 55% (Chun'an, 2025)",
        "disability, children together ≥ 4 800 000 yuan (Chun'an, 2025)",
      ])
  }

  @Test func theCheapestWayOutIsFound() throws {
    // 45 % of 9.99 million are 4.4955 million: 304 500 less, or 4.8/0.45 million in all, 676 667 more. The share
    // itself misses 304 500 yuan of the money, 5.19/9.99, where the floor would be left as it is.
    let problem = chunan()
    let clash = try clash(problem)
    #expect(clash.relaxation.count == 1)
    let yuan = Dictionary(uniqueKeysWithValues: clash.alternatives.map { ($0.rule, $0.yuan) })
    #expect(((yuan[.money(account: 0, year: 0)] ?? 0) - 676_666.666_667).magnitude < 1e-3)
    #expect(((yuan[.limit(1, account: 0, use: nil, year: 0)] ?? 0) - 304_500).magnitude < 1e-3)
    let share = try #require(clash.alternatives.first { $0.rule == .limit(0, account: 0, use: nil, year: 0) })
    #expect(((share.share ?? 0) - 5.19 / 9.99).magnitude < 1e-9)
    #expect((clash.relaxation[0].yuan - 304_500).magnitude < 1e-3)
    let floor = try #require(clash.alternatives.first { $0.rule == .limit(1, account: 0, use: nil, year: 0) })
    #expect(floor.words(in: problem, .zh) == "残疾人、儿童合计 ≥ 480 万元（淳安县，2025 年）：降低 30.45 万元")
  }

  @Test func penaltiesMoveTheWayOut() throws {
    var problem = chunan()
    for kind in Rule.Kind.allCases where kind != .money { problem.penalties[kind] = 100 }
    let clash = try clash(problem)
    #expect(clash.relaxation.map(\.rule) == [.money(account: 0, year: 0)])
  }

  @Test func needsCanClashToo() throws {
    var problem = chunan(floor: 0)
    problem.steps = Array(repeating: [ValueStep(width: 1_000_000, value: 1)], count: 3)
    let clash = try clash(problem)
    #expect(
      Set(clash.rules) == [
        .spendAll(account: 0, year: 0), .need(account: 0, use: 0, year: 0), .need(account: 0, use: 1, year: 0),
        .need(account: 0, use: 2, year: 0),
      ])
  }

  @Test func aValueWithoutEndIsToldApart() throws {
    var problem = chunan(available: nil)
    problem.accounts[0].mustSpend = false
    problem.steps[2] = [ValueStep(width: 100, value: 2), ValueStep(width: .infinity, value: 1)]
    problem.limits = []
    guard case .unbounded(let endless) = try AllocationSolver().solve(problem) else {
      Issue.record("not unbounded")
      return
    }
    #expect(endless.accounts == [0])
    #expect(endless.cells.map(\.use) == [2])
    // Money without limit and needs with an end have a best allocation.
    problem.steps[2].removeLast()
    #expect(try AllocationSolver().best(problem)?.value == 40_000_200)
    // No value for what has no end: nothing goes there.
    problem.steps[2].append(ValueStep(width: .infinity, value: 0))
    #expect(try AllocationSolver().best(problem)?.value == 40_000_200)
  }
}
