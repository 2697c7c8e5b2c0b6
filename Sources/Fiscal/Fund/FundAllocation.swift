import Allocation
import Domain
import Formulas

/// How the fund's money is shared out, each year with what is known then: last year's amounts, this year's money and needs.
public struct FundAllocation: Sendable {
  public let fund: Fund
  public let years: [Outcome]

  /// A year's start and its best allocation.
  public struct Outcome: Sendable {
    public let start: FundYear
    public let solution: AllocationSolution
    /// What was asked; the solution's own problem has the rules as they gave way.
    public let asked: AllocationProblem
    /// The rules that gave way, where they could not all hold.
    public let gaveWay: [Clash.Relaxation]

    /// What the account has after transfers, in yuan.
    public func money(_ account: Int) -> Double {
      let page = solution.books.accounts[account][0]
      return start.opening[account] + start.income[account] + Double(page.received - page.handedOn) / 100
    }

    /// Fen spent by an account on uses that count as eldercare.
    public func eldercare(_ account: Int, _ fund: Fund) -> Int {
      fund.fundable.indices.reduce(0) { $0 + (fund.fundable[$1].isEldercare ? fen(account, use: $1) : 0) }
    }

    /// Fen spent by an account on a use, by its place among those that may be paid for.
    public func fen(_ account: Int, use: Int) -> Int {
      solution.books.amounts[solution.problem.cell(account: account, use: use, year: 0)]
    }

    public func spent(_ account: Int) -> Int { solution.books.accounts[account][0].spent }

    /// What the account keeps, in yuan.
    public func kept(_ account: Int) -> Double { money(account) - Double(spent(account)) / 100 }

    /// Fen that the city hands a district.
    public func received(_ account: Int) -> Int { solution.books.accounts[account][0].received }
  }

  public func outcome(_ year: Year) -> Outcome? { years.first { $0.start.year == year } }

  /// A decision as formulas read it: a share of the money of an account, or of the city's before it hands some on.
  public func share(_ parameter: Parameter, area: Int, _ year: Year) -> Double {
    guard let outcome = outcome(year) else { return .nan }
    func part(_ fen: Int, of money: Double) -> Double { fen == 0 ? 0 : Double(fen) / 100 / money }
    if parameter == Fund.decidedTransfer {
      let city = outcome.start.opening.count - 1
      return area == city ? .nan : part(outcome.received(area), of: outcome.start.money[city])
    }
    guard let use = fund.decisions.firstIndex(of: parameter), use < fund.fundable.count else { return .nan }
    return part(outcome.fen(area, use: use), of: outcome.money(area))
  }
}

/// Why there is no allocation of the fund.
public enum FundError: Error, Equatable, Sendable {
  /// No answer for the year could be proved.
  case notProved(Year, AllocationError)
}

extension Fund {
  /// Shares out the money year by year; nil where nothing may be paid for.
  ///
  /// - Throws: ``FundError``.
  public func allocation(
    _ figures: FundFigures, _ parameters: ResolvedTable, areas: Areas
  ) throws(FundError) -> FundAllocation? {
    guard !fundable.isEmpty else { return nil }
    var years: [FundAllocation.Outcome] = []
    var opening = figures.opening
    for (place, year) in figures.years.enumerated() {
      let last = years.last
      let start = FundYear(
        year: year, opening: opening, income: figures.income[place], needs: figures.needs[place],
        before: last.map { $0.asBefore })
      let outcome = try best(start, parameters, areas: areas, after: last?.solution)
      opening = areas.all.indices.map { max(outcome.kept($0), 0) }
      years.append(outcome)
    }
    return FundAllocation(fund: self, years: years)
  }

  /// The best allocation of one year; where the rules cannot all hold, those that may give way do (``GivingWay``).
  ///
  /// - Parameter last: a solution to start the search from; it does not change what is best.
  /// - Throws: ``FundError``.
  public func best(
    _ start: FundYear, _ parameters: ResolvedTable, areas: Areas, after last: AllocationSolution? = nil
  ) throws(FundError) -> FundAllocation.Outcome {
    let asked = problem(start, parameters, areas: areas)
    do throws(AllocationError) {
      let solver = Fund.solver(after: last)
      if let solution = try solver.best(asked) {
        return FundAllocation.Outcome(start: start, solution: solution, asked: asked, gaveWay: [])
      }
      guard let (problem, given) = try asked.givingWay(), let solution = try solver.best(problem) else {
        throw AllocationError.notCertified(nil)
      }
      return FundAllocation.Outcome(start: start, solution: solution, asked: asked, gaveWay: given)
    } catch {
      throw .notProved(start.year, error)
    }
  }

  private static func solver(after last: AllocationSolution?) -> AllocationSolver {
    last.map { AllocationSolver(startingFrom: $0) } ?? AllocationSolver()
  }
}

extension FundAllocation.Outcome {
  /// What the next year knows of this one.
  public var asBefore: FundYear.Before {
    let uses = solution.problem.uses.indices
    return FundYear.Before(
      spent: start.opening.indices.map { account in uses.map { Double(fen(account, use: $0)) / 100 } },
      needs: start.needs, money: start.money)
  }
}
