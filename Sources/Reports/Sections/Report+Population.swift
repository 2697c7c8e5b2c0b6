import Domain
import Population
import Tables

extension ReportWriter {
  /// Population and ageing by district.
  var population: Section {
    let columns: [(header: String, value: (Int) -> Cell)] =
      milestones.map { year in
        ("\(year)", { cell(results.value(Demography.populationTotal, area: $0, year: year), peopleFormat) })
      }
      + Set([milestones[0], lastYear]).sorted().map { year in ("60+ \(year)", { share(year, $0) }) }
      + [
        (
          say("户籍60+ \(lastYear)", "reg. 60+ \(lastYear)"),
          { cell(results.value(Demography.populationRegistered60Plus, area: $0, year: lastYear), peopleFormat) }
        )
      ]
    return Section(
      say("人口与老龄化（年末常住，\(peopleUnit)）", "Population and ageing (residents at year-end, \(peopleUnit))"),
      [.table(byArea(say("区县", "District"), columns)), .table(peopleByYear())])
  }

  /// The same of one area.
  var ownPopulation: Section {
    let total = YearRow(Demography.populationTotal, say("常住人口", "Residents"), peopleFormat)
    return Section(
      say("人口与老龄化（年末）", "Population and ageing (at year-end)"), [.table(peopleByYear(under: [total]))])
  }

  private func peopleByYear(under first: [YearRow] = []) -> Table {
    byYear(
      heading(peopleUnit),
      first + [
        .init(Demography.populationAged60Plus, say("常住 60 岁及以上", "Residents aged 60+"), peopleFormat),
        .init(Demography.populationAged80Plus, say("常住 80 岁及以上", "Residents aged 80+"), peopleFormat),
        .init(Demography.populationRegistered, say("户籍人口", "Registered population"), peopleFormat),
        .init(Demography.populationRegistered60Plus, say("户籍 60 岁及以上", "Registered, aged 60+"), peopleFormat),
        .init(Demography.populationBirths, say("出生", "Births"), peopleFormat),
        .init(Demography.populationDeaths, say("死亡", "Deaths"), peopleFormat),
        .init(Demography.populationNetMigrants, say("净迁入", "Net migrants"), peopleFormat),
        .init(
          Demography.populationLifeExpectancyFemale, say("女性预期寿命（岁）", "Life expectancy, women (years)"),
          NumberFormat(decimals: 1)
        ),
        .init(
          Demography.populationLifeExpectancyMale, say("男性预期寿命（岁）", "Life expectancy, men (years)"),
          NumberFormat(decimals: 1)
        ),
      ])
  }

  private func share(_ year: Year, _ area: Int) -> Cell {
    cell(results.value(Demography.populationAged60PlusShare, area: area, year: year), .percent())
  }
}
