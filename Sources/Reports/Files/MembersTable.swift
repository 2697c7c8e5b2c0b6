import Domain
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
      .number("value") { $0.value },
    ]

  /// Every member of chosen indicators, a world a row; what does not vary is the same in all.
  public static let members = OutputTable<RunOutput>(
    "members.csv", zh: "所选指标在每次模拟中的值（--members-out）", en: "chosen indicators in every world (`--members-out`)",
    capacity: 1_000_000, isWritten: \.hasMembers, columns
  ) { output, add in
    let results = output.results
    for area in results.areas.shown {
      for year in results.years {
        for name in Set(output.members).sorted() {
          guard let members = results.members(name, area: area, year: year) else { continue }
          for (world, value) in zip(results.worlds, members) where !value.isNaN {
            add(
              Row(
                scenario: output.scenario, area: results.areas[area], year: year, indicator: name, member: world,
                value: value))
          }
        }
      }
    }
  }
}
