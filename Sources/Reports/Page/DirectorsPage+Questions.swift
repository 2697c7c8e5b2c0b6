import Care
import Domain
import Fiscal
import Simulation
import Tables
import Targets

/// A director's three questions, answered on the first screen: what it costs, whether targets will be met, what to decide.
extension DirectorsPage {
  /// So many targets are named one by one.
  private static let namedTargets = 3

  var questions: Document.Lead {
    Document.Lead(
      title: say("三个问题", "Three questions"), sentence: writer.moneyLine,
      points: [cost, targets].compactMap(\.self) + decisions)
  }

  private func answer(_ question: (zh: String, en: String), _ words: String) -> String {
    say("\(question.zh)？", "\(question.en)? ") + words
  }

  /// What the years of the budget begin and end with.
  private var cost: String? {
    guard let years = results.plan.budgetYears(BudgetWorkbook.yearsShown), years.count > 1,
      let first = results.city(Budget.Sum.fiscalCost, years.lowerBound), first > 0,
      let last = results.city(Budget.Sum.fiscalCost, years.upperBound)
    else { return nil }
    let change = NumberFormat.percent(sign: .always).text(last / first - 1)
    let range = writer.bracketed(Budget.Sum.fiscalCost, years.upperBound, writer.moneyFormat)
    return answer(
      ("要花多少钱", "What does it cost"),
      say(
        "财政性资金从 \(years.lowerBound) 年 \(writer.money(first)) 到 \(years.upperBound) 年 \(writer.money(last))\(range)，\(change)。",
        "Fiscal money goes from \(writer.money(first)) in \(years.lowerBound) to \(writer.money(last)) in \(years.upperBound)\(range), \(change)."
      ))
  }

  private var failing: [Judgement] { writer.final.filter { $0.isFailing && $0.target.isCounted } }

  private var targets: String? {
    guard !writer.final.isEmpty else { return nil }
    let reached = writer.final.count { $0.isReached && $0.target.isCounted }
    let open = writer.final.count { $0.status == .open }
    let marks = failing.map { judgement in
      "\(writer.mark(judgement.status)) \(judgement.target.label(language))\(say("（", " ("))\(writer.statusText(judgement))\(say("）", ")"))"
    }
    let names = marks.isEmpty ? "" : say("：", ": ") + marks.joined(separator: say("；", "; "))
    return answer(
      ("目标达得到吗", "Will the targets be met"),
      say(
        "能够判断的 \(reached + failing.count) 项中 ✓ \(reached) 项，不到 \(failing.count) 项\(names)。另有 \(open) 项缺实际数，不能判断。",
        "Of \(reached + failing.count) that can be judged, ✓ \(reached) are, \(failing.count) are not\(names). \(open) more wait for an actual."
      ))
  }

  /// What somebody has to decide: how far missed targets are away, hands that are short, money to set aside.
  private var decisions: [String] {
    let gaps = failing.prefix(DirectorsPage.namedTargets).compactMap { judgement in
      judgement.gap.map { gap in
        say(
          "\(judgement.target.label.zh)要求 \(writer.wanted(judgement.target))，差 \(writer.gap(gap, judgement.target.unit))",
          "\(judgement.target.label.en) wanted \(writer.wanted(judgement.target)), off by \(writer.gap(gap, judgement.target.unit))"
        )
      }
    }
    let year = results.plan.budgetYears(1)?.lowerBound ?? writer.lastYear
    let short = results.city(Care.workersShort, year).flatMap { $0 > 0.5 ? $0 : nil }.map { missing in
      say("\(year) 年缺护理员 \(writer.number(missing)) 人", "\(writer.number(missing)) care workers short in \(year)")
    }
    let reserve = results.quantile(
      ReportWriter.usualPercentile, of: Budget.Sum.fiscalCost, area: results.areas.cityIndex, year: year)
    let money = reserve.flatMap { amount in
      results.city(Budget.Sum.fiscalCost, year).map { central in
        say(
          "\(year) 年是否在中心值之外再备 \(writer.money(amount - central))",
          "whether to set aside \(writer.money(amount - central)) beyond the central value in \(year)")
      }
    }
    let all = gaps + [short, money].compactMap(\.self)
    guard !all.isEmpty else { return [] }
    return [
      answer(("要定什么", "What is to be decided"), all.joined(separator: say("；", "; ")) + say("。", "."))
    ]
  }
}
