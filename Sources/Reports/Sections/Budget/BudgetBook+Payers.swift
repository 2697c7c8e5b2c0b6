import Benefits
import Domain
import Fiscal
import Simulation
import Tables

/// Who pays, and whose account bears it.
extension BudgetBook {
  private var isDrawn: Bool { results.draws > 0 }

  var byPayer: Section {
    let first = years.lowerBound
    var table = yearly(
      say("付款方（\(unit)）", "Payer (\(unit))"),
      isDrawn ? [say("\(first) 年安排", "to budget \(first)"), say("把握", "enough in")] : [])
    for (payer, amount) in budget.payers {
      let chance = choice.percentile(of: payer)
      let upper = results.quantile(chance, of: amount, area: area, year: first)
      table.append(
        [.text(payer.label(writer.language))] + years.map { cell(value(amount, $0)) }
          + (isDrawn ? [cell(upper), .text(share(chance))] : []))
    }
    table.appendRule()
    table.append(
      [.text(say("合计", "Total"))] + years.map { cell(value(Budget.Sum.cost, $0)) }
        + (isDrawn ? [.text(""), .text("")] : []))
    let note =
      isDrawn
      ? [
        say(
          "“安排”是该付款方 \(first) 年在所列比例的模拟中够用的数（--quantile，如 --quantile city=90%）；各付款方不会同时多付，所以不能相加。",
          "To budget: what is enough for the payer in that share of worlds in \(first) (--quantile, as --quantile city=90%); they do not add up, since not all pay most at once."
        )
      ] : []
    return Section(say("按付款方", "By payer"), [.table(table.noting(note)), insuranceAccount])
  }

  /// What the long-term-care insurance takes in and pays out; contributions are transfers and no cost of care.
  private var insuranceAccount: Section.Part {
    var table = yearly(say("长期护理保险（\(unit)）", "Long-term-care insurance (\(unit))"))
    for (indicator, label) in LTCInsurance.account.map({ ($0, $0.label(writer.language)) }) {
      table.append([.text(label)] + years.map { cell(value(indicator, $0)) })
    }
    return .table(table)
  }

  // MARK: - Accounts

  /// The city's account and the districts' apart, each with its own money and its part of the lottery fund.
  var accounts: Section {
    let own = writer.isOfCity ? Payer.city : .district
    let areas = results.areas
    let shown = writer.isOfCity ? [areas.cityIndex] + Array(areas.districts.indices) : [area]
    var parts = [Section.Part.table(accountTable(shown)), .table(lines(paidBy: own))]
    // What the city's account spends in a district.
    if !writer.isOfCity { parts.append(.table(lines(paidBy: .city))) }
    return Section(say("市级与区县账户", "The city's account and the districts'"), parts)
  }

  private func accountTable(_ shown: [Int]) -> Table {
    let first = years.lowerBound
    let headers =
      [
        say("本级财政", "own budget"), say("公益金账户", "lottery fund"), say("合计", "total"),
      ] + (isDrawn ? [say("本级财政安排", "own budget, to set"), say("把握", "enough in")] : [])
    var table = Table(
      columns: [Column("account", header: say("\(first) 年（\(unit)）", "\(first) (\(unit))"))]
        + headers.enumerated().map { Column("c\($0.offset)", header: $0.element, alignment: .trailing) })
    var sums = (own: 0.0, fund: 0.0)
    for account in shown {
      let payer = account == results.areas.cityIndex ? Payer.city : .district
      let own = results.value(payer.amount, area: account, year: first) ?? 0
      let fund = results.spent(byAccount: account, first) ?? 0
      (sums.own, sums.fund) = (sums.own + own, sums.fund + fund)
      let chance = choice.percentile(of: payer)
      let upper = results.quantile(chance, of: payer.amount, area: account, year: first)
      table.append(
        [.text(Fund.label(of: account, results.areas)(writer.language)), cell(own), cell(fund), cell(own + fund)]
          + (isDrawn ? [cell(upper), .text(share(chance))] : []))
    }
    guard writer.isOfCity else { return table.noting(fromTheCity(first)) }
    table.appendRule()
    let blanks = isDrawn ? [Cell.text(""), .text("")] : []
    func row(_ label: String, _ cells: [Cell]) { table.append([.text(label)] + cells + blanks) }
    row(say("各账户合计", "All accounts"), [cell(sums.own), cell(sums.fund), cell(sums.own + sums.fund)])
    let beyond = [
      (Payer.centre.label(writer.language), value(Payer.centre.amount, first) ?? 0),
      (
        say("财政对长护险缴费（市、区县分担未知）", "Contributions to insurance (who of them is not known)"),
        value(LTCInsurance.government, first) ?? 0
      ),
    ]
    for (label, amount) in beyond { row(label, [.text(""), .text(""), cell(amount)]) }
    let all = sums.own + sums.fund + beyond.reduce(0) { $0 + $1.1 }
    row(say("财政性资金", "Fiscal money"), [.text(""), .text(""), cell(all)])
    return table
  }

  /// What the city spends in the district beside the district's own account.
  private func fromTheCity(_ year: Year) -> [String] {
    let paid = value(Payer.lotteryFund.amount, year) ?? 0
    let ofTheCity = max(paid - (results.spent(byAccount: area, year) ?? 0), 0)
    let (city, centre) = (cellText(value(Payer.city.amount, year)), cellText(value(Payer.centre.amount, year)))
    return [
      say(
        "\(year) 年市级在本地支出：市级财政 \(city) 万元，市级公益金账户 \(cellText(ofTheCity)) 万元；中央和省级 \(centre) 万元。",
        "In \(year) the city spends here \(city) million yuan of its budget and \(cellText(ofTheCity)) million of its lottery account; centre and province \(centre) million."
      )
    ]
  }

  private func cellText(_ value: Double?) -> String { value.map(format.text) ?? "–" }

  /// What a payer bears, line by line.
  private func lines(paidBy payer: Payer) -> Table {
    let name = payer.label(writer.language)
    var table = yearly(say("\(name)承担（\(unit)）", "\(name), by line (\(unit))"))
    for line in budget.lines {
      let paid = years.map { results.paid(payer, of: line, area: area, year: $0) }
      guard paid.contains(where: { $0 >= BudgetBook.leastShown }) else { continue }
      table.append([.text(line.label(writer.language))] + paid.map { cell($0) })
    }
    table.appendRule()
    table.append([.text(say("合计", "Total"))] + years.map { cell(value(payer.amount, $0)) })
    return table
  }
}
