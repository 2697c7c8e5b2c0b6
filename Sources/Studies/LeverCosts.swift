import Domain
import Fiscal
import Formulas
import Simulation

/// What a scenario's levers cost for as much as they move indicators, by the central member.
public struct LeverCosts: Sendable {
  /// The levers that move an indicator, how far, and what they cost.
  public struct Cost: Equatable, Sendable {
    /// In the order in which the scenario sets them.
    public let levers: [String]
    /// The change of the indicator in the year, in its unit.
    public let moved: Double
    /// Fiscal money of all years from the one after what is known to the year.
    public let yuan: Double
  }

  /// A lever that moves an indicator by less than this part of what moves it most is no lever of it.
  private static let leastPart = 0.1

  private let plan: Plan
  private let year: Year
  private let whole: Results
  /// The run without the changes of a lever, by the lever.
  private let without: [(lever: String, results: Results)]

  /// - Throws: `RunError` when the scenario itself cannot be run.
  public init(_ plan: Plan, to year: Year) throws(RunError) {
    self.plan = plan
    self.year = year
    whole = try plan.run()
    let levers = Set(plan.model.parameters.filter { $0.role == .lever }.map(\.path))
    let set = plan.scenario.overrides.map(\.path).filter(levers.contains).uniqued()
    without = set.compactMap { lever in LeverCosts.run(plan, without: [lever]).map { (lever, $0) } }
  }

  /// Nil where the rest cannot stand without it.
  private static func run(_ plan: Plan, without levers: Set<String>) -> Results? {
    let rest = plan.scenario.overrides.filter { !levers.contains($0.path) }
    return try? Plan(plan.city, plan.scenario.setting(rest)).run()
  }

  /// What moves an indicator of the city and what that costs; nil where no lever of the scenario does.
  public func cost(of indicator: String) -> Cost? {
    guard let value = whole.city(indicator, year) else { return nil }
    let moves = without.map { entry in entry.results.city(indicator, year).map { abs(value - $0) } ?? 0 }
    guard let most = moves.max(), most > LeverCosts.rounding * abs(value) else { return nil }
    let own = zip(without, moves).filter { $0.1 >= LeverCosts.leastPart * most }.map(\.0.lever)
    let one = own.count == 1 ? without.first { $0.lever == own[0] }?.results : nil
    guard let rest = one ?? LeverCosts.run(plan, without: Set(own)), let before = rest.city(indicator, year)
    else { return nil }
    return Cost(levers: own, moved: value - before, yuan: money(whole) - money(rest))
  }

  private func money(_ results: Results) -> Double {
    (plan.knownUntil + 1...max(year, plan.knownUntil + 1)).reduce(0) {
      $0 + (results.city(Budget.Sum.fiscalCost, $1) ?? 0)
    }
  }

  private static let rounding = 1e-9  // relative; what no lever moves differs by rounding only
}
