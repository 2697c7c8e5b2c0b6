import Domain
import Formulas
import Simulation
import Tables

/// The rows behind a workbook's formulas: which assumption, which indicator and which fixed number stands where.
///
/// Rows come about as formulas ask for them; what live inputs do not move is a fixed number, however it was worked out.
final class BookCells {
  /// A row of numbers by year; with formulas where it follows the assumptions.
  struct Row {
    let key: String
    let label: String
    let area: Int
    let unit: Unit
    /// In the order of the grid's years, the one before first.
    let values: [Double]
    /// One for each year of the budget.
    var formulas: [String] = []
  }

  /// What a part of an indicator's formula is in the workbook: the same in every area and year, so it is found once.
  enum Meaning {
    case constant
    /// The indicator that the formula defines.
    case itself
    case indicator(String)
    case assumption(Parameter, Formula.Reading)
    /// Has rows of its own, so that no formula is long; by its number.
    case step(Int)
    case writtenOut
    /// Follows nothing; by its number.
    case fixed(Int)
  }

  /// A formula that has rows, at most one an area.
  struct Rows {
    let owner: String
    let formula: Formula
    /// Where its values stand in the record.
    let operation: Int?
    var byArea: [Int: Int] = [:]
  }

  struct Place<Of: Hashable>: Hashable {
    let of: Of
    let area: Int
  }

  /// Characters of the longest formula.
  static let longest = 110

  let results: Results
  let record: Record
  let local: LocalInputs
  let grid: BookGrid
  let language: Language
  let livePaths: Set<String>
  /// The indicators that live inputs move, by name.
  var live: [String: Indicator]
  /// By indicator, whether live inputs move the parts of its formula.
  var liveness: [String: [FormulaKey: Bool]] = [:]
  /// By indicator, what the parts of its formula are.
  var meanings: [String: [FormulaKey: Meaning]] = [:]

  var assumptions: [(parameter: Parameter, area: Int)] = []
  var assumptionRows: [Place<String>: Int] = [:]
  var model: [Row] = []
  var modelRows: [Place<String>: Int] = [:]
  var steps: [Rows] = []
  var waiting: [(step: Int, area: Int, row: Int)] = []
  var fixed: [Row] = []
  var fixedRows: [Rows] = []
  var fixedNumbers: [FormulaKey: Int] = [:]

  var areas: Areas { results.areas }
  var city: Int { results.areas.cityIndex }

  /// - Parameter record: of all years of the grid.
  init(_ results: Results, _ record: Record, _ local: LocalInputs, _ grid: BookGrid, _ language: Language) {
    (self.results, self.record, self.local, self.grid, self.language) = (results, record, local, grid, language)
    livePaths = Set(local.live.map(\.path))
    live = Dictionary(local.indicators.map { ($0.name, $0) }) { first, _ in first }
    leaveOutWhatIsNothing()
    layOut()
  }

  // MARK: - Indicators

  private func places(of indicator: Indicator) -> [Int] {
    switch indicator.aggregation {
    case .uniform, .city: [city]
    case .sum, .ratio: Array(areas.districts.indices) + [city]
    }
  }

  private func layOut() {
    let indicators = local.indicators.filter { live[$0.name] != nil }
    for indicator in indicators {
      for area in places(of: indicator) {
        modelRows[Place(of: indicator.name, area: area)] = model.count
        let values = grid.all.map { record.value(of: indicator.name, area: area, year: $0) ?? .nan }
        model.append(
          Row(key: indicator.name, label: indicator.label(language), area: area, unit: indicator.unit, values: values))
      }
    }
    for indicator in indicators {
      for area in places(of: indicator) {
        guard let row = modelRows[Place(of: indicator.name, area: area)] else { continue }
        if indicator.aggregation == .sum, area == city {
          model[row].formulas = grid.years.map { districts(of: row, grid.letters($0)) }
        } else {
          model[row].formulas = formulas(indicator.formula, defining: indicator.name, area: area, on: .model)
        }
      }
    }
    settle()
  }

  /// Gives every step its formulas, and the steps that these need theirs.
  private func settle() {
    while let next = waiting.popLast() {
      let step = steps[next.step]
      model[next.row].formulas = formulas(step.formula, defining: step.owner, area: next.area, on: .model)
    }
  }

  /// The districts stand above the city.
  private func districts(of row: Int, _ column: String) -> String {
    "SUM(\(column)\(row - areas.districts.count + 2):\(column)\(row + 1))"
  }

  /// What stands for the letters of a formula's own year and of the year before until they are known, so that a formula
  /// is written once and is the same in every year but for its columns.
  static let (own, before): (Unicode.Scalar, Unicode.Scalar) = ("\u{E000}", "\u{E001}")

  /// A formula in every year of the budget.
  func formulas(_ formula: Formula, defining owner: String, area: Int, on sheet: BookSheet) -> [String] {
    let text = shortened(formula, owner, area, sheet)
    if sheet != .model { settle() }
    return grid.years.map { BookCells.placed(text, grid.letters($0), grid.letters($0 - 1)) }
  }

  static func placed(_ text: String, _ letters: String, _ lettersBefore: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case own: result += letters
      case before: result += lettersBefore
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A formula as text, parts of which have rows of their own so that it is short.
  private func shortened(_ formula: Formula, _ owner: String, _ area: Int, _ sheet: BookSheet) -> String {
    var text = self.text(formula, owner, area, sheet)
    while text.count > BookCells.longest {
      var part = formula
      repeat {
        let inner = part.parts.filter { part in
          if case .writtenOut = meaning(of: part, in: owner) { isLive(part, in: owner) } else { false }
        }
        guard let largest = inner.max(by: { $0.leafCount < $1.leafCount }) else { return text }
        part = largest
      } while self.text(part, owner, area, sheet).count > BookCells.longest
      meanings[owner, default: [:]][FormulaKey(part)] = .step(steps.count)
      steps.append(Rows(owner: owner, formula: part, operation: record.place(of: part, defining: owner)))
      text = self.text(formula, owner, area, sheet)
    }
    return text
  }

  func text(_ formula: Formula, _ owner: String, _ area: Int, _ sheet: BookSheet) -> String {
    Spreadsheet(areas: areas, baseYear: results.plan.city.baseYear) { [unowned self] formula, area, year in
      cell(formula, owner, area, year, on: sheet)
    }.expression(of: formula, area: area, year: grid.years.lowerBound)
  }
}

extension Formula {
  fileprivate var leafCount: Int { parts.isEmpty ? 1 : parts.reduce(0) { $0 + $1.leafCount } }
}
