import Domain
import Fiscal
import Formulas
import NumericCore

/// The budget of the central member, taken apart.
extension Results {
  /// What each payer of a line pays, in the order of their names; payers without a share are left out.
  public func amounts(of line: BudgetLine, area: Int, year: Year) -> [(payer: Payer, yuan: Double)] {
    let districts = area == areas.cityIndex ? Array(areas.districts.indices) : [area]
    var sums: [Payer: Double] = [:]
    for district in districts {
      guard let cost = value(line.costName, area: district, year: year) else { return [] }
      let byFund = line.isFunded ? step(line.paidByFundName, area: district, year: year) ?? 0 : 0
      if byFund > 0 { sums[.lotteryFund, default: 0] += byFund }
      var rest = cost - byFund
      for (payer, share) in line.shares {
        let part = plan.parameters.value(share, in: district, year).first
        guard part > 0 else { continue }
        sums[payer, default: 0] += cost * part
        rest -= cost * part
      }
      // What rounding leaves is nobody's.
      if rest > 1e-12 * cost { sums[line.remainder, default: 0] += rest }
    }
    return Payer.byName.compactMap { payer in
      sums[payer].map { (payer, $0) }
    }
  }

  /// The quantile of an indicator's members, which must have been kept; nil without members.
  public func quantile(_ probability: Double, of name: String, area: Int, year: Year) -> Double? {
    guard let members = members(name, area: area, year: year), !members.isEmpty else { return nil }
    let result = quantiles(of: members, at: [probability])
    return result[0].isNaN ? nil : result[0]
  }
}

extension Plan {
  /// The years a budget is made for: from the one after the last known on, as many as wanted and as the run has; of a
  /// run about the past its last ones; nil for a run of the base year alone.
  public func budgetYears(_ count: Int) -> ClosedRange<Year>? {
    let all = max(scenario.horizon.lowerBound, city.baseYear + 1)...max(scenario.horizon.upperBound, city.baseYear + 1)
    guard model.budget != nil, count > 0, all.upperBound <= scenario.horizon.upperBound else { return nil }
    let first = knownUntil < all.upperBound ? knownUntil + 1 : all.upperBound - count + 1
    let start = max(first, all.lowerBound)
    return start...min(start + count - 1, all.upperBound)
  }
}
