import CSV
import Domain
import Foundation
import Inputs
import Population
import Publishing
import Simulation
import Studies
import Tables

/// The name and the bytes of a file.
public typealias OutputFile = (name: String, bytes: [UInt8])

/// What the files of a run are made from.
public struct RunOutput: Sendable {
  public let results: Results
  /// Indicators of which every member is wanted.
  public let members: [String]

  /// Where the intervals of headline figures come from; empty where too few worlds can tell.
  public let intervals: [IntervalPart]

  /// What the worlds drew, where that is wanted.
  public let drivers: WorldCauses?

  public init(
    _ results: Results, members: [String] = [], intervals: [IntervalPart] = [], drivers: WorldCauses? = nil
  ) {
    self.results = results
    self.members = members
    self.intervals = intervals
    self.drivers = drivers
  }

  var hasMembers: Bool { !members.isEmpty }
  var hasDrivers: Bool { drivers != nil }
  var hasIntervals: Bool { !intervals.isEmpty }
  var scenario: String { results.plan.scenario.name }
}

/// The tables a run writes.
public enum RunTables {
  /// In the order in which they are listed. A new one is a file that declares it and a line here.
  public static let all = [
    indicators, population, pyramid, budget, allocation, targets, intervalParts, members, drivers, dictionary,
  ]

  /// Those of a projection of the population alone.
  static let ofProjection = [indicators, population, pyramid]
}

/// Every file a run writes, in the order they are listed.
public func runFiles(
  _ results: Results, _ loaded: LoadedScenario, report: String, members: [String] = [], intervals: [IntervalPart] = [],
  drivers: WorldCauses? = nil, made: Making
) async throws -> Publication {
  let output = RunOutput(results, members: members, intervals: intervals, drivers: drivers)
  let tables = RunTables.all.filter { $0.isWritten(output) }
  let files = await sideBySide(tables, of: output) + [("report.txt", [UInt8](report.utf8))]
  return try described(files, tables, loaded, results, made: made)
}

/// The files of a projection of the population alone.
public func projectionFiles(
  _ results: Results, _ loaded: LoadedScenario, made: Making
) async throws -> Publication {
  let tables = RunTables.ofProjection
  return try described(await sideBySide(tables, of: RunOutput(results)), tables, loaded, results, made: made)
}

/// The files of a budget book.
public func budgetFiles(
  _ results: Results, _ loaded: LoadedScenario, book: String, made: Making
) throws -> Publication {
  let table = RunTables.budget
  let files = [table.written(RunOutput(results)), ("budget.txt", [UInt8](book.utf8))]
  return try described(files, [table], loaded, results, made: made)
}

/// The files of a year's allocation; on the basis of the central member all years of the run.
public func fundFiles(
  _ results: Results, _ loaded: LoadedScenario, _ decision: FundDecision, book: String, made: Making
) throws -> Publication {
  let pages = decision.basis == .central ? AllocationPages(results) : AllocationPages(results, decision)
  let table = RunTables.decision
  let files = [table.written(pages), ("allocation.txt", [UInt8](book.utf8))]
  return try described(files, [table], loaded, results, made: made)
}

/// The scores of a backtest.
public func backtestFiles(
  _ results: Results, _ loaded: LoadedScenario, _ scores: BacktestScores, made: Making
) throws -> Publication {
  let table = BacktestScores.table
  return try described([table.written(scores)], [table], loaded, results, made: made)
}

/// The tables of a run, written side by side.
private func sideBySide(_ tables: [OutputTable<RunOutput>], of output: RunOutput) async -> [OutputFile] {
  await withTaskGroup(of: (place: Int, file: OutputFile).self) { group in
    for (place, table) in tables.enumerated() { group.addTask { (place, table.written(output)) } }
    return await group.reduce(into: []) { $0.append($1) }.sorted { $0.place < $1.place }.map(\.file)
  }
}

/// Files with what says how their tables are built and how they came about.
private func described<Source>(
  _ files: [OutputFile], _ tables: [OutputTable<Source>], _ loaded: LoadedScenario, _ results: Results, made: Making
) throws -> Publication {
  let package = try json(DataPackage(scenario: loaded.scenario.name, tables))
  return try Publication(files + [("datapackage.json", package)]) { outputs in
    try json(Manifest(loaded, results, outputs: outputs, made: made), keys: .convertToSnakeCase)
  }
}

/// The line under a report that says where the files are.
public func fileList(_ publication: Publication, folder: String, language: Language) -> String {
  let names = publication.files.map { file in
    guard file.name.hasSuffix(".csv") else { return file.name }
    let rows = lineFeeds(file.content) - 1
    return language == .zh ? "\(file.name)（\(rows) 行）" : "\(file.name) (\(rows) rows)"
  }
  let list = (names + [RunRecord.file]).joined(separator: language == .zh ? "、" : ", ")
  return "\(language == .zh ? "文件" : "Files"): \(folder)/ \(list)"
}

/// Counted where the bytes lie, which a processor does many at a time.
private func lineFeeds(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var count = 0
    for byte in bytes where byte == UInt8(ascii: "\n") { count &+= 1 }
    return count
  }
}
