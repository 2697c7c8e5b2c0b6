import Domain
import Inputs
import Population
import Tables

/// A row of a life table: an age of a sex in a year.
private struct LifeTableRow {
  let entry: LifeTables.Entry
  let index: Int

  var table: LifeTable { entry.table }

  /// A column's number of the age; the last ages have no survivorship ratio.
  func value(_ column: [Double]) -> Double? { index < column.count ? column[index] : nil }
}

/// The columns of every life table, with the survivorship ratios.
private let lifeTable = OutputTable<LifeTables>(
  "life_table.csv", zh: "寿命表各列，分年份和性别", en: "the columns of every life table by year and sex",
  [
    .year { (row: LifeTableRow) in row.entry.year }, .text("sex", isKey: true) { $0.entry.sex.name },
    .integer("age", isKey: true) { $0.table.ages[$0.index] }, .number("mx") { $0.value($0.table.mx) },
    .number("ax") { $0.value($0.table.ax) }, .number("qx") { $0.value($0.table.qx) },
    .number("lx") { $0.value($0.table.lx) }, .number("dx") { $0.value($0.table.dx) },
    .number("Lx") { $0.value($0.table.personYears) }, .number("Tx") { $0.value($0.table.personYearsAbove) },
    .number("ex") { $0.value($0.table.ex) }, .number("sx") { $0.value($0.table.sx) },
  ]
) { tables, add in
  for entry in tables.entries {
    for index in entry.table.ages.indices { add(LifeTableRow(entry: entry, index: index)) }
  }
}

/// The files of life tables.
public func lifeTableFiles(_ tables: LifeTables) -> [OutputFile] { [lifeTable.written(tables)] }

/// Life expectancies at birth and at 65.
public func lifeTableSummary(_ tables: LifeTables, language: Language) -> Table {
  let say = language.say
  var summary = Table(columns: [
    Column("year", header: say("年份", "Year"), alignment: .trailing), Column("sex", header: say("性别", "Sex")),
    Column("e0", header: "e0", alignment: .trailing), Column("e65", header: "e65", alignment: .trailing),
  ])
  let format = NumberFormat(decimals: 3)
  for entry in tables.entries {
    let e65 = entry.table.ages.firstIndex(of: 65).map { entry.table.ex[$0] }
    summary.append([
      .number(Double(entry.year), .year), .text(entry.sex == .female ? say("女", "female") : say("男", "male")),
      .number(entry.table.ex[0], format), e65.map { .number($0, format) } ?? .text("–"),
    ])
  }
  return summary
}
