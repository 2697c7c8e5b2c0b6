import ArgumentParser
import Inputs
import Reports
import Simulation

/// Runs for some values alone.
extension Run {
  /// Checks that the values wanted have their form, and that nothing else is asked for.
  func requireValuesAlone() throws {
    if out != nil || !membersOut.isEmpty || plot.file != nil || district != nil {
      throw misuse("--only 不写文件；区县写在年份后面", "--only writes no files and takes districts behind the years")
    }
    if let text = only.compactMap(OutcomeSelectors.malformed).first {
      throw misuse("--only 要 指标@年份[/区县]，不是 ‘\(text)’", "--only takes INDICATOR@YEAR[/DISTRICT], not '\(text)'")
    }
    if format == .md { throw misuse("--only 只输出 csv 或 json", "--only prints csv or json") }
  }

  /// Prints the values wanted of each scenario, one table for all.
  func printOutcomes(_ plans: [Plan]) async throws {
    let wanted = only.joined(separator: ",")
    var sources: [RunTables.Outcomes] = []
    for plan in plans {
      let outcomes = try OutcomeSelectors.outcomes(in: wanted, of: "--only", plan)
      let results = try await computed(plan.limited(to: outcomes), members, in: lang)
      sources.append(RunTables.Outcomes(results: results, outcomes: outcomes))
    }
    try say(format == .json ? RunTables.outcomes.table(of: sources).json : RunTables.outcomes.text(of: sources))
  }
}
