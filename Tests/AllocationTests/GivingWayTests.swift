import Allocation
import Domain
import Testing

/// Rules that cannot all hold, and which of them gives way.
struct GivingWayTests {
  /// 100 yuan; eldercare is to have 55 % of what is spent, children 60 yuan.
  private func problem(eldercare: Int?, children: Int?) -> AllocationProblem {
    var problem = AllocationProblem(
      accounts: [Account(name: "a", label: Label(zh: "甲", en: "A"), available: [100])],
      uses: ["eldercare", "children"].map { Use(name: $0, label: Label(zh: $0, en: $0)) }, years: 2025...2025)
    problem.steps = Array(repeating: [ValueStep(width: 100, value: 1)], count: 2)
    problem.limits = [
      Limit(
        .atLeast, .share(0.55), accounts: [0], uses: [0], years: [0], usesTogether: true, givesWay: eldercare),
      Limit(.atLeast, .yuan(60), accounts: [0], uses: [1], years: [0], givesWay: children),
    ]
    return problem
  }

  private func amounts(_ problem: AllocationProblem) throws -> [Int] {
    try #require(try AllocationSolver().best(problem)).books.amounts
  }

  @Test func theLowerRankGivesWay() throws {
    let asked = problem(eldercare: 3, children: 2)
    #expect(try !AllocationSolver.isFeasible(asked))
    let (relaxed, given) = try #require(try asked.givingWay())
    // 45 yuan are left beside 55.
    #expect(given.map(\.rule) == [.limit(1, account: 0, use: 1, year: 0)])
    #expect(given[0].yuan == 15)
    #expect(try amounts(relaxed) == [5500, 4500])
  }

  @Test func aShareGivesWayToWhatIsFirmer() throws {
    for rank in [nil, 2] {
      let (relaxed, given) = try #require(try problem(eldercare: 1, children: rank).givingWay())
      #expect(given.map(\.rule) == [.limit(0, account: 0, use: nil, year: 0)])
      #expect(abs((given[0].share ?? 0) - 0.4) < 1e-5)
      #expect(try amounts(relaxed) == [4000, 6000])
    }
  }

  @Test func whatNeverGivesWayMayLeaveNoWay() throws {
    let none = try problem(eldercare: nil, children: nil).givingWay()
    #expect(none?.given == nil)
  }

  @Test func nothingGivesWayWhereAllCanHold() throws {
    var easy = problem(eldercare: 3, children: 2)
    easy.limits[1].bound = .yuan(40)
    let (same, given) = try #require(try easy.givingWay())
    #expect(given.isEmpty && same == easy)
  }
}
