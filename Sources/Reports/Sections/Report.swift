import Benefits
import Care
import Domain
import Inputs
import Population
import Simulation
import Studies
import Tables

/// The report a planner reads: the answer first, then the tables, then what it rests on.
///
/// - Parameter intervals: where the intervals of headline figures come from.
public func runReport(
  _ results: Results, _ dataset: Dataset, intervals: [IntervalPart] = [], language: Language
) -> Document {
  let writer = ReportWriter(results: results, dataset: dataset, language: language)
  return writer.document(
    lead: writer.keyPoints,
    [
      writer.changes, writer.population, writer.need, writer.beds, writer.workers, writer.ledger, writer.standards,
      writer.spending,
      writer.fund, writer.targets, writer.planSection(writer.own), writer.index, writer.gaps, writer.comparison,
      writer.intervals(intervals), writer.basis,
    ])
}

extension ReportWriter {
  /// What a reader should take away.
  var keyPoints: Document.Lead {
    let year = keyYear
    return Document.Lead(
      title: say("要点", "Key points"), sentence: moneyLine,
      points: [agePoint(year), needPoint(year), bedPoint(year), workerPoint(year), dibaoPoint(year)]
        + [fundYear.flatMap(fundPoint), targetPoint].compactMap(\.self) + planPoints(own))
  }

  private func agePoint(_ year: Year) -> String {
    let registered = results.city(Demography.populationRegistered60Plus, year)
    let all = results.city(Demography.populationRegistered, year)
    let share = registered.flatMap { part in all.map { part / $0 } }
    let resident = results.city(Demography.populationAged60PlusShare, year)
    let later = results.city(Demography.populationRegistered60Plus, lastYear)
    let laterShare = results.city(Demography.populationAged60PlusShare, lastYear)
    let range = bracketed(Demography.populationRegistered60Plus, lastYear, peopleFormat)
    return say(
      "\(year) 年户籍 60 岁及以上 \(people(registered))，占户籍人口 \(percent(share))；常住人口中占 \(percent(resident))。"
        + (year == lastYear ? "" : "\(lastYear) 年户籍 60 岁及以上 \(people(later))\(range)，常住占比 \(percent(laterShare))。"),
      "In \(year), \(people(registered)) registered people are 60 or over, \(percent(share)) of the register; among residents "
        + "\(percent(resident))."
        + (year == lastYear
          ? "" : " In \(lastYear): \(people(later)) registered\(range), \(percent(laterShare)) of residents."))
  }

  private func needPoint(_ year: Year) -> String {
    let disabled = results.city(Care.disabled, year)
    let later = results.city(Care.disabled, lastYear)
    let other = results.city(Care.disabledOtherReading, year)
    let unmet = results.city(Care.unmetNeed, year)
    let now = say("\(year) 年 \(people(disabled))", "\(people(disabled)) in \(year)")
    let range = bracketed(Care.disabled, lastYear, peopleFormat)
    let then =
      year == lastYear
      ? range : say("，\(lastYear) 年 \(people(later))\(range)", ", \(people(later)) in \(lastYear)\(range)")
    return say(
      "中度及以上失能的常住老年人 \(now)\(then)；若\(otherReading)，\(year) 年为 \(people(other))。"
        + "按标准未满足照护需求 \(year) 年 \(people(unmet))。",
      "Residents aged 60 and over who are moderately disabled or worse: \(now)\(then); if \(otherReading), "
        + "\(people(other)) in \(year). Need unmet against the norm: \(people(unmet)) in \(year)."
    )
  }

  private func bedPoint(_ year: Year) -> String {
    let stock = number(results.city(Care.bedStock, year))
    let share = percent(results.city(Care.nursingShare, year))
    let occupancy = percent(results.city(Care.occupancy, year))
    let judged = verdict(Care.nursingShare, year)
    return say(
      "养老机构床位 \(year) 年 \(stock) 张，护理型占 \(share)\(judged)，使用率 \(occupancy)；\(bedShortage)。",
      "Institutional beds in \(year): \(stock), of nursing type \(share)\(judged), occupancy \(occupancy); \(bedShortage)."
    )
  }

  /// Which districts run short of beds in any year shown, and from when.
  private var bedShortage: String {
    let short = results.areas.districts.indices.compactMap { area -> String? in
      let first = results.years.first { (results.value(Care.bedShortage, area: area, year: $0) ?? 0) > 0.5 }
      return first.map { "\(results.areas[area].label(language))\(say("（\($0) 年起）", " (from \($0))"))" }
    }
    guard !short.isEmpty else {
      return say("到 \(lastYear) 年没有区县床位不足", "no district runs short of beds up to \(lastYear)")
    }
    return say("床位不足：", "short of beds: ") + short.joined(separator: say("、", ", "))
  }

  private func workerPoint(_ year: Year) -> String {
    let rate = number(results.city(Care.certifiedPerTenThousand, year), decimals: 1)
    let judged =
      bracketed(Care.certifiedPerTenThousand, year, NumberFormat(decimals: 1))
      + verdict(Care.certifiedPerTenThousand, year)
    let needed = number(results.city(Care.workersNeeded, year))
    let stock = number(results.city(Care.workerStock, year))
    return say(
      "每万户籍老年人持证护理员 \(year) 年 \(rate) 人\(judged)；全部护理员 \(stock) 人，需要 \(needed) 人，\(workerBalance(year))。",
      "Certified care workers per 10 000 registered older people in \(year): \(rate)\(judged); all care workers \(stock), needed \(needed); \(workerBalance(year))."
    )
  }

  /// How far all care workers together are from what is needed, and where they are short all the same.
  private func workerBalance(_ year: Year) -> String {
    guard let shortage = results.city(Care.workersShort, year) else { return "–" }
    let size = number(abs(shortage))
    let whole =
      shortage > 0.5
      ? say("全市缺 \(size) 人", "the city is short of \(size)")
      : say("全市合计富余 \(size) 人", "\(size) more than needed in all")
    let short = results.areas.districts.indices.compactMap { area -> (name: String, persons: Double)? in
      guard let own = results.value(Care.workersShort, area: area, year: year), own > 0.5 else { return nil }
      return (results.areas[area].label(language), own)
    }
    guard !short.isEmpty else { return whole }
    if shortage > 0.5, short.count == results.areas.districts.count {
      return whole + say("，各区县都缺", ", every district for its part")
    }
    let names = short.map(\.name).joined(separator: say("、", ", "))
    let missing = number(short.reduce(0) { $0 + $1.persons })
    return whole + say("，\(names)缺 \(missing) 人", ", \(names) short of \(missing)")
  }

  /// What the other reading of disability says, by the label of its parameter.
  var otherReading: String {
    let plan = results.plan
    let isWide = Care.readsWidely(plan.parameters, city: results.areas.cityIndex, baseYear: plan.city.baseYear)
    let label = dataset.city.values[Care.reading.path]?.label(language) ?? Care.reading.path
    let other = isWide ? 1 : 2
    guard let choice = label.choice(other) else { return say("\(label)取 \(other)", "\(label) is \(other)") }
    return say("\(choice.name)为\(choice.words)", "\(choice.name) is \(choice.words)")
  }

  private func dibaoPoint(_ year: Year) -> String {
    let level = number(results.city(Dibao.standard, year))
    let judged = verdict(Dibao.standard, year)
    let ratio = percent(results.city(Dibao.overConsumption, year))
    return say(
      "最低生活保障标准 \(year) 年末 \(level) 元/人·年\(judged)，为上年城镇居民人均消费的 \(ratio)（消费数为回忆值、估计或假设）。",
      "Minimum-living standard at the end of \(year): \(level) yuan per person and year\(judged), \(ratio) of the year before's "
        + "urban consumption (recalled, estimated or assumed).")
  }
}
