import Allocation
import Foundation

/// Times allocations of many worlds, from nothing and from the solution of the central one; and a large one.
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
    guard let central = try AllocationSolver().best(city.problem(world: 0)) else { return print("no central solution") }
    let cold = try await time("cold", AllocationSolver(), city, worlds, threads)
    let warm = try await time("warm", AllocationSolver(startingFrom: central), city, worlds, threads)
    let alone = try await time("warm, one thread", AllocationSolver(startingFrom: central), city, worlds, 1)
    print("warm ÷ cold, processor time \(rounded(warm.work / cold.work))")
    let difference = zip(cold.values, warm.values).map { abs($0 - $1) / abs($0) }.max() ?? 0
    print("same on any number of threads: \(warm.books == alone.books)")
    print("warm and cold agree to the fen in \(zip(cold.books, warm.books).count { $0 == $1 }) of \(worlds) worlds")
    print("largest relative difference of values \(difference)")
    try large(to: arguments.dropFirst(2).first)
  }

  struct Timed {
    /// Seconds of processor time of all threads.
    let work: Double
    let values: [Double]
    let books: [[Int]]
  }

  /// Solves all worlds, a stretch of them on each thread.
  static func time(
    _ name: String, _ solver: AllocationSolver, _ city: CityProblem, _ worlds: Int, _ threads: Int
  ) async throws -> Timed {
    let start = ContinuousClock.now
    let startOfWork = clock()
    let parts = try await withThrowingTaskGroup(of: (Int, [(Double, [Int])]).self) { group in
      for thread in 0..<threads {
        group.addTask {
          let range = worlds * thread / threads..<worlds * (thread + 1) / threads
          return (
            thread,
            try range.map { world in
              let solution = try solver.best(city.problem(world: world + 1))
              return (solution?.value ?? .nan, solution?.books.amounts ?? [])
            }
          )
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let work = Double(clock() - startOfWork) / Double(CLOCKS_PER_SEC)
    let infeasible = parts.count { $0.0.isNaN }
    print(
      "\(name): \(worlds) worlds in \(rounded(seconds)) s on \(threads) threads, \(rounded(work)) s of processor time,",
      "\(infeasible) without a solution")
    return Timed(work: work, values: parts.map(\.0), books: parts.map(\.1))
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

  static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
