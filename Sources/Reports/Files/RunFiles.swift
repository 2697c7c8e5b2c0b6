import CSV
import Domain
import Foundation
import Inputs
import Population
import Simulation
import Tables

/// The name and the bytes of a file.
public typealias OutputFile = (name: String, bytes: [UInt8])

/// Every file a run writes, in the order they are listed.
public func runFiles(
  _ results: Results, _ loaded: LoadedScenario, report: String, members: [String] = [], made: Making
) async throws -> [OutputFile] {
  async let manifest = manifest(loaded, results, made: made)
  let output = RunOutput(results, members: members)
  let tables = RunTables.all.filter { $0.isWritten(output) }
  let files = await sideBySide(tables, of: output)
  let package = try json(DataPackage(scenario: loaded.scenario.name, tables))
  return files + [
    ("report.txt", [UInt8](report.utf8)), ("manifest.json", try await manifest), ("datapackage.json", package),
  ]
}

/// The files of a projection of the population alone.
public func projectionFiles(
  _ results: Results, _ loaded: LoadedScenario, made: Making
) async throws -> [OutputFile] {
  let tables = RunTables.ofProjection
  return try await sideBySide(tables, of: RunOutput(results))
    + descriptions(of: tables, loaded, results, made: made)
}

/// The files of a budget book.
public func budgetFiles(
  _ results: Results, _ loaded: LoadedScenario, book: String, made: Making
) throws -> [OutputFile] {
  let table = RunTables.budget
  return try [table.written(RunOutput(results)), ("budget.txt", [UInt8](book.utf8))]
    + descriptions(of: [table], loaded, results, made: made)
}

/// The files of a year's allocation; on the basis of the central member all years of the run.
public func fundFiles(
  _ results: Results, _ loaded: LoadedScenario, _ decision: FundDecision, book: String, made: Making
) throws -> [OutputFile] {
  let pages = decision.basis == .central ? AllocationPages(results) : AllocationPages(results, decision)
  let table = RunTables.decision
  return try [table.written(pages), ("allocation.txt", [UInt8](book.utf8))]
    + descriptions(of: [table], loaded, results, made: made)
}

/// The tables of a run, written side by side.
private func sideBySide(_ tables: [OutputTable<RunOutput>], of output: RunOutput) async -> [OutputFile] {
  await withTaskGroup(of: (place: Int, file: OutputFile).self) { group in
    for (place, table) in tables.enumerated() { group.addTask { (place, table.written(output)) } }
    return await group.reduce(into: []) { $0.append($1) }.sorted { $0.place < $1.place }.map(\.file)
  }
}

/// What says how the tables came about and how they are built.
private func descriptions<Source>(
  of tables: [OutputTable<Source>], _ loaded: LoadedScenario, _ results: Results, made: Making
) throws -> [OutputFile] {
  [
    ("manifest.json", try manifest(loaded, results, made: made)),
    ("datapackage.json", try json(DataPackage(scenario: loaded.scenario.name, tables))),
  ]
}

private func manifest(
  _ loaded: LoadedScenario, _ results: Results, made: Making
) throws -> [UInt8] {
  try json(Manifest(loaded, results, made: made), keys: .convertToSnakeCase)
}

/// The line under a report that says where the files are.
public func fileList(_ files: [OutputFile], folder: String, language: Language) -> String {
  let names = files.map { file in
    guard file.name.hasSuffix(".csv") else { return file.name }
    let rows = lineFeeds(file.bytes) - 1
    return language == .zh ? "\(file.name)（\(rows) 行）" : "\(file.name) (\(rows) rows)"
  }
  let head = language == .zh ? "文件" : "Files"
  return "\(head): \(folder)/ \(names.joined(separator: language == .zh ? "、" : ", "))"
}

/// Counted where the bytes lie, which a processor does many at a time.
private func lineFeeds(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var count = 0
    for byte in bytes where byte == UInt8(ascii: "\n") { count &+= 1 }
    return count
  }
}
