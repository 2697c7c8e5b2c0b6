import Domain
import Simulation
import Tables

/// The city's indicators, one a row, years as columns.
public struct CityTable {
  public let table: Table

  public init(_ results: Results, language: Language) {
    var table = Table(
      columns: [Column("indicator"), Column("label"), Column("unit")]
        + results.years.map { Column("\($0)", alignment: .trailing) })
    for indicator in results.indicators {
      let values = results.years.map { year -> Cell in
        results.city(indicator.name, year).map { .number($0, NumberFormat(decimals: 3)) } ?? .empty
      }
      table.append([.text(indicator.name), .text(indicator.label(language)), .text(indicator.unit.symbol)] + values)
    }
    self.table = table
  }
}
