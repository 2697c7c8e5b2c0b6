import Domain
import Fiscal
import Inputs
import Simulation
import Tables

/// A year's allocation of the lottery fund for people: the answer, the accounts, the rules and what they cost.
public struct FundBook {
  let writer: ReportWriter
  let decision: FundDecision

  var results: Results { writer.results }
  var areas: Areas { results.areas }
  var city: Int { areas.cityIndex }
  func say(_ zh: String, _ en: String) -> String { writer.say(zh, en) }

  public init(_ results: Results, _ dataset: Dataset, _ decision: FundDecision, language: Language) {
    writer = ReportWriter(results: results, dataset: dataset, language: language)
    self.decision = decision
  }

  /// - Throws: ``FundError`` when what a rule costs could not be proved.
  public func document() throws(FundError) -> Document {
    let decided = [gaveWay, accounts, byUse, worlds, try rules(), try alternatives()]
    return writer.document(lead: try keyPoints(), decided + [try floors(), try money(), published])
  }

  // MARK: - Numbers

  /// Accounts are shown in 万元, in English in thousands.
  var format: NumberFormat {
    writer.language == .zh
      ? NumberFormat(decimals: 1, scale: .wan) : NumberFormat(decimals: 1, scale: NumberFormat.Scale(powerOfTen: 3))
  }

  var unit: String { say("万元", "thousand yuan") }
  func cell(_ yuan: Double) -> Cell { .number(yuan, format) }
  func cell(fen: Int) -> Cell { cell(Double(fen) / 100) }
  func share(_ value: Double?) -> String { writer.percent(value) }

  /// The city's own account and the districts', in the order shown.
  var order: [Int] { [city] + Array(areas.districts.indices) }
  func name(_ account: Int) -> String { Fund.label(of: account, areas)(writer.language) }

  func total(_ value: (Int) -> Int) -> Int { order.reduce(0) { $0 + value($1) } }
  func sum(_ value: (Int) -> Double) -> Double { order.reduce(0) { $0 + value($1) } }

  func floor(_ account: Int) -> Double {
    let parameter = account == city ? Fund.cityEldercareFloor : Fund.eldercareFloor
    let floor = results.plan.parameters.value(parameter, in: account, decision.year).first
    return floor.isNaN ? 0 : floor
  }

  func reaches(_ account: Int) -> Bool { (decision.eldercareShare(account) ?? 1) >= floor(account) - 1e-6 }

  // MARK: - Sections

  private var basis: String {
    switch decision.basis {
    case .central: say("按中心值分配", "on the central member")
    case .p80:
      say(
        "按谨慎口径分配：需求取 80% 分位，收入取 20% 分位", "cautiously: needs at their 80 % quantiles, income at its 20 % quantile")
    case .members:
      say("按每次模拟各自的最优分配的平均值", "the mean of what is best in each world")
    }
  }

  private func keyPoints() throws(FundError) -> Document.Lead {
    let year = decision.year
    let spent = Double(total(decision.spent)) / 100
    let eldercare = Double(total(decision.eldercare)) / 100
    let districts = Array(areas.districts.indices)
    let reached = districts.count(where: reaches)
    let lowest = districts.filter { decision.eldercareShare($0) != nil }
      .min { (decision.eldercareShare($0) ?? 1) < (decision.eldercareShare($1) ?? 1) }
    let need = sum { decision.outcome.start.needs[$0].reduce(0, +) }
    var points = [
      say(
        "\(year) 年分配 \(writer.fundMoney(spent))（\(basis)），养老 \(writer.fundMoney(eldercare))，占 \(share(eldercare / spent))；"
          + "公益金可承担的需求为 \(writer.fundMoney(need))，满足 \(share(spent / need))。",
        "\(year): \(writer.fundMoney(spent)) allocated (\(basis)), \(writer.fundMoney(eldercare)) of it to eldercare, "
          + "\(share(eldercare / spent)); \(share(spent / need)) of the \(writer.fundMoney(need)) that the fund may pay for."
      ),
      say(
        "养老占比：\(districts.count) 个区县中 \(reached) 个达到下限",
        "Eldercare: \(reached) of \(districts.count) districts reach the floor")
        + (lowest.map {
          say(
            "，最低为\(name($0)) \(share(decision.eldercareShare($0)))（下限 \(share(floor($0)))）",
            "; lowest is \(name($0)), \(share(decision.eldercareShare($0))) (floor \(share(floor($0))))")
        } ?? "") + say("。", "."),
    ]
    if let chance = decision.chanceOfMoneyInAll {
      points.append(
        say(
          "在 \(writer.percent(chance, decimals: 0)) 的模拟中全部账户的资金够用；不够时各用途按比例减少，养老不低于下限，由区县财政补上。",
          "In \(writer.percent(chance, decimals: 0)) of the worlds all accounts together have the money; where they have not, every use "
            + "shrinks in proportion, eldercare not below its floor, and the districts pay the rest."))
    }
    if decision.gaveWay > 0 {
      points.append(
        say(
          "有 \(decision.gaveWay) 次模拟的规则不能同时成立，按顺序让位。",
          "In \(decision.gaveWay) worlds the rules cannot all hold, and some give way in their order."))
    }
    points.append(try highestFloor())
    return Document.Lead(title: say("要点", "Key points"), points: points)
  }

  private var accounts: Section {
    let headers = [
      say("上年结转", "carried in"), say("收入", "income"), say("市级下拨", "from the city"), say("支出", "spent"),
      say("结转", "carried over"), say("养老占比", "eldercare"), say("下限", "floor"), "",
    ]
    var table = Table(
      columns: [Column("account", header: say("账户（\(unit)）", "Account (\(unit))"))]
        + headers.enumerated().map { Column("c\($0.offset)", header: $0.element, alignment: .trailing) })
    let start = decision.outcome.start
    func handed(_ account: Int) -> Double { decision.outcome.money(account) - start.money[account] }
    func kept(_ account: Int) -> Double { decision.outcome.money(account) - Double(decision.spent(account)) / 100 }
    for account in order {
      table.append([
        .text(name(account)), cell(start.opening[account]), cell(start.income[account]), cell(handed(account)),
        cell(fen: decision.spent(account)), cell(kept(account)), .text(share(decision.eldercareShare(account))),
        .text(share(floor(account))), .text(reaches(account) ? "✓" : "✗"),
      ])
    }
    table.appendRule()
    let all = total(decision.spent)
    table.append([
      .text(say("合计", "Total")), cell(sum { start.opening[$0] }), cell(sum { start.income[$0] }),
      cell(sum(handed)),
      cell(fen: all), cell(sum(kept)), .text(share(all > 0 ? Double(total(decision.eldercare)) / Double(all) : nil)),
      .text(""), .text(""),
    ])
    return Section(say("账户", "Accounts"), [.table(table)])
  }

  private var byUse: Section {
    let uses = decision.fund.fundable
    var table = Table(
      columns: [Column("account", header: say("支出（\(unit)）", "Spent (\(unit))"))]
        + uses.map { Column($0.name, header: $0.label(writer.language), alignment: .trailing) })
    for account in order {
      table.append([.text(name(account))] + uses.indices.map { cell(fen: decision.fen[account][$0]) })
    }
    table.appendRule()
    table.append([.text(say("合计", "Total"))] + uses.indices.map { use in cell(fen: total { decision.fen[$0][use] }) })
    let needs = uses.indices.map { use in sum { decision.outcome.start.needs[$0][use] } }
    table.append([.text(say("可承担的需求", "May be paid"))] + needs.map(cell))
    table.append(
      [.text(say("满足比例", "Covered"))]
        + uses.indices.map { use in
          let spent = Double(total { decision.fen[$0][use] }) / 100
          return .text(share(needs[use] > 0 ? spent / needs[use] : nil))
        })
    return Section(say("用途", "Uses"), [.table(table)])
  }

  /// What becomes of it in the worlds drawn; nothing without draws.
  private var worlds: Section? {
    guard !decision.worlds.isEmpty else { return nil }
    var table = Table(
      columns: [
        Column("account", header: say("账户", "Account")),
        Column("money", header: say("资金够用的模拟", "worlds with the money"), alignment: .trailing),
        Column("floor", header: say("养老达到下限的模拟", "worlds at the floor"), alignment: .trailing),
      ])
    for account in order {
      table.append([
        .text(name(account)), .text(writer.percent(decision.chanceOfMoney(account), decimals: 0)),
        .text(writer.percent(decision.chance(account, ofEldercare: floor(account)), decimals: 0)),
      ])
    }
    return Section(say("在全部模拟中", "In all worlds"), [.table(table.noting(decision.byWorld.isEmpty ? [] : [byWorld]))])
  }

  /// How the best amounts of the worlds differ, by use.
  private var byWorld: String {
    let texts = decision.fund.fundable.enumerated().map { place, use in
      let amounts = decision.byWorld.map { Double($0[place]) / 100 }.sorted()
      let (low, high) = (amounts[amounts.count / 10], amounts[amounts.count - 1 - amounts.count / 10])
      return "\(use.label(writer.language)) \(format.text(low))–\(format.text(high))"
    }
    return say("各次模拟最优金额，八成可能落在（\(unit)）：", "80 % intervals of the best amounts (\(unit)): ")
      + texts.joined(separator: say("，", ", "))
  }
}
