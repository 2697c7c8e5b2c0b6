import Domain
import Inputs
import Simulation
import Tables

/// What a reader sees first.
extension BudgetWorkbook {
  var coverSheet: Sheet {
    var sheet = Sheet(name(.cover), widths: [26, 90], headRows: 1)
    let scenario = results.plan.scenario
    sheet.append(
      [.text(say("民政预算工作簿", "Civil-affairs budget workbook"), .title), SheetCell(.blank, .title)], height: 34)
    func line(_ label: String, _ text: String) {
      sheet.append(
        [.text(label, SheetStyle(.label)), .text(text, SheetStyle(.label, wraps: true))], height: height(text))
    }
    line(say("城市", "City"), results.areas.city.label(language))
    line(say("情景", "Scenario"), "\(title(results)) (\(scenario.name))")
    line(say("预算年份", "Years"), "\(grid.years.lowerBound)–\(grid.years.upperBound)")
    line(say("已知至", "Known until"), "\(results.plan.knownUntil)")
    line(say("模拟", "Worlds"), say("\(results.draws) 次，种子 \(scenario.seed)", "\(results.draws), seed \(scenario.seed)"))
    line(say("数据包", "Dataset"), writer.dataset.title(language))
    sheet.append([
      .text(say("总校验（应为 0）", "Master check (must be 0)"), SheetStyle(.total)),
      .formula("\(name(.check))!\(columnLetters(BookGrid.words))1", value: 0, SheetStyle(.total, .full)),
    ])
    sheet.append([.text("", .note)])
    for (label, text) in explanations { line(label, text) }
    return sheet
  }

  private func height(_ text: String) -> Double { Double(max(1, (displayWidth(text) + 87) / 88)) * 14 + 4 }

  private var explanations: [(String, String)] {
    let inputs = Set(cells.assumptions.map(\.parameter.path)).count
    let moved = cells.local.held.filter { $0.why != .unread }.count
    return [
      (
        say("可以改的", "What may be changed"),
        say(
          "“\(name(.assumptions))”表中黄底蓝字的单元格：\(inputs) 个参数、\(cells.assumptions.count) 行，每年一格。改动后各表随公式重算，公式与模型相同。",
          "The yellow cells of ‘\(name(.assumptions))’: \(inputs) inputs in \(cells.assumptions.count) rows, a cell a year. All forms follow by the model's own formulas."
        )
      ),
      (
        say("不随动的", "What is not followed"),
        say(
          "灰底的数。\(moved) 个参数还会改变人口、照护或公益金的分配，列在“\(name(.held))”并写明原因；要改它们请改情景文件重新运行。",
          "Grey numbers. \(moved) inputs also move people, care or the split of the fund; ‘\(name(.held))’ lists them and says why. To change them, change the scenario and run it again."
        )
      ),
      (
        say("只是近似的", "What is approximate"),
        say(
          "公益金在账户和用途之间的分配比例保持本次运行的结果；重新分配可能不同。用 minzheng run --fund-held 可得到同样口径的模型结果。分位数和情景比较的其他情景不随动。",
          "Accounts keep the shares of the fund that this run decided; a new allocation may differ. minzheng run --fund-held gives the engine's answer under the same split. Quantiles and other scenarios are not followed."
        )
      ),
      (
        say("单位", "Units"),
        say(
          "各表金额为万元，由“\(name(.data))”“\(name(.accounts))”两表的元除以 10000；假设以所注单位计，份额以 0 到 1 计。",
          "Forms are in 10 000 yuan, worked out from yuan in ‘\(name(.data))’ and ‘\(name(.accounts))’; assumptions are in the unit named, shares from 0 to 1."
        )
      ),
      (
        say("颜色", "Colours"),
        say(
          "黄底蓝字：可改；白底：公式；灰底：定值。颜色之外，定值不含公式，可改的单元格未锁定。",
          "Yellow: may be changed; white: formula; grey: fixed. What is fixed holds no formula; what may be changed is not locked."
        )
      ),
    ]
  }

  func contentsSheet(_ sheets: [BookSheet]) -> Sheet {
    var sheet = Sheet(name(.contents), widths: [20, 70], headRows: 1)
    sheet.append([.text(say("表", "Sheet"), .head), .text(say("内容", "What it holds"), .head)])
    for id in sheets {
      sheet.append([
        SheetCell(.link(name(id), sheet: name(id)), SheetStyle(.link)), .text(id.about(language), SheetStyle(.label)),
      ])
    }
    return sheet
  }
}
