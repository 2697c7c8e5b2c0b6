import Domain
import Formulas
import Simulation
import Tables

extension ReportWriter {
  /// Published figures that the run does not simply take over, beside its own.
  var comparison: String {
    let observed = dataset.city.observations.all.filter { isCompared($0) }
    guard !observed.isEmpty else { return "" }
    var table = Table(columns: [
      Column("what", header: say("指标", "Indicator")), Column("area", header: say("地区", "Area")),
      Column("year", header: say("年份", "Year"), alignment: .trailing), Column("unit", header: say("单位", "Unit")),
      Column("published", header: say("公布", "Published"), alignment: .trailing),
      Column("run", header: say("本次", "This run"), alignment: .trailing),
      Column("difference", header: say("相差", "Difference"), alignment: .trailing),
    ])
    for observation in observed {
      guard let indicator = results.indicators.first(where: { $0.name == observation.indicator }),
        let value = results.value(observation.indicator, area: observation.area, year: observation.year)
      else { continue }
      let (format, unit) = style(of: indicator, observation.value)
      table.append([
        .text(indicator.label(language)), .text(results.areas[observation.area].label(language)),
        .number(Double(observation.year), .year), .text(unit), .number(observation.value, format),
        .number(value, format),
        .number(value / observation.value - 1, .percent(decimals: 1, sign: .always)),
      ])
    }
    return heading(say("七、与公布数对照（没有用来校准的数）", "7. Beside published figures (those the run is not held to)"))
      + indented(table)
  }

  /// A published figure the run had to find by itself.
  private func isCompared(_ observation: Observation) -> Bool {
    guard results.years.contains(observation.year), observation.year > results.plan.city.baseYear,
      let indicator = results.indicators.first(where: { $0.name == observation.indicator })
    else { return false }
    let isCity = observation.area == results.areas.cityIndex
    let isAnchor = results.plan.isAnchor(indicator.name) && isCity && observation.evidence.isFirm
    let isHeld = indicator.observation == .holds && (observation.evidence.isFirm || indicator.basis == .carried)
    let isKnown = observation.year <= results.plan.knownUntil
    return !((isAnchor || isHeld) && isKnown)
  }

  /// How a published figure and its counterpart are shown.
  private func style(of indicator: Indicator, _ value: Double) -> (NumberFormat, unit: String) {
    switch indicator.unit {
    case .share: (.percent(), "%")
    case .persons: value < 1e5 ? (NumberFormat(), say("人", "persons")) : (peopleFormat, peopleUnit)
    case .beds: (NumberFormat(), say("张", "beds"))
    case .yuan: (NumberFormat(decimals: 2, scale: .yi), say("亿元", "10⁸ yuan"))
    case .yuanPerPersonYear: (NumberFormat(), say("元/人·年", "yuan/person/year"))
    case .years: (NumberFormat(decimals: 1), say("岁", "years"))
    case .bedsPerTenThousand, .personsPerTenThousand: (NumberFormat(decimals: 1), say("每万人", "per 10 000"))
    default: (NumberFormat(), "")
    }
  }

  /// How firm the inputs are, and what is left out.
  var basis: String {
    let values = dataset.city.values.keys.sorted().flatMap { dataset.city.values[$0]?.all ?? [] }
    let counts = Evidence.allCases.map { evidence in
      "\(evidence.label(language)) \(values.filter { $0.evidence == evidence }.count)"
    }
    let recalled = dataset.city.values.keys.sorted().filter { path in
      dataset.city.values[path]?.all.contains { $0.evidence == .recalled } == true
    }
    var points = [
      say(
        "参数的取值 \(values.count) 个：\(counts.joined(separator: "，"))。来源和范围见 manifest.json 与数据集的 SOURCES.md。",
        "Values of parameters: \(values.count) – \(counts.joined(separator: ", ")). Sources: manifest.json and the dataset's SOURCES.md."
      ),
      reading,
      say(
        "公布数已用到 \(results.plan.knownUntil) 年：常住总量、出生、死亡，户籍总量与 60 岁及以上，已颁布的标准和有实际值的存量按公布数；"
          + "常住 60+、65+ 来自抽样，只作对照。",
        "Published figures are used up to \(results.plan.knownUntil): residents, births and deaths, the registered total and those 60 "
          + "and over, enacted standards and stocks with actuals; residents aged 60+ and 65+ come from samples and are only compared."
      ),
    ]
    if !recalled.isEmpty {
      points.append(
        say(
          "用到“回忆值”的参数：\(recalled.joined(separator: "、"))，发表前请核对。",
          "Parameters that rest on recalled figures: \(recalled.joined(separator: ", ")); check before publishing."))
    }
    for (change, indicator) in results.plan.overruled {
      points.append(
        say(
          "\(change.origin.file):\(change.origin.line) 对 \(change.path) 的修改，在已公布 \(indicator.label.zh) 的年份不起作用。",
          "\(change.origin.file):\(change.origin.line): the change of \(change.path) has no effect in years for which "
            + "\(indicator.label.en) is published."))
    }
    points.append(
      say(
        "本版本没有计算：不确定区间、救助人数与支出、预算、福彩公益金分配。",
        "Not part of this version: intervals, caseloads and payments, the budget, the allocation of the lottery fund."))
    return heading(say("八、本结果的把握", "8. What this rests on")) + bullets(points)
  }

  private var reading: String {
    let value = results.plan.parameters.all.first { $0.parameter.path == "care.ability.reading" }
    let isWide = (value?.city.value(in: results.years.lowerBound).first ?? 1) > 1.5
    return say(
      "全国“失能 11.6%”在本次按\(isWide ? "中度及以上" : "轻度及以上")理解（care.ability.reading = \(isWide ? 2 : 1)）；"
        + "这是需求一侧最大的不确定，另一口径相差约一倍。",
      "The national 11.6 % is read as \(isWide ? "moderate" : "mild") and worse (care.ability.reading = \(isWide ? 2 : 1)); this is "
        + "the largest uncertainty of the need: the other reading differs by a factor of two.")
  }
}
