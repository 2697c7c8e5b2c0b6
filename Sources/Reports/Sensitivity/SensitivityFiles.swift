import Domain
import Inputs
import Publishing
import Uncertainty

/// A row for each outcome, input and number, the input that matters most first.
public enum SensitivityFiles {
  private struct Row {
    let finding: SensitivityFinding
    let found: Sensitivity
    let input: Sensitivity.Input
    let measure: Sensitivity.Measure
  }

  /// Every number of every input.
  public static let table = OutputTable<[SensitivityFinding]>(
    "sensitivity.csv", zh: "结果取决于哪些输入", en: "which inputs outcomes depend on",
    [
      .text("outcome", isKey: true) { (row: Row) in row.finding.outcome },
      .text("statistic", isKey: true) { $0.finding.statistic }, .text("input", isKey: true) { $0.input.name },
      .text("measure", isKey: true) { $0.measure.kind.rawValue }, .number("value") { $0.measure.value },
      .number("standard_error") { $0.measure.standardError }, .number("low") { $0.measure.low },
      .number("high") { $0.measure.high }, .text("verdict") { $0.measure.verdict?.word ?? "" },
      .integer("more_points") { $0.measure.verdict?.morePoints }, .text("method") { $0.found.method.rawValue },
      .integer("used") { $0.found.used }, .integer("failed") { $0.found.failed },
    ]
  ) { findings, add in
    for finding in findings {
      guard let found = finding.sensitivity else { continue }
      for input in found.inputs {
        for measure in input.measures { add(Row(finding: finding, found: found, input: input, measure: measure)) }
      }
    }
  }

  /// The file with its description and what it was made from.
  ///
  /// - Parameter inputs: the files read.
  public static func files(
    _ findings: [SensitivityFinding], named name: String, inputs: [InputFile], made: Making
  ) throws -> Publication {
    let package = try json(DataPackage(name: name, [(table.file, table.fields)]))
    return try commandFiles(
      [table.written(findings), ("datapackage.json", package)], inputs: inputs, made: made)
  }
}
