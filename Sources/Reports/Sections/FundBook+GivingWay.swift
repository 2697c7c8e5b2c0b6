import Allocation
import Domain
import Fiscal
import Simulation
import Tables

/// Rules that cannot all hold: which gave way, and how high the floor could be.
extension FundBook {
  /// The rules that gave way, those of one rank together; nothing where all hold.
  var gaveWay: Section? {
    let outcome = decision.outcome
    guard !outcome.gaveWay.isEmpty else { return nil }
    let texts = outcome.gaveWay.sorted { $0.yuan > $1.yuan }.prefix(10).map { relaxation in
      let source = relaxation.rule.source(in: outcome.asked).map { " [\($0.text(writer.language))]" } ?? ""
      let words = relaxation.rule.words(in: outcome.asked, writer.language)
      let by = "\(format.text(relaxation.yuan)) \(unit)"
      return say("\(words)：让 \(by)", "\(words): by \(by)") + source
    }
    let more = outcome.gaveWay.count - texts.count
    let rest = more > 0 ? [say("另有 \(more) 条，让得更少。", "\(more) more gave way by less.")] : []
    let title = say(
      "让位的规则（依次为：年度变动和结转、各用途和区县的最低份额、养老下限；资金从不让位）",
      "Rules that gave way (changes and carrying over first, then minimums, then the floor of eldercare; money never)")
    return Section(unnumbered: title, [.points(texts + rest)])
  }

  /// How high the floor of the districts could be beside all other rules.
  func highestFloor() throws(FundError) -> String {
    let highest = try decision.fund.highestFloor(
      decision.outcome.start, results.plan.parameters, areas: areas)
    guard let highest else {
      return say("即使不设养老下限，其余规则也不能同时成立。", "Even without a floor of eldercare the other rules cannot all hold.")
    }
    return say(
      "其余规则都成立时，区县和全部账户合计的养老下限最高可到 \(share(highest))。",
      "With all other rules kept, the floor of eldercare in the districts and in all accounts together can be at most \(share(highest))."
    )
  }
}
