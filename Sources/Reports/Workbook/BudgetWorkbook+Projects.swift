import Domain
import Fiscal
import Formulas
import Simulation
import Tables

/// Spending by project, with what it is worked out from.
extension BudgetWorkbook {
  /// The line's own formula in words; where it only says what a rule pays, that of the rule.
  private func basis(of line: BudgetLine) -> String {
    let names = line.formula.mentioned
    let rule = names.count == 1 && line.formula.parameters.isEmpty ? cells.record.indicator(names[0])?.formula : nil
    return (rule ?? line.formula).text(in: language) { leaf in
      results.plan.city.name(of: leaf, in: language, indicator: cells.record.indicator)
    }
  }

  /// A code of the classification of functions, marked where nobody printed it.
  func codeText(_ line: BudgetLine) -> String {
    guard let code = results.plan.city.functionCodes[line.name] else { return "" }
    return code.evidence.isFirm
      ? code.code : say("\(code.code)（\(code.evidence.label.zh)）", "\(code.code) (\(code.evidence.label.en))")
  }

  var projectsForm: BookForm {
    var form = form(
      .projects, say("项目支出表", "Spending by project"),
      [say("项目", "Project"), say("功能分类", "Code"), say("测算依据", "How it is worked out"), say("单位", "Unit")],
      [28, 14, 46, 9])
    for nature in BudgetLine.Nature.allCases {
      form.section(
        say("\(nature.label.zh)性项目", "\(nature.label.en.prefix(1).uppercased())\(nature.label.en.dropFirst()) projects")
      )
      var rows: [BookForm.Row] = []
      for line in budget.lines where line.nature == nature && data.hasCost(line.name) {
        let basis = basis(of: line)
        let lines = Double(max(1, (displayWidth(basis) + 43) / 44))
        rows.append(
          form.append(
            [line.label(language), codeText(line), basis, wan], wraps: true, height: max(18, 13 * lines),
            value: { data.value(.init(line: line.name), $0) }, formula: { data.formula(.init(line: line.name), $0) }))
      }
      form.append(
        [say("小计", "Sum"), "", "", wan], .total,
        value: { year in rows.reduce(0) { $0 + $1.values[year - grid.before] } },
        formula: { data.formula(.init(nature: nature.rawValue), $0) })
    }
    return form
  }

  /// The first three years of the budget, project by project and payer by payer.
  var mediumForm: BookForm {
    let years = Array(grid.years.prefix(3))
    var form = form(
      .medium, say("项目中期规划表（三年）", "Medium-term plan, three years"),
      [say("项目", "Project"), say("资金来源", "Paid by"), say("三年合计", "Three years"), say("单位", "Unit")],
      [34, 16, 16, 9])
    for line in budget.lines where data.hasCost(line.name) {
      for payer in data.payers(of: line.name) {
        let choice = BookData.Choice(line: line.name, payer: payer.key)
        let row = form.append(
          [line.label(language), payer.label, "", wan], in: years, value: { data.value(choice, $0) },
          formula: { data.formula(choice, $0) })
        form.addUp(row, years)
      }
    }
    let all = form.append(
      [say("合计", "Total"), "", "", wan], .total, in: years,
      value: { data.value(.init(), $0) - data.value(.init(payer: BookData.contributions), $0) },
      formula: { data.formula(.init(), $0) + "-" + data.formula(.init(payer: BookData.contributions), $0) })
    form.addUp(all, years)
    return form
  }
}

extension BookForm {
  /// Puts the sum of some years of a row into the third column of words.
  fileprivate mutating func addUp(_ row: Row, _ years: [Year]) {
    guard let first = years.first, let last = years.last else { return }
    let sum = years.reduce(0) { $0 + row.values[$1 - grid.before] }
    let text = "SUM(\(grid.letters(first))\(row.place + 1):\(grid.letters(last))\(row.place + 1))"
    replace(row: row.place, column: 2, with: .formula(text, value: sum, SheetStyle(.value, .hundredths)))
  }
}
