import Domain
import Fiscal
import Formulas
import NumericCore

/// The fund's decisions of a block's lanes, each by its own money and needs under its own rules.
struct LaneDecisions {
  /// The parameters with the decisions in their places.
  let table: ResolvedTable

  /// The indicators that a decision goes by.
  static func names(_ fund: Fund) -> [String] {
    [Fund.keptName, Fund.incomeName] + fund.fundable.map(\.accountNeed.name)
  }

  /// - Parameters:
  ///   - figures: what the block found without the fund, shape `[year][name][area]`, from the base year on.
  ///   - count: how many lanes count; those beyond have what the first has.
  /// - Throws: ``RunError/fund(_:)`` where the rules of a lane clash.
  init(
    _ plan: Plan, _ fund: Fund, _ table: ResolvedTable, _ figures: [[[LaneVector]]], lanes count: Int
  ) throws(RunError) {
    let accounts = 0..<plan.city.areas.count
    var lanes: [ResolvedTable] = []
    for lane in 0..<count {
      let own = table.lane(lane)
      func value(_ name: Int, _ area: Int, _ place: Int) -> Double {
        let value = figures[place][name][area][lane]
        return value.isNaN ? 0 : max(value, 0)
      }
      let later = 1..<figures.count
      let found = FundFigures(
        years: plan.years.lowerBound + 1...plan.years.upperBound, opening: accounts.map { value(0, $0, 0) },
        income: later.map { place in accounts.map { value(1, $0, place) } },
        needs: later.map { place in
          accounts.map { account in fund.fundable.indices.map { value(2 + $0, account, place) } }
        })
      do {
        let allocation = try fund.allocation(found, own, areas: plan.city.areas)
        lanes.append(allocation.map { plan.decided(own, by: $0) } ?? plan.undecided(own))
      } catch {
        throw .fund(error)
      }
    }
    lanes += Array(repeating: lanes[0], count: LaneVector.scalarCount - count)
    let positions = plan.model.decisions.compactMap { table.position(of: $0) }
    self.table = table.replacing(positions, byLane: lanes)
  }
}
