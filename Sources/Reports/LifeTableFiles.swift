import CSV
import Domain
import Inputs
import Population
import Tables

/// The columns of every life table, with the survivorship ratios.
public func lifeTableFiles(_ tables: LifeTables) -> [(name: String, bytes: [UInt8])] {
  var csv = CSVWriter()
  csv.row(["year", "sex", "age", "mx", "ax", "qx", "lx", "dx", "Lx", "Tx", "ex", "sx"])
  for entry in tables.entries {
    let table = entry.table
    for index in table.ages.indices {
      csv.append(entry.year)
      csv.append(entry.sex.name)
      csv.append(table.ages[index])
      for column in [
        table.mx, table.ax, table.qx, table.lx, table.dx, table.personYears, table.personYearsAbove, table.ex, table.sx,
      ] {
        csv.append(index < column.count ? column[index] : nil)
      }
      csv.endRow()
    }
  }
  return [("life_table.csv", csv.bytes)]
}

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

/// What a package holds, in a line for each part.
public func datasetSummary(_ dataset: Dataset, language: Language) -> String {
  let city = dataset.city
  let values = city.values.values.reduce(0) { $0 + $1.all.count }
  switch language {
  case .zh:
    return """
      \(dataset.title.zh)：没有发现问题
        基年 \(city.baseYear)，区县 \(city.areas.districts.count) 个，参数 \(city.values.count) 个（取值 \(values) 个）
        公布值 \(city.observations.all.count) 个，目标 \(Set(city.targets.map(\.id)).count) 项，项目 \(city.programmes.count) 个

      """
  case .en:
    return """
      \(dataset.title.en): nothing wrong found
        base year \(city.baseYear), districts \(city.areas.districts.count), parameters \(city.values.count) (values \(values))
        published values \(city.observations.all.count), targets \(Set(city.targets.map(\.id)).count), programmes \(city.programmes.count)

      """
  }
}
