import CProcessor
import Domain
import Formulas
import Foundation
import Inputs
import NumericCore
import Publishing
import Simulation

/// What a run was made from: the only file that may hold a time, a path or a thread count.
struct Manifest: Encodable {
  struct Input: Encodable {
    let path: String
    let sha256: String

    init(_ file: InputFile) {
      path = file.path
      sha256 = file.sha256
    }
  }

  struct Members: Encodable {
    let draws: Int
    let seed: UInt64
    let quantiles: String
    /// The largest error of a quantile in its rank, as a share of the members.
    let largestRankError: Double?
  }

  /// What the last bits of a result may depend on.
  struct Machine: Encodable {
    let processor = String(cString: processor_name())
    /// Of OpenBLAS; the same on every processor that has it.
    let blasKernel = BLASDescription().core
    let blas = BLASDescription().configuration
  }

  struct Layer: Encodable {
    let file: String
    let line: Int
  }

  struct Value: Encodable {
    let year: Year
    let value: Double?
    let setBy: Layer?
  }

  struct ParameterEntry: Encodable {
    let path: String
    let unit: String
    let label: String
    let evidence: [String]
    let sources: [String]
    let city: [Value]
    let districts: [String: [Value]]
  }

  let program = RunRecord.program
  let version: String
  /// With a plus sign where files had changed since; empty where it was not built from a checkout.
  let commit = String(cString: built_commit())
  let machine = Machine()
  let command: [String]
  let written: String
  let scenario: String
  let dataset: String
  let horizon: [Year]
  let knownUntil: Year
  let members: Members
  let inputs: [Input]
  /// Files of the dataset that changed since it was sealed, or never were.
  let unsealed: [String]
  let outputs: [FileSeal]
  let parameters: [ParameterEntry]

  /// - Parameter outputs: the files that it lists.
  init(_ loaded: LoadedScenario, _ results: Results, outputs: [FileSeal], made: Making) {
    let plan = results.plan
    version = made.version
    command = made.command
    written = made.date.formatted(.iso8601)
    scenario = plan.scenario.name
    dataset = loaded.dataset.directory
    horizon = [plan.scenario.horizon.lowerBound, plan.scenario.horizon.upperBound]
    knownUntil = plan.knownUntil
    members = Members(
      draws: results.draws, seed: plan.scenario.seed,
      quantiles: results.ensemble?.rankError == nil ? "exact" : "sketch",
      largestRankError: results.ensemble?.rankError)
    inputs = loaded.inputs.map(Input.init)
    unsealed = loaded.dataset.seal.unsealed
    self.outputs = outputs
    let values = plan.city.allValues
    // What is adjusted stands as it is, and the factor and the amount beside it.
    let hidden = Set(plan.adjustments.map(\.given) + plan.partYears.flatMap(\.parameters))
    parameters = plan.parameters.all.filter { !hidden.contains($0.parameter) }.map { Manifest.entry($0, values, plan) }
  }

  private static func entry(
    _ resolved: ResolvedParameter, _ values: [String: ParameterValues], _ plan: Plan
  ) -> ParameterEntry {
    let path = resolved.parameter.path
    let given = values[path]
    let known = (given?.all ?? []).filter { $0.known <= plan.knownUntil }
    var districts: [String: [Value]] = [:]
    for (area, series) in resolved.districts.enumerated() {
      guard let series else { continue }
      districts[plan.city.areas[area].code] = shown(series, plan.years)
    }
    return ParameterEntry(
      path: path, unit: resolved.parameter.unit.symbol, label: given?.label.zh ?? path,
      evidence: Set(known.map(\.evidence)).sorted().map(\.rawValue), sources: Set(known.map(\.source)).sorted(),
      city: shown(resolved.city, plan.years), districts: districts)
  }

  private static func shown(_ series: Series, _ years: ClosedRange<Year>) -> [Value] {
    guard !series.yearEnd.allSatisfy(\.isAbsent) else { return [] }
    return years.map { year in
      let number = series.value(in: year).first
      let origin = series.origin(in: year)
      return Value(
        year: year, value: number.isNaN ? nil : number, setBy: origin.map { Layer(file: $0.file, line: $0.line) })
    }
  }
}
