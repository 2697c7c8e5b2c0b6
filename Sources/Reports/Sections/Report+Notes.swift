import Domain
import Formulas
import Population
import Simulation
import Tables

/// What a reader must know of how a run went: worlds left out, people who could not leave, amounts that stand still.
extension ReportWriter {
  var runNotes: [String] { setAsideText(results, language: language) + unmetText + stayed + held }

  /// Net migrants whom districts were to lose and did not have, in the years shown.
  private var stayed: [String] {
    func persons(_ year: Year) -> Double {
      let indicator = Demography.populationStayed
      return results.statistics(indicator, area: results.areas.cityIndex, year: year)?.mean
        ?? results.city(indicator, year) ?? 0
    }
    let years = results.years.filter { persons($0) >= 1 }
    guard let first = years.first, let last = years.last else { return [] }
    let all = NumberFormat().text(years.reduce(0) { $0 + persons($1) })
    return [
      say(
        "\(first)–\(last) 年净迁出超过有人可迁的年龄：共 \(all) 人次没有迁出，仍计在原区县。",
        "From \(first) to \(last) more people were to leave some districts than are there at those ages: \(all) in all stayed and are "
          + "counted where they are.")
    ]
  }

  /// Amounts a head that stand still in money after their last date, though prices rise.
  private var held: [String] {
    let paths = results.plan.inputs.map(\.parameter).filter { parameter in
      guard Unit.amountsPerHead.contains(parameter.unit), !parameter.isFixed,
        let values = dataset.city.values[parameter.path], values.beyond == .hold,
        let last = values.all.map(\.from.year).max()
      else { return false }
      return last + ReportWriter.longHeld < lastYear
    }.map { dataset.city.values[$0.path]?.label(language) ?? $0.path }
    guard !paths.isEmpty else { return [] }
    return [
      say(
        "这些金额在最后一次公布之后一直不变（未随物价或工资调整）：\(paths.joined(separator: "、"))。",
        "These amounts stand still after their last date, whatever prices and wages do: \(paths.joined(separator: ", "))."
      )
    ]
  }

  /// Years after which an amount that stands still is worth a word.
  private static let longHeld = 5
}

extension Unit {
  /// What a person is paid.
  fileprivate static let amountsPerHead: [Unit] = [.yuanPerPerson, .yuanPerPersonMonth, .yuanPerPersonYear]
}

/// The worlds that count in no statistics, with their reasons; nothing where all count.
func setAsideText(_ results: Results, language: Language) -> [String] {
  guard let ensemble = results.ensemble, !ensemble.setAside.isEmpty else { return [] }
  let count = ensemble.setAside.count
  let reasons = ensemble.setAside.map { world in
    let reason = runText(world.reason, areas: results.areas, language: language).dropLast()
    return language.say(
      "第 \(world.world) 个（\(world.scenario)）：\(reason)", "number \(world.world) (\(world.scenario)): \(reason)")
  }
  return [
    language.say(
      "\(count) 次模拟算不下去，不计入任何统计：\(reasons.joined(separator: "；"))",
      "\(count) of the worlds failed and count in no statistics: \(reasons.joined(separator: "; "))")
  ]
}
