import Domain
import Simulation
import Studies

extension RunTables {
  private struct Row {
    let scenario: String
    let year: Year
    let driver: String
    let member: Int
    let value: Double
  }

  /// What every world drew: the normal scores of inputs and of what groups share and of figures' errors, which stand in
  /// the base year and hold in all years, and the deviations of processes, year by year and on their scales.
  public static let drivers = OutputTable<RunOutput>(
    "drivers.csv", zh: "每次模拟抽到的数（--drivers-out）", en: "what every world drew (`--drivers-out`)",
    capacity: 1_000_000, isWritten: \.hasDrivers,
    [
      .scenario { (row: Row) in row.scenario }, .year { $0.year }, .text("driver", isKey: true) { $0.driver },
      .integer("member", isKey: true) { $0.member }, .decimal("value") { $0.value },
    ]
  ) { output, add in
    guard let causes = output.drivers else { return }
    for drawn in causes.drawn {
      let name = WorldInputs.Subject.name(of: drawn.origin) + (drawn.part.map { "/\($0)" } ?? "")
      for (member, value) in zip(causes.members, drawn.numbers) {
        add(Row(scenario: output.scenario, year: drawn.year, driver: name, member: member, value: value))
      }
    }
  }
}
