import Allocation
import Domain
import Tables

/// What became of an allocation problem, as JSON in the form of `docs/methods/allocation.md`.
public struct AllocationReport: Sendable {
  let problem: AllocationProblem
  let outcome: AllocationOutcome
  let language: Language
  /// On both sides, the dearest first; empty without a best allocation.
  let prices: [SidedPrice]

  /// - Throws: ``AllocationError/notCertified(_:)`` where a price cannot be proved.
  public init(
    _ problem: AllocationProblem, _ outcome: AllocationOutcome, language: Language
  ) throws(AllocationError) {
    self.problem = problem
    self.outcome = outcome
    self.language = language
    prices = try outcome.solution?.sidedPrices() ?? []
  }

  public var json: String {
    let members: [JSONValue.Member]
    switch outcome {
    case .optimal(let solution): members = optimal(solution)
    case .infeasible(let clash): members = infeasible(clash)
    case .unbounded(let endless): members = unbounded(endless)
    }
    return JSONValue.object(members).fileText
  }

  private func optimal(_ solution: AllocationSolution) -> [JSONValue.Member] {
    [
      .init("status", .text("optimal")), .init("objective", .number(solution.value)),
      .init("allocation", allocation(solution)), .init("accounts", accounts(solution.books)),
      .init("transfers", transfers(solution.books)),
      .init("duals", .list(prices.map(dual))),
      .init("certificate", certificate(solution.certificate)),
      .init("broken_by_rounding", .list(solution.books.broken.map { rule($0) })),
    ]
  }

  private func infeasible(_ clash: Clash) -> [JSONValue.Member] {
    func relaxation(_ found: Clash.Relaxation) -> JSONValue {
      rule(
        found.rule,
        and: [
          .init("yuan", .number(found.yuan)), .init("to_share", found.share.map { .number($0) } ?? .null),
          .init("change", .text(found.words(in: problem, language))),
        ])
    }
    return [
      .init("status", .text("infeasible")), .init("clash", .list(clash.rules.map { rule($0) })),
      .init("relaxation", .list(clash.relaxation.map(relaxation))),
      .init("alternatives", .list(clash.alternatives.map(relaxation))),
    ]
  }

  private func unbounded(_ endless: EndlessValue) -> [JSONValue.Member] {
    let cells = endless.cells.map { cell in
      JSONValue.object(names(account: cell.account, use: cell.use, year: cell.year))
    }
    return [
      .init("status", .text("unbounded")),
      .init("unlimited_accounts", .list(endless.accounts.map { .text(problem.accounts[$0].name) })),
      .init("without_end", .list(cells)),
    ]
  }

  // MARK: - Parts

  private func allocation(_ solution: AllocationSolution) -> JSONValue {
    var rows: [JSONValue] = []
    for account in problem.accounts.indices {
      for use in problem.uses.indices {
        for year in 0..<problem.years.count {
          let fen = solution.books.amounts[problem.cell(account: account, use: use, year: year)]
          rows.append(.object(names(account: account, use: use, year: year) + [.init("yuan", yuan(fen))]))
        }
      }
    }
    return .list(rows)
  }

  private func accounts(_ books: FenBooks) -> JSONValue {
    var rows: [JSONValue] = []
    for (account, pages) in books.accounts.enumerated() {
      for (year, page) in pages.enumerated() {
        rows.append(
          .object([
            .init("account", .text(problem.accounts[account].name)),
            .init("year", .number(Double(problem.calendarYear(year)))),
            .init("available", page.available.map(yuan) ?? .null), .init("carried_in", yuan(page.carriedIn)),
            .init("received", yuan(page.received)), .init("handed_on", yuan(page.handedOn)),
            .init("spent", yuan(page.spent)), .init("carried_out", yuan(page.carriedOut)),
            .init("unspent", yuan(page.unspent)),
          ]))
      }
    }
    return .list(rows)
  }

  private func transfers(_ books: FenBooks) -> JSONValue {
    .list(
      books.transfers.map { transfer in
        .object([
          .init("from", .text(problem.accounts[transfer.from].name)),
          .init("to", .text(problem.accounts[transfer.to].name)),
          .init("year", .number(Double(problem.calendarYear(transfer.year)))), .init("yuan", yuan(transfer.fen)),
        ])
      })
  }

  private func dual(_ price: SidedPrice) -> JSONValue {
    func perPoint(_ side: Double?) -> JSONValue {
      guard let side, let base = price.base else { return .null }
      return .number(side * base / 100)
    }
    return rule(
      price.rule,
      and: [
        .init("per_yuan", price.more.map { .number($0) } ?? .null),
        .init("per_yuan_less", price.less.map { .number($0) } ?? .null),
        .init("per_percentage_point", perPoint(price.more)), .init("per_percentage_point_less", perPoint(price.less)),
        .init("meaning", .text(price.words(in: problem, language))),
      ])
  }

  private func certificate(_ found: Certificate) -> JSONValue {
    .object([
      .init("primal_infeasibility", .number(found.primalInfeasibility)),
      .init("dual_infeasibility", .number(found.dualInfeasibility)),
      .init("complementarity", .number(found.complementarity)), .init("gap", .number(found.gap)),
      .init("tolerance", .number(Certificate.tolerance)), .init("holds", .flag(found.holds)),
    ])
  }

  /// A rule by its facts and in words.
  private func rule(_ rule: Rule, and more: [JSONValue.Member] = []) -> JSONValue {
    .object(
      [
        .init("rule", .text(rule.kind(in: problem).rawValue)),
        .init("name", rule.name(in: problem).map { .text($0(language)) } ?? .null),
        .init("accounts", .list(rule.accounts(in: problem).map { .text(problem.accounts[$0].name) })),
        .init("uses", .list(rule.uses(in: problem).map { .text(problem.uses[$0].name) })),
        .init("year", .number(Double(problem.calendarYear(rule.year)))),
        .init("words", .text(rule.words(in: problem, language))),
      ] + more)
  }

  private func names(account: Int, use: Int, year: Int) -> [JSONValue.Member] {
    [
      .init("account", .text(problem.accounts[account].name)), .init("use", .text(problem.uses[use].name)),
      .init("year", .number(Double(problem.calendarYear(year)))),
    ]
  }

  /// Fen as yuan with two decimals.
  private func yuan(_ fen: Int) -> JSONValue {
    let (whole, rest) = fen.magnitude.quotientAndRemainder(dividingBy: 100)
    return .digits("\(fen < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)")
  }
}
