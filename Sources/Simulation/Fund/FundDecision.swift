import Allocation
import Domain
import Fiscal
import Formulas
import NumericCore

/// What an allocation of a year goes by.
public enum FundBasis: String, CaseIterable, Sendable {
  /// The central member's money and needs.
  case central
  /// Needs that are not exceeded in four worlds of five, and money that is there in four of five.
  case p80
  /// Every world by itself: the mean of what is best in each.
  case members
}

/// A year's allocation on one basis, and what becomes of it in all worlds.
public struct FundDecision: Sendable {
  public let year: Year
  public let basis: FundBasis
  public let fund: Fund
  /// The floors of eldercare, and how worlds keep them.
  public let repair: FloorRepair
  /// The programme that was solved; of the basis `members` the central one's.
  public let outcome: FundAllocation.Outcome
  /// Fen by account and use, shape `[account][use]`.
  public let fen: [[Int]]
  /// Every world's year; empty without draws.
  public let worlds: [FundYear]
  /// Fen by use that are best in each world, all accounts together; of the basis `members` only.
  public let byWorld: [[Int]]
  /// Worlds in which rules gave way; of the basis `members` only.
  public let gaveWay: Int

  public func spent(_ account: Int) -> Int { fen[account].reduce(0, +) }

  public func eldercare(_ account: Int) -> Int {
    fund.fundable.indices.reduce(0) { $0 + (fund.fundable[$1].isEldercare ? fen[account][$1] : 0) }
  }

  /// The share that an account spends on eldercare; nil where it spends nothing.
  public func eldercareShare(_ account: Int) -> Double? {
    spent(account) > 0 ? Double(eldercare(account)) / Double(spent(account)) : nil
  }
}

extension Results {
  /// The indicators of which a decision needs every member.
  public static func fundNames(_ fund: Fund) -> [String] {
    ["fund.carried_over", "fund.income"] + fund.fundable.map { Fund.needName($0.name) }
  }

  /// The allocation of a year on a basis; nil where the fund allocates nothing that year.
  ///
  /// - Throws: ``FundError``.
  public func fundDecision(_ year: Year, _ basis: FundBasis) throws(FundError) -> FundDecision? {
    guard let allocation = plan.allocation, let central = allocation.outcome(year) else { return nil }
    let before = allocation.outcome(year - 1)?.asBefore
    let worlds = fundWorlds(allocation.fund, year, before)
    func decision(
      _ outcome: FundAllocation.Outcome, _ fen: [[Int]], byWorld: [[Int]] = [], gaveWay: Int = 0
    ) -> FundDecision {
      FundDecision(
        year: year, basis: basis, fund: allocation.fund,
        repair: FloorRepair(allocation.fund, plan.parameters, areas: areas, year), outcome: outcome, fen: fen,
        worlds: worlds, byWorld: byWorld, gaveWay: gaveWay)
    }
    switch basis {
    case .central: return decision(central, central.amounts)
    case .p80:
      guard let cautious = cautiousYear(allocation.fund, year, before, central.start.opening) else { return nil }
      let outcome = try allocation.fund.best(cautious, plan.parameters, areas: areas, after: central.solution)
      return decision(outcome, outcome.amounts)
    case .members:
      guard !worlds.isEmpty else { return nil }
      var sums = central.amounts.map { $0.map { _ in 0 } }
      var byWorld: [[Int]] = []
      var gaveWay = 0
      for world in worlds {
        let best = try allocation.fund.best(world, plan.parameters, areas: areas, after: central.solution)
        if !best.gaveWay.isEmpty { gaveWay += 1 }
        let fen = best.amounts
        for account in sums.indices { for use in sums[account].indices { sums[account][use] += fen[account][use] } }
        byWorld.append(sums[0].indices.map { use in fen.reduce(0) { $0 + $1[use] } })
      }
      let count = max(byWorld.count, 1)
      return decision(central, sums.map { $0.map { $0 / count } }, byWorld: byWorld, gaveWay: gaveWay)
    }
  }

  /// A year of the fund from what indicators say.
  private func fundYear(
    _ fund: Fund, _ year: Year, _ before: FundYear.Before?, opening: [Double]? = nil,
    _ value: (_ name: String, _ area: Int, _ year: Year) -> Double?
  ) -> FundYear? {
    let city = areas.cityIndex
    let cityNeedShare = plan.parameters.value(Fund.cityNeedShare, in: city, year).first
    func own(_ name: String, _ year: Year) -> [Double] {
      let values = (0...city).map { value(name, $0, year) ?? 0 }
      return values.dropLast() + [max(values[city] - values.dropLast().reduce(0, +), 0)]
    }
    return FundYear(
      year: year, opening: opening ?? own(Fund.Sum.carriedOver.name, year - 1),
      income: own(Fund.Sum.income.name, year),
      needs: (0...city).map { area in
        fund.fundable.map { use in
          let need = max(value(Fund.needName(use.name), area, year) ?? 0, 0)
          return need * Fund.partOfNeed(area == city, cityNeedShare)
        }
      }, before: before)
  }

  /// Every world's year; empty without members.
  private func fundWorlds(_ fund: Fund, _ year: Year, _ before: FundYear.Before?) -> [FundYear] {
    guard draws > 0 else { return [] }
    var members: [String: [[Double]]] = [:]
    for name in Results.fundNames(fund) {
      let of = name == "fund.carried_over" ? year - 1 : year
      members[name] = (0..<areas.count).map { self.members(name, area: $0, year: of) ?? [] }
    }
    return (0..<draws).compactMap { world in
      fundYear(fund, year, before) { name, area, _ in
        members[name].flatMap { $0[area].indices.contains(world) ? $0[area][world] : nil }
      }
    }
  }

  /// Needs at their 80 % quantiles and income at its 20 % quantile; nil without members.
  private func cautiousYear(
    _ fund: Fund, _ year: Year, _ before: FundYear.Before?, _ opening: [Double]
  ) -> FundYear? {
    guard draws > 0 else { return nil }
    return fundYear(fund, year, before, opening: opening) { name, area, year in
      quantile(name == "fund.income" ? 0.2 : 0.8, of: name, area: area, year: year)
    }
  }
}

extension FundAllocation.Outcome {
  /// Fen, shape `[account][use]`.
  public var amounts: [[Int]] {
    start.opening.indices.map { account in solution.problem.uses.indices.map { fen(account, use: $0) } }
  }
}
