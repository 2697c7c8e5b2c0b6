import Domain
import Formulas
import Inputs
import Studies
import Tables

/// Inputs that published figures settle: what was published, what the model said before and after, how the inputs moved.
public func solutionTable(_ solutions: [InputSolver.Solution], _ dataset: Dataset, language: Language) -> Table {
  let say = language.say
  var table = Table(columns: [
    Column("what", header: say("公布的指标", "Published")), Column("area", header: say("地区", "Area")),
    Column("year", header: say("年份", "Year"), alignment: .trailing),
    Column("published", header: say("公布数", "Figure"), alignment: .trailing),
    Column("before", header: say("求解前", "Before"), alignment: .trailing),
    Column("after", header: say("求解后", "After"), alignment: .trailing),
    Column("input", header: say("求解的参数", "Input")),
    Column("old", header: say("原值", "Old value"), alignment: .trailing),
    Column("new", header: say("解", "Solved"), alignment: .trailing),
  ])
  let (areas, model) = (dataset.city.areas, dataset.city.model)
  for solution in solutions {
    let solve = solution.solve
    guard let indicator = model.indicators.first(where: { $0.name == solve.indicator }),
      let parameter = model.parameters.first(where: { $0.path == solve.input })
    else { continue }
    let format = indicator.unit.format()
    let place = solution.moves.count > 1 ? say("（\(solution.moves.count) 个值）", " (\(solution.moves.count) values)") : ""
    func number(_ value: Double?) -> Cell {
      let scale =
        parameter.unit.isShownInPercent ? NumberFormat.Scale(powerOfTen: -2) : NumberFormat.Scale(powerOfTen: 0)
      let format = NumberFormat(decimals: 4, scale: scale, suffix: parameter.unit.isShownInPercent ? "%" : "")
      return value.map { .number($0, format) } ?? .empty
    }
    table.append([
      .text(indicator.label(language)), .text(areas[solve.area].label(language)),
      .number(Double(solve.year), .year), .number(solution.figure, format), .number(solution.before, format),
      .number(solution.after, format), .text((solution.isMet ? "" : say("未吻合：", "not met: ")) + solve.input + place),
      number(solution.moves.first?.old.value),
      number(solution.moves.first?.new.value),
    ])
  }
  return table
}
