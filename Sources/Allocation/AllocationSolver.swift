/// What became of an allocation problem.
public enum AllocationOutcome: Sendable {
  case optimal(AllocationSolution)
  case infeasible(Clash)
  case unbounded(EndlessValue)

  public var solution: AllocationSolution? {
    if case .optimal(let solution) = self { solution } else { nil }
  }
}

/// Solves allocation problems of one structure, each from the nearest of the same starting points.
///
/// An answer depends on the problem and the starting points alone, not on what was solved before, so that one
/// solver serves any number of threads.
public struct AllocationSolver: Sendable {
  private let starts: [StartingPoint]

  /// A solver that starts from nothing.
  public init() { starts = [] }

  /// A solver that starts where a problem was solved, which helps with those that differ in amounts and values.
  public init(startingFrom solution: AllocationSolution) { self.init(startingFrom: [solution]) }

  /// A solver that starts from the solution of the problem whose amounts are nearest.
  public init(startingFrom solutions: [AllocationSolution]) { starts = solutions.map { StartingPoint($0) } }

  /// The best allocation, or why there is none.
  ///
  /// Where several are best, uses of low priority numbers are served first, then the earlier years; money is
  /// rather spent than left, and rather left where it is than handed on. What is still left open, the names of account,
  /// use and year decide.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)`` when an optimum could not be proved.
  public func solve(_ problem: AllocationProblem) throws(AllocationError) -> AllocationOutcome {
    try AllocationSolver.proved(problem) { programme throws(AllocationError) in
      let expanded = programme.expanded()
      switch try outcome(programme, expanded) {
      case .optimal(let vertex): return .optimal(try AllocationSolution(programme, expanded, vertex))
      case .infeasible: return .infeasible(try Clash(programme))
      case .unbounded(let ray): return .unbounded(EndlessValue(programme, expanded, ray: ray))
      }
    }
  }

  /// What comes of a problem in units in which it can be proved: the usual ones, or finer ones.
  ///
  /// The usual unit is a part of the largest amount. Rules that miss each other by less than Clp can see in it, such as
  /// yuan beside thousands of millions, are told apart in finer ones.
  static func proved<Found>(
    _ problem: AllocationProblem, _ find: (AllocationProgramme) throws(AllocationError) -> Found
  ) throws(AllocationError) -> Found {
    for fineness in [0, 10] {
      do { return try find(AllocationProgramme(problem, fineness: fineness)) } catch { continue }
    }
    return try find(AllocationProgramme(problem, fineness: 20))
  }

  /// The best allocation, nil when there is none; why there is none takes many more solves.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public func best(_ problem: AllocationProblem) throws(AllocationError) -> AllocationSolution? {
    try AllocationSolver.proved(problem) { programme throws(AllocationError) in
      let expanded = programme.expanded()
      guard case .optimal(let vertex) = try outcome(programme, expanded) else { return nil }
      return try AllocationSolution(programme, expanded, vertex)
    }
  }

  /// An allocation as good as the best and as unlike it as can be: where both give the same, nothing else is as good.
  ///
  /// - Parameter solution: the best, from which the search starts.
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public static func otherwise(than solution: AllocationSolution) throws(AllocationError) -> AllocationSolution? {
    let programme = AllocationProgramme(solution.problem)
    let expanded = programme.expanded()
    let found = try expanded.linear.solve(
      from: solution.basis.basis, preference: programme.aversion(expanded))
    guard case .optimal(let vertex) = found else { return nil }
    return try AllocationSolution(programme, expanded, vertex)
  }

  /// Whether all rules of a problem can hold.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public static func isFeasible(_ problem: AllocationProblem) throws(AllocationError) -> Bool {
    try proved(problem) { programme throws(AllocationError) in try programme.expanded().linear.isFeasible() }
  }

  private func outcome(
    _ programme: AllocationProgramme, _ expanded: ExpandedProgramme
  ) throws(AllocationError) -> ProgrammeOutcome {
    let start = StartingPoint.nearest(to: programme.problem, of: starts)
    return try expanded.linear.solve(
      from: start?.basis.carriedOver(to: programme, expanded), preference: programme.preference(expanded))
  }
}
