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
    /// What each account has after transfers, in yuan.
    private let moneys: [Double]

    init(start: FundYear, solution: AllocationSolution, asked: AllocationProblem, gaveWay: [Clash.Relaxation]) {
      (self.start, self.solution, self.asked, self.gaveWay) = (start, solution, asked, gaveWay)
      moneys = zip(start.money, solution.books.accounts).map { money, pages in
        money + Double(pages[0].received - pages[0].handedOn) / 100
      }
    }

    /// What the account has after transfers, in yuan.
    public func money(_ account: Int) -> Double { moneys[account] }

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

  public func outcome(_ year: Year) -> Outcome? { place(of: year).map { years[$0] } }

  /// One year follows the other.
  private func place(of year: Year) -> Int? {
    guard let first = years.first?.start.year, years.indices.contains(year - first) else { return nil }
    return year - first
  }

  /// A decision as formulas read it: a share of the money of an account, or of the city's before it hands some on.
  ///
  /// - Parameter decision: its place among the fund's.
  public func share(_ decision: Int, area: Int, _ year: Year) -> Double {
    place(of: year).map { years[$0].share(decision, area) } ?? .nan
  }
}

extension FundAllocation.Outcome {
  fileprivate func share(_ decision: Int, _ area: Int) -> Double {
    func part(_ fen: Int, of money: Double) -> Double { fen == 0 ? 0 : Double(fen) / 100 / money }
    if decision < solution.problem.uses.count { return part(fen(area, use: decision), of: money(area)) }
    let city = start.opening.count - 1
    return area == city ? .nan : part(received(area), of: start.opening[city] + start.income[city])
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
