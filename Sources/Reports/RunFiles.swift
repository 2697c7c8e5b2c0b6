import CSV
import Domain
import Foundation
import Inputs
import Population
import Simulation
import Tables

/// Every file a run writes, in the order they are listed.
public func runFiles(
  _ results: Results, _ loaded: LoadedScenario, report: String, members: [String] = [], version: String,
  command: [String], now: Date
) async throws -> [(name: String, bytes: [UInt8])] {
  let output = OutputFiles(results)
  async let budget = output.budget
  async let manifest = manifest(loaded, results, version: version, command: command, now: now)
  var tables = await populationTables(output)
  tables.append(("budget.csv", await budget))
  tables.append(("allocation.csv", AllocationTable(results).csv))
  tables.append(("targets.csv", output.targets))
  if !members.isEmpty { tables.append(("members.csv", memberTable(results, indicators: members))) }
  let package = try json(DataPackage(scenario: loaded.plan.scenario.name, files: tables))
  return tables + [
    ("report.txt", [UInt8](report.utf8)), ("manifest.json", try await manifest), ("datapackage.json", package),
  ]
}

/// The files of a projection of the population alone.
public func projectionFiles(
  _ results: Results, _ loaded: LoadedScenario, version: String, command: [String], now: Date
) async throws -> [(name: String, bytes: [UInt8])] {
  let tables = await populationTables(OutputFiles(results))
  return try tables + descriptions(of: tables, loaded, results, version: version, command: command, now: now)
}

/// The files of a budget book.
public func budgetFiles(
  _ results: Results, _ loaded: LoadedScenario, book: String, version: String, command: [String], now: Date
) throws -> [(name: String, bytes: [UInt8])] {
  let tables = [("budget.csv", OutputFiles(results).budget)]
  return try tables + [("budget.txt", [UInt8](book.utf8))]
    + descriptions(of: tables, loaded, results, version: version, command: command, now: now)
}

/// The files of a year's allocation; on the basis of the central member all years of the run.
public func fundFiles(
  _ results: Results, _ loaded: LoadedScenario, _ decision: FundDecision, book: String, version: String,
  command: [String], now: Date
) throws -> [(name: String, bytes: [UInt8])] {
  let table = decision.basis == .central ? AllocationTable(results) : AllocationTable(results, decision)
  let tables = [("allocation.csv", table.csv)]
  return try tables + [("allocation.txt", [UInt8](book.utf8))]
    + descriptions(of: tables, loaded, results, version: version, command: command, now: now)
}

/// The large tables, written side by side.
private func populationTables(_ output: OutputFiles) async -> [(name: String, bytes: [UInt8])] {
  async let indicators = output.indicators
  async let population = output.population
  async let pyramid = output.pyramid
  return [
    ("indicators.csv", await indicators), ("population.csv", await population), ("pyramid.csv", await pyramid),
  ]
}

/// What says how the tables came about and how they are built.
private func descriptions(
  of tables: [(name: String, bytes: [UInt8])], _ loaded: LoadedScenario, _ results: Results,
  version: String, command: [String], now: Date
) throws -> [(name: String, bytes: [UInt8])] {
  [
    ("manifest.json", try manifest(loaded, results, version: version, command: command, now: now)),
    ("datapackage.json", try json(DataPackage(scenario: loaded.plan.scenario.name, files: tables))),
  ]
}

private func manifest(
  _ loaded: LoadedScenario, _ results: Results, version: String, command: [String], now: Date
) throws -> [UInt8] {
  try json(Manifest(loaded, results, version: version, command: command, now: now), keys: .convertToSnakeCase)
}

/// The line under a report that says where the files are.
public func fileList(_ files: [(name: String, bytes: [UInt8])], folder: String, language: Language) -> String {
  let names = files.map { file in
    let rows = file.bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } - 1
    guard file.name.hasSuffix(".csv") else { return file.name }
    return language == .zh ? "\(file.name)（\(rows) 行）" : "\(file.name) (\(rows) rows)"
  }
  let head = language == .zh ? "文件" : "Files"
  return "\(head): \(folder)/ \(names.joined(separator: language == .zh ? "、" : ", "))"
}
