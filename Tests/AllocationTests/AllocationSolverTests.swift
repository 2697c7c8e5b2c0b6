import Allocation
import Domain
import TestSupport
import Testing

struct AllocationSolverTests {
  /// Two uses of one account with 100 yuan: 60 yuan of eldercare worth 1 and as many worth 0.5, 80 of children worth 0.9.
  private func small(floor: Double, mustSpend: Bool = false) -> AllocationProblem {
    var problem = AllocationProblem(
      accounts: [
        Account(name: "a", label: Label(zh: "甲", en: "A"), available: [100], mustSpend: mustSpend)
      ],
      uses: [
        Use(name: "eldercare", label: Label(zh: "养老", en: "eldercare")),
        Use(name: "children", label: Label(zh: "儿童", en: "children")),
      ], years: 2025...2025)
    problem.steps = [
      [ValueStep(width: 60, value: 1), ValueStep(width: 60, value: 0.5)], [ValueStep(width: 80, value: 0.9)],
    ]
    problem.limits = [
      Limit(.atLeast, .share(floor), accounts: [0], uses: [0], years: [0], usesTogether: true)
    ]
    return problem
  }

  @Test func aSmallProblemIsSolvedAsByHand() throws {
    // At 75 %: 75 of eldercare (60 + 15 × 0.5), 25 of children (× 0.9). A yuan more goes 0.75 × 0.5 + 0.25 × 0.9; a
    // yuan more of eldercare in place of children costs 0.4, and a point is a hundredth of 100 yuan.
    let solution = try #require(try AllocationSolver().best(small(floor: 0.75)))
    #expect((solution.value - 90).magnitude < 1e-9)
    #expect(solution.books.amounts == [7_500, 2_500])
    #expect(
      solution.shadowPrices.map(\.rule) == [.money(account: 0, year: 0), .limit(0, account: 0, use: nil, year: 0)])
    #expect((solution.shadowPrices[0].perYuan - 0.6).magnitude < 1e-9)
    #expect((solution.shadowPrices[1].perYuan + 0.4).magnitude < 1e-9)
    let point = try #require(solution.shadowPrices[1].perPoint)
    #expect((point + 0.4).magnitude < 1e-9)
    #expect(solution.shadowPrices[0].perPoint == nil)
  }

  @Test func shadowPricesAreWhatSolvingAgainGives() throws {
    let value = { (problem: AllocationProblem) in try #require(try AllocationSolver().best(problem)).value }
    let base = try value(small(floor: 0.75))
    #expect((try value(small(floor: 0.76)) - base + 0.4).magnitude < 1e-9)
    var richer = small(floor: 0.75)
    richer.accounts[0].available = [101]
    #expect((try value(richer) - base - 0.6).magnitude < 1e-9)
    // Eldercare has 120 yuan of need, so 0.75 of 160 yuan is the most that can be spent.
    let range = try #require(
      try small(floor: 0.75).range(of: .available(account: 0, year: 0), within: 0...200))
    #expect((range.from - 80).magnitude < 0.02 && (range.to - 160).magnitude < 0.02)
    #expect((range.perYuan - 0.6).magnitude < 1e-6)
  }

  @Test func aFloorNeverRaisesTheValue() throws {
    var stream = SplitMix(seed: 55)
    var curves = 0
    while curves < 40 {
      let problem = AllocationProblem.random(&stream)
      guard !problem.limits.isEmpty, case .share = problem.limits[0].bound, problem.limits[0].sense == .atLeast else {
        continue
      }
      curves += 1
      let points = try problem.curve(ofLimit: 0, shares: (0...20).map { Double($0) / 20 })
      for (before, after) in zip(points, points.dropFirst()) {
        guard let later = after.value else { continue }
        let earlier = try #require(before.value, "\(curves): a harder floor can be kept and \(before) not")
        #expect(later <= earlier + 1e-7 * (1 + earlier), "\(curves)")
      }
    }
  }

  @Test func moreMoneyNeverLowersTheValue() throws {
    var stream = SplitMix(seed: 56)
    var solved = 0
    while solved < 200 {
      var problem = AllocationProblem.random(&stream, AllocationProblem.Shape(isTame: true))
      guard let before = try AllocationSolver().best(problem) else { continue }
      solved += 1
      for account in problem.accounts.indices where Bool.random(using: &stream) {
        problem.accounts[account].available = problem.accounts[account].available?.map { $0 * 1.3 + 10 }
      }
      // Equity asks for a share of all that is allocated, which unspent money leaves as it was.
      let after = try #require(try AllocationSolver().best(problem))
      #expect(after.value >= before.value * (1 - 1e-9) - 1e-9, "\(solved)")
    }
  }

  @Test func theChoiceAmongEqualsDoesNotDependOnTheWay() throws {
    var stream = SplitMix(seed: 57)
    var others: [AllocationSolution] = []
    var compared = 0
    while compared < 150 {
      // Values repeat from account to account, so that ties are the rule.
      let shape = AllocationProblem.Shape(accounts: 3...3, uses: 3...3, years: 2...2, isTame: true)
      var problem = AllocationProblem.random(&stream, shape)
      problem.limits = Array(problem.limits.prefix(0))
      (problem.transfers, problem.equity) = ([], [])
      for account in problem.accounts.indices { problem.accounts[account].carryOver = 0.4 }
      for cell in problem.steps.indices {
        problem.steps[cell] = [ValueStep(width: 100, value: 1), ValueStep(width: 100, value: 0.5)]
      }
      let cold = try #require(try AllocationSolver().best(problem))
      for other in others.suffix(3) {
        let warm = try #require(try AllocationSolver(startingFrom: other).best(problem))
        #expect(warm.books == cold.books, "\(compared)")
        compared += 1
      }
      others.append(cold)
    }
  }

  /// From year to year rules fall silent and others speak up, needs end and begin: what is best stays what it is.
  @Test func aStartFromAProblemOfOtherRulesAndNeedsChangesNothing() throws {
    var stream = SplitMix(seed: 58)
    var (compared, differing) = (0, 0)
    while compared < 200 {
      let shape = AllocationProblem.Shape(accounts: 3...4, uses: 3...4, years: 1...2, isTame: true)
      let problem = AllocationProblem.random(&stream, shape)
      var other = problem
      other.limits = problem.limits.filter { _ in Int.random(in: 0..<3, using: &stream) > 0 }
      for cell in other.steps.indices where Int.random(in: 0..<4, using: &stream) == 0 {
        other.steps[cell] = other.steps[cell].isEmpty ? [ValueStep(width: 70, value: 1.5)] : []
      }
      let solutions = try [problem, other].map { try AllocationSolver().best($0) }
      guard let first = solutions[0], let second = solutions[1] else { continue }
      let there = try #require(try AllocationSolver(startingFrom: first).best(other))
      let back = try #require(try AllocationSolver(startingFrom: second).best(problem))
      #expect(there.books == second.books && back.books == first.books, "\(compared)")
      compared += 1
      if first.books != second.books { differing += 1 }
    }
    #expect(differing > 100)
  }

  @Test func theOrderOfAccountsMeansNothing() throws {
    var stream = SplitMix(seed: 91)
    var compared = 0
    while compared < 60 {
      let problem = AllocationProblem.random(
        &stream, AllocationProblem.Shape(accounts: 3...4, uses: 2...4, years: 1...2, isTame: true))
      guard let solution = try AllocationSolver().best(problem) else { continue }
      let turned = problem.turned
      let other = try #require(try AllocationSolver().best(turned))
      let last = problem.accounts.count - 1
      for account in problem.accounts.indices {
        for use in problem.uses.indices {
          for year in 0..<problem.years.count {
            let (a, b) = (
              solution.amounts[problem.cell(account: account, use: use, year: year)],
              other.amounts[turned.cell(account: last - account, use: use, year: year)]
            )
            #expect(abs(a - b) < 0.01, "problem \(compared), account \(account), use \(use), year \(year): \(a), \(b)")
          }
        }
      }
      compared += 1
    }
  }

  @Test func whatIsAsGoodIsFoundAndOnlyThat() throws {
    func problem(_ values: [Double]) -> AllocationProblem {
      var problem = AllocationProblem(
        accounts: [Account(name: "a", label: Label(zh: "甲", en: "a"), available: [1_000])],
        uses: values.indices.map { Use(name: "u\($0)", label: Label(zh: "\($0)", en: "\($0)"), priority: $0 + 1) },
        years: 2025...2025)
      problem.steps = values.map { [ValueStep(width: 800, value: $0)] }
      return problem
    }
    let open = try #require(try AllocationSolver().best(problem([1, 1])))
    #expect(open.amounts == [800, 200])
    #expect(try AllocationSolver.otherwise(than: open)?.amounts == [200, 800])
    let decided = try #require(try AllocationSolver().best(problem([1, 2])))
    #expect(decided.amounts == [200, 800])
    #expect(try AllocationSolver.otherwise(than: decided)?.amounts == decided.amounts)
  }

  @Test func theStartingPointOfTheNearestAmountsIsTaken() throws {
    func problem(_ yuan: Double) -> AllocationProblem {
      var problem = AllocationProblem(
        accounts: [Account(name: "a", label: Label(zh: "甲", en: "a"), available: [yuan])],
        uses: [Use(name: "u", label: Label(zh: "乙", en: "u")), Use(name: "v", label: Label(zh: "丙", en: "v"))],
        years: 2025...2025)
      problem.steps = [[ValueStep(width: 1_000, value: 2)], [ValueStep(width: 500, value: 1)]]
      return problem
    }
    let solved = try [200.0, 800, 1_400].map { try #require(try AllocationSolver().best(problem($0))) }
    let points = solved.map { StartingPoint($0) }
    for (yuan, nearest) in [(0.0, 0), (499, 0), (500, 0), (501, 1), (1_101, 2), (9_000, 2)] {
      let point = StartingPoint.nearest(to: problem(yuan), of: points)
      #expect(point?.basis == points[nearest].basis, "\(yuan)")
      let amounts = try AllocationSolver(startingFrom: solved).best(problem(yuan))?.amounts
      #expect(amounts == [min(yuan, 1_000), min(max(yuan - 1_000, 0), 500)], "\(yuan)")
    }
    // At 200 and 800 the same column is cut short; at 1 400 another is.
    #expect(points[0].basis != points[2].basis)
    #expect(StartingPoint.nearest(to: problem(1), of: [])?.basis == nil)
  }

  @Test func threadsDoNotChangeABit() async throws {
    var stream = SplitMix(seed: 58)
    var problems: [AllocationProblem] = []
    var references: [AllocationSolution] = []
    while problems.count < 40 {
      let problem = AllocationProblem.random(
        &stream, AllocationProblem.Shape(accounts: 3...3, uses: 4...4, years: 2...2, isTame: true))
      guard let solution = try AllocationSolver().best(problem) else { continue }
      references.append(solution)
      problems.append(problem)
    }
    let solver = AllocationSolver(startingFrom: Array(references.prefix(5)))
    let alone = try problems.map { try solver.best($0)?.amounts }
    let together = try await withThrowingTaskGroup(of: (Int, [Double]?).self) { group in
      for (index, problem) in problems.enumerated().reversed() {
        group.addTask { (index, try solver.best(problem)?.amounts) }
      }
      return try await group.reduce(into: [[Double]?](repeating: nil, count: problems.count)) { $0[$1.0] = $1.1 }
    }
    #expect(alone == together)
  }
}

extension AllocationProblem {
  /// The same with its accounts listed the other way round.
  fileprivate var turned: AllocationProblem {
    func other(_ account: Int) -> Int { accounts.count - 1 - account }
    var turned = AllocationProblem(accounts: accounts.reversed(), uses: uses, years: years)
    for account in accounts.indices {
      for use in uses.indices {
        for year in 0..<years.count {
          let place = turned.cell(account: other(account), use: use, year: year)
          turned.steps[place] = steps[cell(account: account, use: use, year: year)]
        }
      }
    }
    turned.limits = limits.map { limit in
      var limit = limit
      limit.accounts = limit.accounts.map(other)
      return limit
    }
    turned.equity = equity.map { EquityRule(accounts: $0.accounts.map(other), atLeast: $0.atLeast, weight: $0.weight) }
    turned.transfers = transfers.map {
      Transfer(from: other($0.from), to: $0.to.map(other), atLeast: $0.atLeast, atMost: $0.atMost)
    }
    turned.penalties = penalties
    return turned
  }
}
