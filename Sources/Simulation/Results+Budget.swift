import Domain
import Fiscal
import Formulas
import NumericCore

/// The budget of the central member, taken apart.
extension Results {
  /// What each payer of a line pays, in the order of their names; payers without a share are left out.
  public func amounts(of line: BudgetLine, area: Int, year: Year) -> [(payer: Payer, yuan: Double)] {
    let districts = area == areas.cityIndex ? Array(areas.districts.indices) : [area]
    guard let cost = value(line.costName, area: area, year: year) else { return [] }
    return Payer.byName.compactMap { payer in
      let paid = districts.map { payments.amount(line.name, payer, area: $0, year - plan.years.lowerBound) }
      let yuan = paid.reduce(0, +)
      let hasShare = line.shares.contains { own, share in
        own == payer && districts.contains { plan.parameters.value(share, in: $0, year).first > 0 }
      }
      // What rounding leaves is nobody's.
      return hasShare || yuan > rounding * cost ? (payer, yuan) : nil
    }
  }

  /// What a payer pays of a line, by the central member; nought where there is none.
  public func paid(_ payer: Payer, of line: BudgetLine, area: Int, year: Year) -> Double {
    plan.years.contains(year) ? payments.amount(line.name, payer, area: area, year - plan.years.lowerBound) : 0
  }

  /// What the central member says of a row of a budget and its outturn; nil where it says nothing of the year.
  public func modelled(_ outturn: Outturn, in year: Year) -> Double? {
    guard let line = outturn.line else {
      return value(BudgetCap.indicator(of: outturn.payer).name, area: outturn.area, year: year)
    }
    guard let line = plan.model.budget?.lines.first(where: { $0.name == line }),
      value(line.costName, area: outturn.area, year: year) != nil
    else { return nil }
    let paid = amounts(of: line, area: outturn.area, year: year)
    return paid.filter { entry in outturn.payer.map { $0 == entry.payer } ?? entry.payer.isFiscal }
      .reduce(0) { $0 + $1.yuan }
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

extension BudgetCap {
  /// What the central member has of what it caps.
  public func value(in results: Results, area: Int, year: Year? = nil) -> Double? {
    results.value(indicator.name, area: area, year: year ?? self.year)
  }

  /// In which share of the worlds no more than the cap is paid, less what is saved; nil without members.
  public func chance(in results: Results, area: Int, saving: Double = 0) -> Double? {
    guard let members = results.members(indicator.name, area: area, year: year), !members.isEmpty else { return nil }
    return Double(members.count { $0 - saving <= yuan }) / Double(members.count)
  }
}

private let rounding = 1e-12
