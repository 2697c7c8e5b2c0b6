import Domain
import Formulas
import Simulation

/// Solves the inputs that published figures settle, on the dataset's own values, for the central member.
///
/// One figure settles one input: a district's its own values, the city's those of districts without figures. Figures
/// are taken in the order of the dataset, districts before the city, and again while a later one disturbs an earlier.
public struct InputSolver: Sendable {
  /// What became of one input.
  public struct Solution: Sendable {
    public let solve: Solve
    /// What was published, in the indicator's unit.
    public let figure: Double
    /// What the model says with the input as the dataset states it, and as solved.
    public let before: Double
    public let after: Double
    /// How the stated values moved.
    public let moves: [Move]

    /// Whether the figure is met.
    public var isMet: Bool { InputSolver.isClose(after, figure, InputSolver.tolerance) }
    /// Whether the dataset states values that meet it.
    public var wasMet: Bool { InputSolver.isClose(before, figure, InputSolver.tolerance) }
  }

  /// A stated value and what it was solved to.
  public struct Move: Equatable, Sendable {
    public let old: DatedValue
    public let new: DatedValue
  }

  /// How far a figure may lie from the published one, relatively, before the stated value counts as out of date.
  public static let tolerance = 1e-4
  /// How often all figures are gone through while they disturb one another.
  private static let mostRounds = 8
  /// How often a bracket is narrowed.
  private static let mostPasses = 14

  private let city: City

  public init(_ city: City) { self.city = city }

  /// Every input with what it was solved to, in the order in which they are solved.
  ///
  /// - Throws: ``ResolutionError`` or ``RunError`` where the dataset by itself comes to nothing.
  public func solutions() async throws -> [Solution] {
    let solves = city.orderedSolves
    guard !solves.isEmpty else { return [] }
    let stated = try await found(solves, city.values)
    var (values, solved) = (city.values, stated)
    for _ in 0..<InputSolver.mostRounds {
      let open = solves.indices.filter { index in
        figure(of: solves[index]).map { !InputSolver.isClose(solved[index], $0, InputSolver.tolerance) } ?? false
      }
      guard !open.isEmpty else { break }
      let before = values
      for index in open { try await settle(solves[index], &values) }
      // Where nothing moves any more, nothing comes nearer.
      guard values != before else { break }
      solved = try await found(solves, values)
    }
    return solves.enumerated().compactMap { index, solve in
      guard let figure = figure(of: solve), let own = city.values[solve.input],
        let input = SolvedInput(solve, city, own), let new = values[solve.input],
        let after = SolvedInput(solve, city, new)
      else { return nil }
      let moves = zip(input.places, after.places).map { Move(old: input.dated($0), new: after.dated($1)) }
      return Solution(solve: solve, figure: figure, before: stated[index], after: solved[index], moves: moves)
    }
  }

  private func figure(of solve: Solve) -> Double? {
    city.observations.value(of: solve.indicator, area: solve.area, year: solve.year)?.value
  }

  static func isClose(_ value: Double, _ figure: Double, _ tolerance: Double) -> Bool {
    abs(value - figure) <= tolerance * max(abs(figure), 1e-12)
  }

  private func scenario(to year: Year) -> Scenario {
    Scenario(
      name: city.name, title: nil, horizon: city.baseYear...max(year, city.baseYear + 1), knownUntil: nil, seed: 0,
      overrides: [])
  }

  /// What the model says of every figure under some values, none held to itself.
  private func found(_ solves: [Solve], _ values: [String: ParameterValues]) async throws -> [Double] {
    var result: [Double] = []
    for solve in solves { result.append(try await found(solve, values, [Point([])])[0]) }
    return result
  }

  /// The same of one figure at some points; not a number where a point fails.
  private func found(
    _ solve: Solve, _ values: [String: ParameterValues], _ points: [Point]
  ) async throws -> [Double] {
    let outcome = Outcome(solve.indicator, area: solve.area, year: solve.year)
    let run = try PointRun(
      city.replacing(values, hiding: [solve]), scenario(to: solve.year), points: points, outcomes: [outcome])
    return await run.values().map { result in
      if case .success(let values) = result { values[0] } else { .nan }
    }
  }

  /// Moves an input until its figure is met, or to where it comes nearest.
  private func settle(_ solve: Solve, _ values: inout [String: ParameterValues]) async throws {
    guard let figure = figure(of: solve), let own = values[solve.input],
      let input = SolvedInput(solve, city, own)
    else { return }
    var bracket = Bracket(input.bracket)
    for _ in 0..<InputSolver.mostPasses {
      let points = bracket.points
      let found = try await found(solve, values, points.map { Point(input.changes(at: $0)) })
      bracket.narrow(points, found.map { $0 - figure })
      if let best = bracket.best, abs(best.miss) <= 1e-9 * max(abs(figure), 1e-12) { break }
      if bracket.isOpen { break }
    }
    if let best = bracket.best { values[solve.input] = input.solved(at: best.point) }
  }
}

/// Between which a root lies: eight points at a time, since eight cost as much as one.
private struct Bracket {
  private var low: (point: Double, miss: Double?)
  private var high: (point: Double, miss: Double?)
  private(set) var best: (point: Double, miss: Double)?
  /// Whether the figure lies beyond both ends.
  private(set) var isOpen = false

  init(_ range: ClosedRange<Double>) {
    low = (range.lowerBound, nil)
    high = (range.upperBound, nil)
  }

  /// Evenly spread, ends included the first time; then inside, with the secant's root among them.
  var points: [Double] {
    let width = high.point - low.point
    guard let a = low.miss, let b = high.miss, a != b else {
      return (0..<8).map { low.point + width * Double($0) / 7 }
    }
    let secant = low.point + width * (-a / (b - a))
    let even = (1...5).map { low.point + width * Double($0) / 6 }
    let near = [-0.002, 0.002].map { min(max(secant + width * $0, low.point), high.point) }
    return (even + near + [secant]).sorted()
  }

  /// Keeps the part in which the miss changes its sign.
  mutating func narrow(_ points: [Double], _ misses: [Double]) {
    var seen = zip(points, misses).filter { $0.1.isFinite }.map { (point: $0, miss: $1) }
    if let miss = low.miss { seen.insert((low.point, miss), at: 0) }
    if let miss = high.miss { seen.append((high.point, miss)) }
    if let nearest = seen.min(by: { abs($0.miss) < abs($1.miss) }), abs(nearest.miss) < abs(best?.miss ?? .infinity) {
      best = nearest
    }
    guard let place = seen.indices.dropLast().first(where: { (seen[$0].miss < 0) != (seen[$0 + 1].miss < 0) }) else {
      isOpen = true
      return
    }
    low = (seen[place].point, seen[place].miss)
    high = (seen[place + 1].point, seen[place + 1].miss)
  }
}
