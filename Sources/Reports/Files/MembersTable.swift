import Domain
import Formulas
import Simulation

extension RunTables {
  private struct Row {
    let scenario: String
    let area: Area
    let year: Year
    let indicator: String
    let member: Int
    let value: Double
  }

  private static let columns: [OutputColumn<Row>] =
    [.scenario { $0.scenario }] + OutputColumn.area { $0.area } + [
      .year { $0.year }, .text("indicator", isKey: true) { $0.indicator },
      .integer("member", isKey: true) { $0.member },
      .decimal("value") { $0.value },
    ]

  /// Every member of what was chosen, a world a row; what does not vary is the same in all.
  public static let members = OutputTable<RunOutput>(
    "members.csv", zh: "所选指标在每次模拟中的值（--members-out）", en: "chosen indicators in every world (`--members-out`)",
    capacity: 1_000_000, isWritten: \.hasMembers, columns
  ) { output, add in
    let results = output.results
    for outcome in output.members.series(in: results) {
      guard let members = results.members(outcome.indicator, area: outcome.area, year: outcome.year) else { continue }
      for (world, value) in zip(results.worlds, members) where !value.isNaN {
        add(
          Row(
            scenario: output.scenario, area: results.areas[outcome.area], year: outcome.year,
            indicator: outcome.indicator, member: world, value: value))
      }
    }
  }

  private struct Column {
    let place: Int
    let area: Area
    let outcome: Outcome
    let unit: String
  }

  /// What stands in the columns of the array of members.
  public static let memberColumns = OutputTable<RunOutput>(
    "members_columns.csv", zh: "members.npy 各列的含义（--members-format npy）",
    en: "the columns of `members.npy` (`--members-format npy`)",
    isWritten: \.hasMembersArray,
    [OutputColumn<Column>.integer("column", isKey: true) { $0.place }] + OutputColumn.area { $0.area } + [
      .year { $0.outcome.year }, .text("indicator", isKey: true) { $0.outcome.indicator },
      .text("unit") { $0.unit },
    ]
  ) { output, add in
    let results = output.results
    let units = Dictionary(results.indicators.map { ($0.name, $0.unit.symbol) }) { first, _ in first }
    for (place, outcome) in output.members.series(in: results).enumerated() {
      add(
        Column(
          place: place, area: results.areas[outcome.area], outcome: outcome, unit: units[outcome.indicator] ?? ""))
    }
  }
}
