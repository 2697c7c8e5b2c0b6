import Foundation
import Inputs
import NumericCore
import Simulation

/// Times a scenario's run in memory: people, ability, formulas, and the statistics of its worlds; no file is written.
///
///     model SCENARIO [DRAWS [THREADS]]
@main
struct ModelProgram {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else {
      print("usage: model SCENARIO [DRAWS [THREADS]]")
      exit(64)
    }
    let draws = arguments.count > 2 ? Int(arguments[2]) ?? 1000 : 1000
    let threads = arguments.count > 3 ? Int(arguments[3]) ?? 1 : 1
    useOneBLASThread()
    let loaded = try LoadedScenario(ScenarioRequest(arguments[1], draws: draws))
    let plan = try Plan(loaded.dataset.city, loaded.scenario)
    let clock = ContinuousClock()
    var results: Results?
    let central = try clock.measure { results = try plan.run() }
    let start = clock.now
    results = try await plan.run(EnsembleOptions(draws: draws, threads: threads))
    print(
      """
      \(plan.scenario.name): \(results?.indicators.count ?? 0) indicators, \(results?.areas.count ?? 0) areas, \
      \(plan.scenario.horizon.count) years, \(draws) worlds, \(threads) threads
      central member \(seconds(central)) s
      total \(seconds(start.duration(to: clock.now))) s
      """)
  }

  private static func seconds(_ duration: Duration) -> String {
    String(format: "%.3f", duration / .seconds(1))
  }
}
