import Domain
import Formulas
import Simulation
import Studies

extension RunTables {
  private struct Row {
    let scenario: String
    let area: Area
    let part: IntervalPart
    let input: IntervalPart.Input?
  }

  private static let columns: [OutputColumn<Row>] = [
    .scenario { $0.scenario }, .text("indicator", isKey: true) { $0.part.outcome.indicator },
    .text("district_code", isKey: true) { $0.area.code }, .year { $0.part.outcome.year },
    .number("width") { $0.part.high - $0.part.low },
    .number("chance") { $0.part.chance.value }, .number("inputs") { $0.part.inputs.value },
    .text("input", isKey: true) { $0.input?.origin.name ?? "" }, .number("share") { $0.input?.share.value },
    .number("chance_error") { $0.part.chance.standardError }, .number("inputs_error") { $0.part.inputs.standardError },
    .number("share_error") { $0.input?.share.standardError },
  ]

  /// A row for every headline figure and input that explains much of its interval; one without an input where none does.
  public static let intervalParts = OutputTable<RunOutput>(
    "interval_parts.csv", zh: "主要指标八成可能区间（第 10—90 百分位）的宽度，其中随机和未知输入各占方差的份额，以及份额最大的输入",
    en:
      "width of 80 % intervals of headline figures, shares of their variance by chance and by inputs, and the largest inputs",
    isWritten: \.hasIntervals, columns
  ) { output, add in
    for part in output.intervals {
      let area = output.results.areas[part.outcome.area]
      let inputs: [IntervalPart.Input?] = part.largest.isEmpty ? [nil] : part.largest
      for input in inputs { add(Row(scenario: output.scenario, area: area, part: part, input: input)) }
    }
  }
}

extension WorldCause.Origin {
  /// The path of an input or parameter moved, the name of a group, of an indicator or of a population.
  var name: String {
    switch self {
    case .input(let name), .group(let name), .figure(let name), .process(let name): name
    case .people(let kind): "population.\(kind.rawValue)"
    }
  }
}
