import Studies
import Uncertainty

/// How points were laid out, as `design.json` says it: what `sensitivity --design` reads beside a table of results.
struct DesignRecord: Encodable {
  struct Input: Encodable {
    let name: String
    let columns: [String]
  }

  let design: String
  let inputs: [Input]
  var rows: Int?
  var replicates: Int?
  var trajectories: Int?
  var levels: Int?
  var ends: [Int]?
  var seed: UInt64?
  let pointsSha256: String

  /// - Parameter points: the seal of the table.
  init(_ layout: SampleLayout, points: String) {
    inputs = layout.inputs.map { Input(name: $0.name, columns: $0.columns) }
    pointsSha256 = points
    switch layout.design {
    case .given: design = Sensitivity.Method.given.rawValue
    case .saltelli(let saltelli):
      design = Sensitivity.Method.saltelli.rawValue
      (rows, replicates, seed) = (saltelli.rows, saltelli.replicates, saltelli.seed)
    case .morris(let morris):
      design = Sensitivity.Method.morris.rawValue
      (trajectories, levels, seed) = (morris.trajectories, morris.levels, morris.seed)
    case .shapley(let layout):
      design = Sensitivity.Method.shapley.rawValue
      (rows, replicates) = (layout.rows, layout.replicates)
    case .ends(let levels):
      design = Sensitivity.Method.ends.rawValue
      ends = levels
    }
  }
}
