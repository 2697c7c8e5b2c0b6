import Domain
import Fiscal
import Formulas

/// The budget of the central member, taken apart.
extension Results {
  /// What each payer of a line pays, in the order of their names; payers without a share are left out.
  public func amounts(of line: BudgetLine, area: Int, year: Year) -> [(payer: Payer, yuan: Double)] {
    let districts = area == areas.cityIndex ? Array(areas.districts.indices) : [area]
    var sums: [Payer: Double] = [:]
    for district in districts {
      guard let cost = value(line.cost.name, area: district, year: year) else { return [] }
      var rest = cost
      for (payer, share) in line.shares {
        let part = plan.parameters.value(share, in: district, year).first
        guard part > 0 else { continue }
        sums[payer, default: 0] += cost * part
        rest -= cost * part
      }
      // What rounding leaves is nobody's.
      if abs(rest) > abs(cost) * 1e-12 { sums[line.remainder, default: 0] += rest }
    }
    return Payer.allCases.sorted { $0.rawValue < $1.rawValue }.compactMap { payer in
      sums[payer].map { (payer, $0) }
    }
  }

  /// The years a budget is made for: from the one after the last known on, as many as wanted and as the run has.
  public func budgetYears(_ count: Int) -> ClosedRange<Year>? {
    let first = max(plan.knownUntil + 1, max(years.lowerBound, plan.city.baseYear + 1))
    guard first <= years.upperBound else { return nil }
    return first...min(first + count - 1, years.upperBound)
  }
}
