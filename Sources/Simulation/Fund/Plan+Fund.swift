import Domain
import Fiscal
import Formulas

extension Plan {
  /// The plan with the fund's money shared out on the central member, and that member's run.
  ///
  /// What lines cost does not depend on who pays, so the central member is computed once without the fund; then only
  /// its formulas are evaluated again.
  ///
  /// - Parameter keepingMeasures: whether what the kernels found is kept, for members with the same people.
  /// - Throws: ``RunError``.
  func funded(keepingMeasures: Bool = false) throws(RunError) -> (plan: Plan, central: CentralRun) {
    func settled(_ run: CentralRun) -> CentralRun { keepingMeasures ? run : run.settled() }
    let central = try CentralRun(self)
    guard readsFund, let fund = model.budget?.fund, let figures = figures(of: fund, in: central) else {
      return (self, settled(central))
    }
    let allocation: FundAllocation?
    do {
      allocation = try fund.allocation(figures, parameters, areas: city.areas)
    } catch {
      throw .fund(error)
    }
    guard let allocation else { return (self, settled(central)) }
    let plan = deciding(allocation)
    return (plan, settled(try central.evaluated(plan)))
  }

  /// What the fund receives and may pay for in the central member; nil for a run of the base year alone.
  private func figures(of fund: Fund, in central: CentralRun) -> FundFigures? {
    guard years.count > 1 else { return nil }
    let places = Dictionary(
      program.indicators.enumerated().map { ($1.name, program.operation(of: $0)) }
    ) { first, _ in first }
    func value(_ name: String, _ area: Int, _ year: Year) -> Double {
      guard let place = places[name] else { preconditionFailure("unknown indicator \(name)") }
      let value = central.end(of: year).record[place * city.areas.count + area]
      return value.isNaN ? 0 : max(value, 0)
    }
    let accounts = 0..<city.areas.count
    let all = years.lowerBound + 1...years.upperBound
    return FundFigures(
      years: all, opening: accounts.map { value(Fund.keptName, $0, years.lowerBound) },
      income: all.map { year in accounts.map { value(Fund.incomeName, $0, year) } },
      needs: all.map { year in
        accounts.map { account in fund.fundable.map { value($0.accountNeed.name, account, year) } }
      })
  }
}
