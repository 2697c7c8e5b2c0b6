import Domain
import Formulas
import Simulation
import Tables

/// Where what formulas read stands: rows come about when they are asked for.
extension BookCells {
  /// What a part of an indicator's formula is.
  func meaning(of formula: Formula, in owner: String) -> Meaning {
    let key = FormulaKey(formula)
    if let known = meanings[owner]?[key] { return known }
    let found = found(formula, owner)
    meanings[owner, default: [:]][key] = found
    return found
  }

  private func found(_ formula: Formula, _ owner: String) -> Meaning {
    switch formula.leaf {
    case .constant: return .constant
    case .itself: return .itself
    case .indicator(let reference) where isLive(formula, in: owner): return .indicator(reference.name)
    case .parameter(let parameter, let reading) where isLive(formula, in: owner): return .assumption(parameter, reading)
    case nil where isLive(formula, in: owner): return .writtenOut
    default: break
    }
    if let number = fixedNumbers[FormulaKey(formula)] { return .fixed(number) }
    guard let operation = record.place(of: formula, defining: owner) else { return .writtenOut }
    fixedNumbers[FormulaKey(formula)] = fixedRows.count
    fixedRows.append(Rows(owner: owner, formula: formula, operation: operation))
    return .fixed(fixedRows.count - 1)
  }

  func cell(_ formula: Formula, _ owner: String, _ area: Int, _ year: Year, on sheet: BookSheet) -> String? {
    switch meaning(of: formula, in: owner) {
    case .constant, .writtenOut: nil
    case .itself: indicator(owner, area, year, on: sheet)
    case .indicator(let name): indicator(name, area, year, on: sheet)
    case .assumption(let parameter, let reading): assumption(parameter, reading, area, year, on: sheet)
    case .step(let number): step(number, area, year, on: sheet)
    case .fixed(let number): fixed(number, area, year, on: sheet)
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

  private func step(_ number: Int, _ area: Int, _ year: Year, on sheet: BookSheet) -> String {
    if let row = steps[number].byArea[area] { return reference(row, year, of: .model, on: sheet) }
    let (owner, row) = (steps[number].owner, model.count)
    steps[number].byArea[area] = row
    let label = live[owner]?.label(language) ?? owner
    model.append(
      Row(
        key: owner, label: language.say("\(label)（分步）", "\(label) (a step)"), area: area,
        unit: live[owner]?.unit ?? .yuan, values: values(steps[number], area)))
    waiting.append((number, area, row))
    return reference(row, year, of: .model, on: sheet)
  }

  /// What a formula came to in the years of the grid.
  private func values(_ rows: Rows, _ area: Int) -> [Double] {
    grid.all.map { year in rows.operation.flatMap { record.value(at: $0, area: area, year: year) } ?? .nan }
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

  private func fixed(_ number: Int, _ area: Int, _ year: Year, on sheet: BookSheet) -> String {
    if let row = fixedRows[number].byArea[area] { return reference(row, year, of: .fixed, on: sheet) }
    let (formula, row) = (fixedRows[number].formula, fixed.count)
    fixedRows[number].byArea[area] = row
    fixed.append(
      Row(
        key: formula.description, label: formula.text(in: language) { [unowned self] in name(of: $0) }, area: area,
        unit: (try? formula.unit(of: .yuan)) ?? .ratio, values: values(fixedRows[number], area)))
    return reference(row, year, of: .fixed, on: sheet)
  }

  /// What readers call a leaf.
  private func name(of leaf: Formula.Leaf) -> String? {
    results.plan.city.name(of: leaf, in: language, indicator: record.indicator)
  }
}
