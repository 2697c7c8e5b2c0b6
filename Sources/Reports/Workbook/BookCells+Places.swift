import Domain
import Formulas
import Simulation
import Tables

/// Where what formulas read stands: rows come about when they are asked for.
extension BookCells {
  /// Whether live inputs move a formula.
  func isLive(_ formula: Formula) -> Bool {
    switch formula.leaf {
    case .parameter(let parameter, _): livePaths.contains(parameter.path)
    case .indicator(let reference): live[reference.name] != nil
    case .itself: true
    case .measure, .constant: false
    case nil: formula.parts.contains { isLive($0) }
    }
  }

  /// Whether a part of an indicator's formula has rows of its own.
  func isStep(_ formula: Formula, of owner: String) -> Bool { steps[owner]?.contains(formula) == true }

  func cell(_ formula: Formula, _ owner: String, _ area: Int, _ year: Year, on sheet: BookSheet) -> String? {
    switch formula.leaf {
    case .constant: return nil
    case .itself: return indicator(owner, area, year, on: sheet)
    case .indicator(let reference) where isLive(formula): return indicator(reference.name, area, year, on: sheet)
    case .parameter(let parameter, let reading) where isLive(formula):
      return assumption(parameter, reading, area, year, on: sheet)
    case nil where isLive(formula):
      guard isStep(formula, of: owner) else { return nil }
      return step(Step(owner: owner, formula: formula), area, year, on: sheet)
    default: return fixed(formula, owner, area, year, on: sheet)
    }
  }

  /// A row's cell in the year of a formula, or in the one before it.
  private func reference(_ row: Int, _ year: Year, of target: BookSheet, on sheet: BookSheet) -> String {
    guard year >= grid.before else { return "NA()" }
    let prefix = target == sheet ? "" : SheetRange.prefix(target.name(language))
    return "\(prefix)\(year == grid.before ? BookCells.before : BookCells.own)\(row + 2)"
  }

  /// The cells of an indicator in every year of the budget, or each in the year before; nil of what no live input moves.
  func references(_ name: String, area: Int, lag: Int = 0, on sheet: BookSheet) -> [String]? {
    guard let text = indicator(name, area, grid.years.lowerBound - lag, on: sheet) else { return nil }
    return grid.years.map { BookCells.placed(text, grid.letters($0), grid.letters($0 - 1)) }
  }

  /// The cell of an indicator that live inputs move; nil of any other.
  private func indicator(_ name: String, _ area: Int, _ year: Year, on sheet: BookSheet) -> String? {
    guard let indicator = live[name] else { return nil }
    let own = indicator.aggregation == .uniform ? city : area
    guard let row = modelRows[Place(of: name, area: own)] else { return "NA()" }
    return reference(row, year, of: .model, on: sheet)
  }

  private func step(_ step: Step, _ area: Int, _ year: Year, on sheet: BookSheet) -> String {
    let place = Place(of: step, area: area)
    let row = stepRows[place] ?? model.count
    if row == model.count {
      stepRows[place] = row
      let values = grid.all.map { record.value(of: step.formula, defining: step.owner, area: area, year: $0) ?? .nan }
      let label = live[step.owner]?.label(language) ?? step.owner
      model.append(
        Row(
          key: step.owner, label: language.say("\(label)（分步）", "\(label) (a step)"), area: area,
          unit: live[step.owner]?.unit ?? .yuan, values: values))
      waiting.append((step, area, row))
    }
    return reference(row, year, of: .model, on: sheet)
  }

  private func assumption(
    _ parameter: Parameter, _ reading: Formula.Reading, _ area: Int, _ year: Year, on sheet: BookSheet
  ) -> String {
    let asked = reading == .ofCity ? city : area
    let resolved = results.plan.parameters[parameter]
    func has(_ area: Int) -> Bool { !values(parameter, area).allSatisfy(\.isNaN) }
    let isOwn = asked < resolved.districts.count && resolved.districts[asked] != nil && has(asked)
    guard isOwn || reading != .ownValue || asked == city else { return "NA()" }
    let area = isOwn ? asked : city
    guard has(area) else { return "NA()" }
    let place = Place(of: parameter.path, area: area)
    let row = assumptionRows[place] ?? assumptions.count
    if row == assumptions.count {
      assumptionRows[place] = row
      assumptions.append((parameter, area))
    }
    return reference(row, year, of: .assumptions, on: sheet)
  }

  /// What an input is in the years of the budget.
  private func values(_ parameter: Parameter, _ area: Int) -> [Double] {
    let series = results.plan.parameters[parameter].series(in: area)
    return grid.years.map { series.value(in: $0).first }
  }

  private func fixed(_ formula: Formula, _ owner: String, _ area: Int, _ year: Year, on sheet: BookSheet) -> String? {
    let place = Place(of: formula, area: area)
    let row = fixedRows[place] ?? fixed.count
    if row == fixed.count {
      let values = grid.all.map { record.value(of: formula, defining: owner, area: area, year: $0) }
      guard !values.contains(nil) else { return nil }
      fixedRows[place] = row
      fixed.append(
        Row(
          key: formula.description, label: formula.text(in: language) { [unowned self] in name(of: $0) }, area: area,
          unit: (try? formula.unit(of: .yuan)) ?? .ratio, values: values.compactMap(\.self)))
    }
    return reference(row, year, of: .fixed, on: sheet)
  }

  /// What readers call a leaf.
  private func name(of leaf: Formula.Leaf) -> String? {
    switch leaf {
    case .parameter(let parameter, _): results.plan.city.values[parameter.path]?.label(language)
    case .measure(let measure): measure.label(language)
    case .indicator(let reference): record.indicator(reference.name)?.label(language)
    case .itself, .constant: nil
    }
  }
}
