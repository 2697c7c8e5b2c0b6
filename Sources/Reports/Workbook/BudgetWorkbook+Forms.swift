import Domain
import Fiscal
import Formulas
import Simulation
import Tables

/// The printed forms: amounts in 万元, each a formula over the data.
extension BudgetWorkbook {
  var forms: [BookForm] {
    let summary = summaryForm
    return [summary.form, linesForm, districtsForm, projectsForm, mediumForm, fundForm, outlookForm(summary)]
      + [quantilesForm, scenariosForm(summary)].compactMap(\.self)
  }

  var unit: String { say("单位：万元", "10 000 yuan") }
  var wan: String { say("万元", "10k yuan") }

  /// What stands under a form's title.
  var caption: String { writer.document([]).title }

  func form(_ id: BookSheet, _ title: String, _ heads: [String], _ widths: [Double]) -> BookForm {
    BookForm(id, title: title, caption: caption, unit: unit, heads: heads, widths: widths, grid, language)
  }

  // MARK: - Three sums

  func label(_ part: BookData.Part) -> String {
    switch part {
    case .fiscal: say("财政性资金", "Fiscal money")
    case .insurance: say("保险支付", "Insurance")
    case .household: say("居民自付", "Households")
    }
  }

  /// The summary, and its rows by what they are.
  struct Summary {
    let form: BookForm
    let sums: [BookData.Part: BookForm.Row]
    let cost: BookForm.Row
  }

  var summaryForm: Summary {
    var form = form(
      .summary, say("民政支出汇总表", "Spending in three sums"),
      [say("项目", "Item"), say("口径", "What it counts"), "", say("单位", "Unit")], [30, 30, 2, 9])
    func words(_ label: String, _ counts: String = "") -> [String] { [label, counts, "", wan] }
    let paid = Payer.allCases.filter(\.isFiscal).map { payer in
      form.append(words(payer.label(language)), data, .init(payer: payer.rawValue))
    }
    let transfer = form.append(
      words(
        say("对长护险缴费", "Contributions to insurance"), say("转移，不计入总费用", "a transfer, outside the total cost")), data,
      .init(payer: BookData.contributions))
    let fiscal = form.append(
      words(label(.fiscal), say("各级财政、公益金和缴费", "governments, fund, contributions")),
      sum: paid + [transfer])
    let insurance = form.append(words(label(.insurance)), data, .init(part: .insurance), .total)
    let household = form.append(words(label(.household)), data, .init(part: .household), .total)
    let cost = form.append(
      words(say("民政服务总费用", "Total cost"), say("三项之和减缴费", "the three sums less contributions")),
      sum: [fiscal, insurance, household], less: [transfer])
    for nature in BudgetLine.Nature.allCases {
      form.append(
        words(say("其中：\(nature.label.zh)性", "of which \(nature.label.en)")), data, .init(nature: nature.rawValue))
    }
    let payers = paid + [insurance, household]
    form.append(
      SheetChart(
        .stackedColumns, title: say("谁付多少", "Who pays"), description: payersInWords(cost), unit: wan,
        categories: form.sheet.range(row: 2, columns: grid.columns),
        series: payers.map { row in
          .init(
            name: form.sheet.range(row: row.place, columns: 0...0),
            values: form.sheet.range(row: row.place, columns: grid.columns))
        }, row: form.sheet.next + 1, column: 0))
    return Summary(
      form: form, sums: [.fiscal: fiscal, .insurance: insurance, .household: household], cost: cost)
  }

  private func payersInWords(_ cost: BookForm.Row) -> String {
    let format = NumberFormat(decimals: 2)
    let ends = [grid.years.lowerBound, grid.years.upperBound].map { year in
      say(
        "\(year) 年 \(format.text(cost.values[year - grid.before])) 万元",
        "\(year): \(format.text(cost.values[year - grid.before])) × 10 000 yuan")
    }
    return say("总费用：\(ends.joined(separator: "，"))。", "Total cost. \(ends.joined(separator: "; ")).")
  }

  // MARK: - Lines and districts

  var linesForm: BookForm {
    var form = form(
      .lines, say("支出总表（按科目和付款方）", "Spending by line and payer"),
      [say("科目", "Line"), say("付款方", "Payer"), say("功能分类", "Code"), say("单位", "Unit")], [34, 16, 14, 9])
    var totals: [BookForm.Row] = []
    for line in budget.lines where data.hasCost(line.name) {
      let code = codeText(line)
      let rows = data.payers(of: line.name).map { payer in
        form.append(
          [line.label(language), payer.label, code, wan], data, .init(line: line.name, payer: payer.key))
      }
      guard rows.count > 1 else {
        totals += rows
        continue
      }
      totals.append(form.append([line.label(language), say("小计", "all payers"), code, wan], sum: rows))
    }
    form.append(
      [say("合计", "Total"), "", "", wan], .total,
      value: { year in totals.reduce(0) { $0 + $1.values[year - grid.before] } },
      formula: { data.formula(.init(), $0) + "-" + data.formula(.init(payer: BookData.contributions), $0) })
    return form
  }

  var districtsForm: BookForm {
    var form = form(
      .districts, say("各区县支出表", "Spending by district"),
      [say("区县", "District"), say("项目", "Sum"), "", say("单位", "Unit")], [22, 18, 2, 9])
    for part in BookData.Part.allCases {
      let label = label(part)
      let rows = results.areas.districts.map { district in
        form.append([district.label(language), label, "", wan], data, .init(district: district.code, part: part))
      }
      form.append([say("全市", "City"), label, "", wan], sum: rows)
    }
    return form
  }
}
