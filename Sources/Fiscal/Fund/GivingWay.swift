import Allocation
import Domain
import Formulas

/// In which order the fund's rules give way where they cannot all hold. Money, needs and what the city may hand on never do.
public enum GivingWay: Int, CaseIterable, Sendable {
  /// How far a use may change from year to year, and how much may be carried over.
  case changes = 1
  /// What single uses and groups of districts get at least.
  case minimums
  /// The floor of eldercare.
  case eldercare
}

extension Fund {
  /// The highest floor of eldercare, to a thousandth, that the districts' accounts and all together can keep beside every
  /// other rule; nil where the others clash by themselves. Found by halving.
  ///
  /// - Throws: ``FundError``.
  public func highestFloor(
    _ start: FundYear, _ parameters: ResolvedTable, areas: Areas
  ) throws(FundError) -> Double? {
    func holds(_ thousandths: Int) throws(FundError) -> Bool {
      let problem = problem(start, parameters, areas: areas, floor: Double(thousandths) / 1000)
      do { return try AllocationSolver.isFeasible(problem) } catch { throw .notProved(start.year, error) }
    }
    guard try holds(0) else { return nil }
    guard try !holds(1000) else { return 1 }
    var (low, high) = (0, 1000)
    while high - low > 1 {
      let middle = (low + high) / 2
      if try holds(middle) { low = middle } else { high = middle }
    }
    return Double(low) / 1000
  }
}
