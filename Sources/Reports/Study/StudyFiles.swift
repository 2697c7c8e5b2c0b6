import CProcessor
import CSV
import Domain
import Foundation
import Inputs
import Publishing
import Simulation
import Studies
import StudyStore

/// What the files of a study were made from.
struct StudyManifest: Encodable {
  let program = RunRecord.program
  let version: String
  let commit = String(cString: built_commit())
  let machine = Manifest.Machine()
  let command: [String]
  let written: String
  let study: String
  let scenario: String
  let dataset: String
  let seed: UInt64
  /// Worlds in which each point was computed; 0 for the central member alone.
  let draws: Int
  let points: Int
  let failed: Int
  /// SHA-256 of what all points depend on.
  let context: String
  let inputs: [Manifest.Input]
  let unsealed: [String]
  let outputs: [FileSeal]
}

/// The tables of a study, written point by point as a store gives them.
public struct StudyTables {
  private static let status = "status"
  private var points = CSVWriter(capacity: 1 << 20)
  private var outcomes = CSVWriter(capacity: 1 << 20)
  private let pointFields: [OutputField]
  private let outcomeFields = [
    OutputField(name: "id", type: .integer, isKey: true), OutputField(name: "outcome", type: .string, isKey: true),
    OutputField(name: "statistic", type: .string, isKey: true),
    OutputField(name: "value", type: .number, isKey: false),
  ]
  private let study: Study
  private let scenario: Scenario
  /// Whether each point has a seed of its own.
  private let hasSeeds: Bool
  public private(set) var count = 0
  public private(set) var failed = 0
  private let layout: SampleLayout
  private var seal: PointsSeal
  /// Where the columns of the layout stand among the figures of a point.
  private let sealed: [Int]

  public init(_ study: Study, _ scenario: Scenario) {
    self.study = study
    self.scenario = scenario
    let layout = study.layout
    self.layout = layout
    seal = PointsSeal(layout.columns)
    let addresses = study.parts.map(\.address)
    sealed = layout.columns.map { addresses.firstIndex(of: $0) ?? 0 }
    hasSeeds = if case .own = study.worlds { true } else { false }
    pointFields =
      [OutputField(name: "id", type: .integer, isKey: true)]
      + study.parts.map { OutputField(name: $0.address, type: .number, isKey: false) }
      + (hasSeeds ? [OutputField(name: "seed", type: .integer, isKey: false)] : [])
      + [StudyTables.status, "message"].map { OutputField(name: $0, type: .string, isKey: false) }
    head(&points, pointFields)
    head(&outcomes, outcomeFields)
  }

  private func head(_ csv: inout CSVWriter, _ fields: [OutputField]) {
    for field in fields { csv.append(field.name) }
    csv.endRow()
  }

  public mutating func append(_ point: StudyPoint, _ stored: StoredPoint) {
    count += 1
    points.append(point.id)
    for figure in point.figures { points.append(figure) }
    seal.add(sealed.map { point.figures[$0] ?? .nan })
    if hasSeeds { points.append(Int(point.seed(study, of: scenario))) }
    switch stored {
    case .values(let values):
      points.append("ok")
      points.append("")
      for (wanted, value) in zip(study.outcomes, values) {
        outcomes.append(point.id)
        outcomes.append(wanted.name)
        outcomes.append(wanted.statistic.rawValue)
        outcomes.append(value)
        outcomes.endRow()
      }
    case .failed(let message):
      failed += 1
      points.append("failed")
      points.append(message)
    }
    points.endRow()
  }

  /// The tables and their columns.
  var described: [(file: String, fields: [OutputField])] {
    [("points.csv", pointFields), ("outcomes.csv", outcomeFields)]
  }

  /// The tables, and how their points were laid out.
  func contents() throws -> [OutputFile] {
    [
      ("points.csv", points.bytes), ("outcomes.csv", outcomes.bytes),
      ("design.json", try json(DesignRecord(layout, points: seal.digits), keys: .convertToSnakeCase)),
    ]
  }

  /// The files with their description and what they were made from.
  public func files(_ loaded: LoadedStudy, _ context: SweepContext, made: Making) throws -> Publication {
    let package = try json(DataPackage(name: study.name, described))
    let files = try contents() + [("datapackage.json", package)]
    let scenario = loaded.scenario
    return try Publication(files) { [study, count, failed] outputs in
      try json(
        StudyManifest(
          version: made.version, command: made.command, written: made.date.formatted(.iso8601), study: study.name,
          scenario: scenario.scenario.name, dataset: scenario.dataset.directory, seed: scenario.scenario.seed,
          draws: study.worlds.draws, points: count, failed: failed, context: context.digits,
          inputs: loaded.inputs.map(Manifest.Input.init), unsealed: scenario.dataset.seal.unsealed,
          outputs: outputs),
        keys: .convertToSnakeCase)
    }
  }
}
