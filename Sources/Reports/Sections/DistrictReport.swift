import Benefits
import Care
import Domain
import Fiscal
import Inputs
import Population
import Simulation
import Tables

/// A district's own report: its people, their need, beds, care workers, benefits, money and account of the fund.
public func districtReport(_ results: Results, _ dataset: Dataset, area: Int, language: Language) -> Document {
  let writer = ReportWriter(results: results, dataset: dataset, language: language, area: area)
  return writer.document(
    lead: writer.districtPoints,
    [
      writer.changes, writer.ownPopulation, writer.need, writer.ledger, writer.ownBeds, writer.workers,
      writer.standards, writer.spending, writer.fromOthers, writer.fund, writer.ownTargets,
    ])
}

extension ReportWriter {
  /// What a district's reader should take away.
  var districtPoints: Document.Lead {
    let year = keyYear
    return Document.Lead(
      title: say("要点", "Key points"), points: [ownPeople(year), ownNeed(year), ownMoney].compactMap(\.self))
  }

  private func ownPeople(_ year: Year) -> String {
    let now = people(value(Demography.populationAged60Plus, year))
    let later = people(value(Demography.populationAged60Plus, lastYear))
    let range = bracketed(Demography.populationAged60Plus, lastYear, peopleFormat)
    let share = percent(value(Demography.populationAged60PlusShare, year))
    return say(
      "\(year) 年常住 60 岁及以上 \(now)，占 \(share)" + (year == lastYear ? "。" : "；\(lastYear) 年 \(later)\(range)。"),
      "Residents aged 60 and over in \(year): \(now), \(share)"
        + (year == lastYear ? "." : "; in \(lastYear): \(later)\(range)."))
  }

  private func ownNeed(_ year: Year) -> String {
    let disabled = people(value(Care.disabled, year))
    let unmet = people(value(Care.unmetNeed, year))
    let beds = number(value(Care.bedStock, year))
    let occupancy = percent(value(Care.occupancy, year))
    let shortage = value(Care.workersShort, year) ?? 0
    let size = number(abs(shortage))
    let workers =
      shortage > 0.5
      ? say("护理员缺 \(size) 人", "short of \(size) care workers") : say("护理员富余 \(size) 人", "\(size) care workers to spare")
    return say(
      "\(year) 年中度及以上失能 \(disabled)，按标准未满足 \(unmet)；机构床位 \(beds) 张，使用率 \(occupancy)；\(workers)。",
      "In \(year), \(disabled) are moderately disabled or worse, the need of \(unmet) is unmet against the norm; \(beds) beds, occupancy "
        + "\(occupancy); \(workers).")
  }

  private var ownMoney: String? {
    guard let year = results.plan.budgetYears(1)?.lowerBound, let cost = value(Budget.Sum.cost, year) else {
      return nil
    }
    let payers = Payer.allCases.compactMap { payer -> String? in
      guard let amount = value(payer.amount, year), amount > 0 else { return nil }
      return "\(payer.label(language)) \(money(amount))"
    }.joined(separator: say("，", ", "))
    return say("\(year) 年总费用 \(money(cost))：\(payers)。", "Cost in \(year): \(money(cost)) – \(payers).")
  }
}
