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
  /// Of what every member is wanted.
  public let members: MemberSelection

  /// Where the intervals of headline figures come from; empty where too few worlds can tell.
  public let intervals: [IntervalPart]

  /// What the worlds drew, where that is wanted.
  public let drivers: WorldCauses?

  public init(
    _ results: Results, members: MemberSelection = MemberSelection(), intervals: [IntervalPart] = [],
    drivers: WorldCauses? = nil
  ) {
    self.results = results
    self.members = members
    self.intervals = intervals
    self.drivers = drivers
  }

  var hasMembers: Bool { !members.isEmpty && members.form == .csv }
  var hasMembersArray: Bool { !members.isEmpty && members.form == .npy }
  var hasDrivers: Bool { drivers != nil }
  var hasIntervals: Bool { !intervals.isEmpty }
  var scenario: String { results.plan.scenario.name }
}

/// The tables a run writes.
public enum RunTables {
  /// In the order in which they are listed. A new one is a file that declares it and a line here.
  public static let all = [
    indicators, population, pyramid, budget, allocation, targets, intervalParts, members, memberColumns, drivers,
    dictionary,
  ]

  /// Those that grow with the worlds, and are written without standing in memory.
  static let streamed: Set<String> = [members.file, drivers.file]

  /// Those of a projection of the population alone.
  static let ofProjection = [indicators, population, pyramid]
}

/// Every file a run writes, in the order they are listed.
public func runFiles(
  _ results: Results, _ loaded: LoadedScenario, report: String, members: MemberSelection = MemberSelection(),
  intervals: [IntervalPart] = [], drivers: WorldCauses? = nil, made: Making
) async throws -> Publication {
  let output = RunOutput(results, members: members, intervals: intervals, drivers: drivers)
  let tables = RunTables.all.filter { $0.isWritten(output) }
  var files = try await sideBySide(tables, of: output)
  if output.hasMembersArray { files.append(try MembersArray.streamed(output)) }
  files.append(Publication.File(name: "report.txt", content: [UInt8](report.utf8)))
  return try described(files: files, tables, loaded, results, made: made)
}

/// The files of a projection of the population alone.
public func projectionFiles(
  _ results: Results, _ loaded: LoadedScenario, made: Making
) async throws -> Publication {
  let tables = RunTables.ofProjection
  return try described(
    files: try await sideBySide(tables, of: RunOutput(results)), tables, loaded, results, made: made)
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
private func sideBySide(
  _ tables: [OutputTable<RunOutput>], of output: RunOutput
) async throws -> [Publication.File] {
  try await withThrowingTaskGroup(of: (place: Int, file: Publication.File).self) { group in
    for (place, table) in tables.enumerated() {
      group.addTask {
        guard !RunTables.streamed.contains(table.file) else { return (place, try table.streamed(output)) }
        return (place, Publication.File(name: table.file, content: table.csv(of: output)))
      }
    }
    return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.place < $1.place }.map(\.file)
  }
}

private func described<Source>(
  _ files: [OutputFile], _ tables: [OutputTable<Source>], _ loaded: LoadedScenario, _ results: Results, made: Making
) throws -> Publication {
  try described(
    files: files.map { Publication.File(name: $0.name, content: $0.bytes) }, tables, loaded, results, made: made)
}

/// Files with what says how their tables are built and how they came about.
private func described<Source>(
  files: [Publication.File], _ tables: [OutputTable<Source>], _ loaded: LoadedScenario, _ results: Results,
  made: Making
) throws -> Publication {
  let package = Publication.File(
    name: "datapackage.json", content: try json(DataPackage(scenario: loaded.scenario.name, tables)))
  return try Publication(files: files + [package]) { outputs in
    try json(Manifest(loaded, results, outputs: outputs, made: made), keys: .convertToSnakeCase)
  }
}

/// The line under a report that says where the files are.
public func fileList(_ publication: Publication, folder: String, language: Language) -> String {
  let names = publication.files.map { file in
    guard file.name.hasSuffix(".csv") else { return file.name }
    let rows = file.lineFeeds - 1
    return language == .zh ? "\(file.name)（\(rows) 行）" : "\(file.name) (\(rows) rows)"
  }
  let list = (names + [RunRecord.file]).joined(separator: language == .zh ? "、" : ", ")
  return "\(language == .zh ? "文件" : "Files"): \(folder)/ \(list)"
}
