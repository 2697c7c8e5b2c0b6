import Domain
import Fiscal
import Simulation

/// What a budget grows by between two years: fiscal money, all costs, and line by line.
public struct BudgetGrowth: Sendable {
  public let years: ClosedRange<Year>
  /// City, districts, centre and province, lottery fund, and governments' contributions to insurance.
  public let fiscal: Difference
  /// All lines together.
  public let total: Difference
  /// In the order of the budget's lines; nil where a line has no cost in one of the years.
  public let lines: [Difference?]

  /// - Parameters:
  ///   - draws: worlds behind the intervals.
  ///   - threads: results do not depend on them.
  /// - Returns: nil where the model has no budget, or a sum no value in one of the years.
  /// - Throws: ``CutRun/Unlike``.
  public init?(
    _ plan: Plan, area: Int, in years: ClosedRange<Year>, draws: Int = 0, threads: Int = 1
  ) async throws(CutRun.Unlike) {
    guard let budget = plan.model.budget else { return nil }
    let names = [Budget.Sum.fiscalCost.name, Budget.Sum.cost.name] + budget.lines.map(\.cost.name)
    let run = try CutRun(names, area: area, plan, from: years.lowerBound, to: years.upperBound)
    let found = try await Difference.all(of: run, draws: draws, threads: threads)
    guard let fiscal = found[0], let total = found[1] else { return nil }
    self.years = years
    self.fiscal = fiscal
    self.total = total
    lines = Array(found.dropFirst(2))
  }
}

extension BudgetGrowth {
  /// What makes costs grow, in the few words that a table of lines or a chart has room for.
  public enum Cause: String, CaseIterable, Sendable {
    case people, use, standards, prices, payers

    public var label: Label {
      switch self {
      case .people: Label(zh: "人口", en: "People")
      case .use: Label(zh: "使用和供给", en: "Use, supply")
      case .standards: Label(zh: "标准", en: "Standards")
      case .prices: Label(zh: "价格", en: "Prices")
      case .payers: Label(zh: "出资", en: "Payers")
      }
    }

    private var groups: [ChangeGroup] {
      switch self {
      case .people: [.people, .ageMix, .ability]
      case .use: [.use, .capacity, .rollOut]
      case .standards: [.standards]
      case .prices: [.unitCosts, .prices]
      case .payers: [.payers]
      }
    }

    /// Its part of a difference.
    public func part(of difference: Difference) -> Double {
      difference.parts.reduce(0) { groups.contains($1.group) ? $0 + $1.exact : $0 }
    }
  }
}
