import Domain
import Fiscal
import Simulation
import Studies

/// What is asked of a budget book.
public struct BudgetChoice: Sendable {
  /// How many years from the one after the last known on.
  public var years = 5
  /// Where among the members the amounts to budget at lie, and those of payers who differ.
  public var percentile = 0.8
  public var percentileOf: [Payer: Double] = [:]
  /// Whose book it is; nil for the city's.
  public var area: Int?
  public var caps: [BudgetCap] = []
  /// What the growth is made of; nil where nobody worked it out.
  public var growth: BudgetGrowth?

  public init(years: Int = 5, percentile: Double = 0.8) {
    self.years = years
    self.percentile = percentile
  }

  func percentile(of payer: Payer) -> Double { percentileOf[payer] ?? percentile }

  /// From the last year known, where that has a budget, to the last year of the book; nil where nothing lies between.
  public func growthYears(_ plan: Plan) -> ClosedRange<Year>? { plan.growthYears(years) }
}

extension Plan {
  /// Between which years the growth of a budget of so many years is shown: from the last year known, where that has a
  /// budget; nil where nothing lies between.
  public func growthYears(_ count: Int) -> ClosedRange<Year>? {
    guard let years = budgetYears(count) else { return nil }
    let known = knownUntil
    let isKnown = self.years.contains(known) && known > city.baseYear && known < years.lowerBound
    let first = isKnown ? known : years.lowerBound
    return first < years.upperBound ? first...years.upperBound : nil
  }
}
