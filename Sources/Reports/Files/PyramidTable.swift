import Domain
import Simulation

extension RunTables {
  private struct Row {
    let scenario: String
    let year: Year
    let sex: Sex
    let from: Int
    let central: Double
    let statistics: Statistics?
  }

  /// 10, 50 and 90 %.
  private static let shown = [1, 3, 5]

  /// The city's residents by five-year group.
  public static let pyramid = OutputTable<RunOutput>(
    "pyramid.csv", zh: "全市常住人口，分性别和五岁组，含模拟的分位数", en: "the city's residents by sex and five-year group, with quantiles",
    capacity: 100_000,
    [
      .scenario { $0.scenario }, .year { $0.year }, .text("sex", isKey: true) { $0.sex.name },
      .integer("age_from", isKey: true) { $0.from }, .number("central") { $0.central },
      .number("mean") { $0.statistics?.mean },
    ] + OutputColumn.quantiles(shown) { $0.statistics }
  ) { output, add in
    let results = output.results
    for year in results.years {
      let table = results.population(.resident, area: results.areas.cityIndex, year: year)
      for sex in Sex.allCases {
        for (group, from) in Results.groups.enumerated() {
          add(
            Row(
              scenario: output.scenario, year: year, sex: sex, from: from, central: table.sum(sex, from: from),
              statistics: results.pyramid(sex, group: group, year: year)))
        }
      }
    }
  }
}
