import Allocation
import Domain
import Fiscal
import Simulation
import Tables

/// Which rules bind and what they cost.
extension FundBook {
  private var problem: AllocationProblem { decision.outcome.solution.problem }

  /// Rules that bind at a price, the dearest first; needs and money are no rules to change.
  func rules() throws(FundError) -> Section {
    let dearest = decision.outcome.solution.shadowPrices.enumerated()
      .filter { price in
        switch price.element.rule.kind(in: problem) {
        case .money, .need: false
        default: true
        }
      }
      .sorted { a, b in
        let (first, second) = (a.element.perYuan.magnitude, b.element.perYuan.magnitude)
        return first == second ? a.offset < b.offset : first > second
      }.map(\.element)
    let prices: [SidedPrice]
    do {
      prices = try decision.outcome.solution.sidedPrices(of: dearest.prefix(10).map(\.rule))
    } catch {
      throw .notProved(decision.year, error)
    }
    let texts = prices.map { price in
      let source = price.rule.source(in: problem).map { " [\($0.text(writer.language))]" } ?? ""
      return price.words(in: problem, writer.language) + source
    }
    let more = dearest.count - texts.count
    let rest =
      more > 0 ? [say("另有 \(more) 条起作用的规则，代价更小。", "\(more) more rules bind at a lower price.")] : []
    return Section(
      unnumbered: say("起作用的规则（总值：1 为最急需的 1 元）", "Rules that bind (value: 1 is a yuan where it is needed most)"),
      [.points(texts.isEmpty ? [say("没有规则起作用。", "No rule binds.")] : texts + rest)])
  }

  /// The value at every floor that could be asked of the districts, without limits on changes and carrying over.
  func floors() throws(FundError) -> Section? {
    var free = problem
    let changing: Set<String> = [
      Fund.eldercareFloor.path, Fund.largestChange.path, Fund.carryOverLimit.path,
    ]
    free.limits.removeAll { changing.contains($0.source?.parameter ?? "") }
    let eldercare = decision.fund.fundable.indices.filter { decision.fund.fundable[$0].isEldercare }
    free.limits.insert(
      Limit(
        .atLeast, .share(0), accounts: Array(areas.districts.indices), uses: eldercare, years: [0], usesTogether: true),
      at: 0)
    let shares = (0...20).map { Double($0) / 20 }
    let curve: [CurvePoint]
    do { curve = try free.curve(ofLimit: 0, shares: shares) } catch { throw .notProved(decision.year, error) }
    guard let most = curve.first?.value, most > 0 else { return nil }
    var table = Table(columns: [
      Column("floor", header: say("区县养老下限", "Floor of districts")),
      Column("value", header: say("总值（百万）", "value (millions)"), alignment: .trailing),
      Column("loss", header: say("比不设下限", "against none"), alignment: .trailing),
    ])
    // Of floors that cost nothing the last says enough.
    func isFree(_ point: CurvePoint) -> Bool { (point.value ?? 0) >= most * (1 - 1e-9) }
    let format = NumberFormat(decimals: 2, scale: NumberFormat.Scale(powerOfTen: 6))
    for (place, point) in curve.enumerated() {
      if place + 1 < curve.count, isFree(point), isFree(curve[place + 1]) { continue }
      let loss = point.value.map { NumberFormat.percent(decimals: 2, sign: .always).text($0 / most - 1) }
      let value: Cell = point.value.map { .number($0, format) } ?? .text(say("无解", "none"))
      table.append([.text(writer.percent(point.setting, decimals: 0)), value, .text(loss ?? "–")])
    }
    let note = say(
      "不含年度变动和结转的限制；没有列出的下限不起作用。",
      "Without limits on changes and on what is carried over; floors left out cost nothing.")
    return Section(unnumbered: say("养老下限的代价", "What the floor costs"), [.table(table.noting([note]))])
  }

  /// What a yuan more is worth, and for how many: found by solving again.
  func money() throws(FundError) -> Section? {
    let accounts = order.compactMap { account -> (account: Int, price: Double)? in
      let price = decision.outcome.solution.shadowPrices.first { $0.rule == .money(account: account, year: 0) }
      return price.map { (account, $0.perYuan) }
    }.sorted { ($0.price, $1.account) > ($1.price, $0.account) }
    guard let dearest = accounts.first, let cheapest = accounts.last else { return nil }
    var texts: [String] = []
    for (account, _) in dearest.account == cheapest.account ? [dearest] : [dearest, cheapest] {
      let now = problem.accounts[account].available?[0] ?? 0
      let found: PriceRange?
      do {
        found = try problem.range(of: .available(account: account, year: 0), within: now * 0.8...now * 1.2)
      } catch {
        throw .notProved(decision.year, error)
      }
      guard let found else { continue }
      let worth = NumberFormat(decimals: 3).text(found.perYuan)
      let (low, high) = (format.text(found.from), format.text(found.to))
      texts.append(
        say(
          "\(name(account))：每多 1 元值 \(worth)，资金在 \(low) 至 \(high) \(unit)之间不变（现为 \(format.text(now))）。",
          "\(name(account)): one yuan more is worth \(worth), the same between \(low) and \(high) \(unit) (now \(format.text(now)))."
        ))
    }
    return Section(
      unnumbered: say("资金的价值（最高和最低的账户）", "What money is worth (the dearest and the cheapest account)"), [.points(texts)]
    )
  }

  /// Published figures of the fund beside the run's.
  var published: Section? {
    let shown = [Fund.Sum.spent, .revenue, .eldercareShare].map(\.name)
    let found = results.plan.city.observations.all.filter {
      shown.contains($0.indicator) && results.years.contains($0.year)
    }
    guard !found.isEmpty else { return nil }
    var table = Table(columns: [
      Column("what", header: say("公布数与模型", "Published and modelled")),
      Column("published", header: say("公布", "published"), alignment: .trailing),
      Column("model", header: say("模型", "model"), alignment: .trailing),
    ])
    for figure in found {
      guard let indicator = results.indicators.first(where: { $0.name == figure.indicator }) else { continue }
      let model = results.value(figure.indicator, area: figure.area, year: figure.year)
      let isShare = indicator.unit == .share
      func text(_ value: Double) -> String { isShare ? share(value) : format.text(value) }
      let place = areas[figure.area].label(writer.language)
      let counted = isShare ? "" : say("（\(unit)）", " (\(unit))")
      let what = "\(figure.year) \(place) \(indicator.label(writer.language))\(counted)"
      table.append([.text(what), .text(text(figure.value)), .text(model.map(text) ?? "–")])
    }
    let note = say(
      "用途权数按 2023 年的 70.38% 设定，相近不说明什么；差别来自假设的需求和各账户份额，见 docs/methods/allocation.md。",
      "The weights of the uses were set with the share of 2023 in view, so agreement proves nothing; differences come from assumed needs and "
        + "shares of accounts, see docs/methods/allocation.md.")
    return Section(unnumbered: say("与公布数相比", "Beside published figures"), [.table(table.noting([note]))])
  }
}
