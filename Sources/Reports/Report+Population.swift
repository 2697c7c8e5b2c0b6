import Domain
import Tables

extension ReportWriter {
  /// Population and ageing by district.
  var population: String {
    let columns: [(header: String, value: (Int) -> Cell)] =
      milestones.map { year in
        ("\(year)", { cell(results.value("population.total", area: $0, year: year), peopleFormat) })
      }
      + Set([milestones[0], lastYear]).sorted().map { year in ("60+ \(year)", { share(year, $0) }) }
      + [
        (
          say("户籍60+ \(lastYear)", "reg. 60+ \(lastYear)"),
          { cell(results.value("population.registered_60_plus", area: $0, year: lastYear), peopleFormat) }
        )
      ]
    let city = byYear(
      say("全市（\(peopleUnit)）", "City (\(peopleUnit))"),
      [
        ("population.aged_60_plus", say("常住 60 岁及以上", "Residents aged 60+"), peopleFormat),
        ("population.aged_80_plus", say("常住 80 岁及以上", "Residents aged 80+"), peopleFormat),
        ("population.registered", say("户籍人口", "Registered population"), peopleFormat),
        ("population.registered_60_plus", say("户籍 60 岁及以上", "Registered, aged 60+"), peopleFormat),
        ("population.births", say("出生", "Births"), peopleFormat),
        ("population.deaths", say("死亡", "Deaths"), peopleFormat),
        ("population.net_migrants", say("净迁入", "Net migrants"), peopleFormat),
        (
          "population.life_expectancy_female", say("女性预期寿命（岁）", "Life expectancy, women (years)"),
          NumberFormat(decimals: 1)
        ),
        (
          "population.life_expectancy_male", say("男性预期寿命（岁）", "Life expectancy, men (years)"), NumberFormat(decimals: 1)
        ),
      ])
    return heading(
      say("一、人口与老龄化（年末常住，\(peopleUnit)）", "1. Population and ageing (residents at year-end, \(peopleUnit))"))
      + indented(byArea(say("区县", "District"), columns)) + "\n" + indented(city)
  }

  private func share(_ year: Year, _ area: Int) -> Cell {
    cell(results.value("population.aged_60_plus_share", area: area, year: year), .percent())
  }
}
