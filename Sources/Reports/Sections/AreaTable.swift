import Domain
import Formulas
import Population
import Simulation
import Tables

/// The indicators of a district or the city, one a row, years as columns.
public struct AreaTable {
  public let table: Table

  public init(_ results: Results, area: Int) {
    var table = Table(
      columns: ["indicator", "label_zh", "label_en", "unit"].map { Column($0) }
        + results.years.map { Column("\($0)", alignment: .trailing) })
    for indicator in results.indicators {
      let values = results.years.map { year -> Cell in
        results.value(indicator, area: area, year: year).map { .number($0, NumberFormat(decimals: 3)) } ?? .empty
      }
      table.append(
        [.text(indicator.name), .text(indicator.label.zh), .text(indicator.label.en), .text(indicator.unit.symbol)]
          + values)
    }
    self.table = table
  }
}

/// The chief figures of a projection, a year a row.
public func projectionTable(_ results: Results, language: Language) -> Table {
  let say = language.say
  let columns: [(indicator: Indicator, header: String)] = [
    (Demography.populationTotal, say("总人口", "People")), (Demography.populationAged0To14, "0–14"),
    (Demography.populationAged15To59, "15–59"), (Demography.populationAged60Plus, "60+"),
    (Demography.populationBirths, say("出生", "Births")), (Demography.populationDeaths, say("死亡", "Deaths")),
    (Demography.populationNetMigrants, say("净迁入", "Net migrants")),
  ]
  var table = Table(
    columns: [Column("year", header: say("年末", "Year-end"), alignment: .trailing)]
      + columns.map { Column($0.indicator.name, header: $0.header, alignment: .trailing) })
  for year in results.years {
    let cells = columns.map { column -> Cell in
      results.city(column.indicator, year).map { .number($0, NumberFormat()) } ?? .text("–")
    }
    table.append([.number(Double(year), .year)] + cells)
  }
  return table
}
