import Domain
import Simulation

extension RunTables {
  private struct Row {
    let scenario: String
    let kind: PopulationKind
    let area: Area
    let year: Year
    let sex: Sex
    let age: Int
    let central: Double
    let mean: Double?
  }

  /// Persons by single age.
  public static let population = OutputTable<RunOutput>(
    "population.csv", zh: "常住和户籍人口，分区县、性别和单岁年龄", en: "residents and the registered by district, sex and single age",
    capacity: 8_000_000,
    [.scenario { $0.scenario }, .text("kind", isKey: true) { $0.kind.rawValue }] + OutputColumn.area { $0.area } + [
      .year { $0.year }, .text("sex", isKey: true) { $0.sex.name }, .integer("age", isKey: true) { $0.age },
      .number("central") { $0.central }, .number("mean") { $0.mean },
    ]
  ) { output, add in
    let results = output.results
    for kind in results.kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
      for area in results.areas.shown {
        for year in results.years {
          let table = results.population(kind, area: area, year: year)
          let mean = results.meanPopulation(kind, area: area, year: year)
          for sex in Sex.allCases {
            for age in 0...Age.open.years {
              add(
                Row(
                  scenario: output.scenario, kind: kind, area: results.areas[area], year: year, sex: sex, age: age,
                  central: table[Age(age), sex], mean: mean?[Age(age), sex]))
            }
          }
        }
      }
    }
  }
}
