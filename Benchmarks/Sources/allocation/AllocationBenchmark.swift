import Allocation
import Foundation

/// Times allocations of many worlds, from nothing and from solutions of a few others; and a large one.
///
///     allocation [WORLDS [THREADS [MPSFILE]]]
@main
struct AllocationBenchmark {
  static func main() async throws {
    keepMemoryOfSolvers()
    let arguments = CommandLine.arguments.dropFirst()
    let worlds = arguments.first.flatMap { Int($0) } ?? 1_000
    let threads = arguments.dropFirst().first.flatMap { Int($0) } ?? 2
    let city = CityProblem(accounts: 13, years: 5)
    let startOfWork = clock()
    let warmSolver = try solver(startingIn: worlds..<worlds + startingPoints, of: city)
    let preparation = Double(clock() - startOfWork) / Double(CLOCKS_PER_SEC)
    // In turns, so that what else the machine does falls on both alike.
    var (cold, warm) = (Timed(), Timed())
    var ratios: [Double] = []
    for round in 0..<rounds {
      let some = worlds * round / rounds..<worlds * (round + 1) / rounds
      let (nextCold, nextWarm) = (
        try await solve(some, of: city, by: AllocationSolver(), threads),
        try await solve(some, of: city, by: warmSolver, threads)
      )
      ratios.append(nextWarm.work / nextCold.work)
      cold.add(nextCold)
      warm.add(nextWarm)
    }
    let alone = try await solve(0..<worlds, of: city, by: warmSolver, 1)
    print(cold.words("cold", threads), warm.words("warm", threads), alone.words("warm", 1), separator: "\n")
    ratios.sort()
    print(
      "warm with its starting points ÷ cold, processor time \(rounded((warm.work + preparation) / cold.work)), in \(rounds) rounds",
      "\(rounded(ratios[0])) to \(rounded(ratios[rounds - 1])), median \(rounded(ratios[rounds / 2]))")
    let difference = zip(cold.values, warm.values).map { abs($0 - $1) / abs($0) }.max() ?? 0
    print("same on any number of threads: \(warm.books == alone.books)")
    print("warm and cold agree to the fen in \(zip(cold.books, warm.books).count { $0 == $1 }) of \(worlds) worlds")
    print("largest relative difference of values \(difference)")
    try large(to: arguments.dropFirst(2).first)
  }

  private static let rounds = 10
  private static let startingPoints = 8

  /// A solver that starts from the central world's solution or from one of some more that start there.
  static func solver(startingIn worlds: Range<Int>, of city: CityProblem) throws -> AllocationSolver {
    let central = try [AllocationSolver().best(city.problem(world: 0))].compactMap(\.self)
    let others = try worlds.dropFirst().compactMap {
      try AllocationSolver(startingFrom: central).best(city.problem(world: $0 + 1))
    }
    return AllocationSolver(startingFrom: central + others)
  }

  struct Timed {
    /// Seconds on the clock, and of processor time of all threads.
    var seconds = 0.0
    var work = 0.0
    var values: [Double] = []
    var books: [[Int]] = []

    mutating func add(_ other: Timed) {
      seconds += other.seconds
      work += other.work
      values += other.values
      books += other.books
    }

    func words(_ name: String, _ threads: Int) -> String {
      "\(name): \(values.count) worlds in \(rounded(seconds)) s on \(threads) threads, \(rounded(work)) s of processor"
        + " time, \(values.count(where: \.isNaN)) without a solution"
    }
  }

  /// Solves some worlds, a stretch of them on each thread.
  static func solve(
    _ worlds: Range<Int>, of city: CityProblem, by solver: AllocationSolver, _ threads: Int
  ) async throws -> Timed {
    let start = ContinuousClock.now
    let startOfWork = clock()
    let parts = try await withThrowingTaskGroup(of: (Int, [(Double, [Int])]).self) { group in
      for thread in 0..<threads {
        group.addTask {
          let from = worlds.lowerBound + worlds.count * thread / threads
          let to = worlds.lowerBound + worlds.count * (thread + 1) / threads
          return (
            thread,
            try (from..<to).map { world in
              let solution = try solver.best(city.problem(world: world + 1))
              return (solution?.value ?? .nan, solution?.books.amounts ?? [])
            }
          )
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
    return Timed(
      seconds: (ContinuousClock.now - start) / .seconds(1),
      work: Double(clock() - startOfWork) / Double(CLOCKS_PER_SEC),
      values: parts.map(\.0), books: parts.map(\.1))
  }

  /// A problem of a province's size, and its text for other solvers.
  static func large(to file: String?) throws {
    let problem = CityProblem(accounts: 122, years: 5).problem(world: 0)
    if let file { try problem.mps.write(toFile: file, atomically: true, encoding: .utf8) }
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let solution = try AllocationSolver().best(problem)
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      print("122 accounts: \(rounded(seconds)) s, value \(solution?.value ?? .nan)")
    }
  }
}

private func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
