/// A problem as a linear programme whose bounds know which rule they are.
///
/// Each quantity has one column, each cell one for every step of its value. Amounts are in units of `unit` yuan and
/// costs in units of `valueUnit`, powers of two, so that the largest have a fixed magnitude.
struct AllocationProgramme: Sendable {
  let problem: AllocationProblem
  let quantities: Quantities
  /// Yuan.
  let unit: Double
  /// Value of a yuan.
  let valueUnit: Double
  /// Bounds of amounts by quantity, in yuan.
  var quantityLower: [Double]
  var quantityUpper: [Double]
  /// Over quantities and yuan.
  var rows = SparseRows()
  var rowLower: [Double] = []
  var rowUpper: [Double] = []
  /// What each row is, in problems that differ in some.
  private(set) var rowNames: [Int] = []
  /// The rules, in the order in which they give way last.
  var rules: [(rule: Rule, part: Part)] = []

  /// What a rule is in the programme.
  enum Part: Hashable, Sendable {
    case rowLower(Int)
    case rowUpper(Int)
    /// Of a quantity.
    case lower(Int)
    case upper(Int)
  }

  /// - Parameter fineness: how many times the units are halved, for problems whose amounts differ too much in size for
  ///   the usual ones.
  init(_ problem: AllocationProblem, fineness: Int = 0) {
    precondition(
      problem.steps.count == problem.accounts.count * problem.uses.count * problem.years.count,
      "steps of another shape")
    precondition(
      problem.steps.allSatisfy { zip($0, $0.dropFirst()).allSatisfy { $0.value >= $1.value } },
      "the value of a yuan rises from step to step")
    self.problem = problem
    quantities = Quantities(problem)
    let largest = powerOfTwo(below: AllocationProgramme.largestAmount(problem))
    unit = largest / Double(sign: .plus, exponent: 14 + fineness, significand: 1)
    valueUnit = powerOfTwo(below: AllocationProgramme.largestValue(problem))
    quantityLower = Array(repeating: 0, count: quantities.count)
    quantityUpper = Array(repeating: .infinity, count: quantities.count)
    addMoney()
    addTransfers()
    addCarryOver()
    addLimits()
    addEquity()
    addNeeds()
    addSmoothing()
    rowNames = namesOfRows()
  }

  /// Adds a row and the rules of its finite ends.
  mutating func addRow(_ terms: [(column: Int, coefficient: Double)], _ bounds: Bounds, lower: Rule?, upper: Rule?) {
    for term in terms { rows.appendTerm(term.column, term.coefficient) }
    endRow(bounds, lower: lower, upper: upper)
  }

  /// Ends the row whose terms were added one by one.
  mutating func endRow(_ bounds: Bounds, lower: Rule?, upper: Rule?) {
    rows.endRow()
    rowLower.append(bounds.lower)
    rowUpper.append(bounds.upper)
    let row = rows.count - 1
    if let lower, bounds.lower.isFinite { rules.append((lower, .rowLower(row))) }
    if let upper, bounds.upper.isFinite { rules.append((upper, .rowUpper(row))) }
  }

  /// The largest value of a yuan, weights included.
  private static func largestValue(_ problem: AllocationProblem) -> Double {
    var largest = 0.0
    for account in problem.accounts.indices {
      for use in problem.uses.indices {
        let weight = problem.weight(account: account, use: use)
        for year in 0..<problem.years.count {
          let steps = problem.steps[problem.cell(account: account, use: use, year: year)]
          largest = max(largest, weight * (steps.first?.value ?? 0))
        }
      }
    }
    return largest
  }

  /// The largest finite amount that the problem names, in yuan.
  private static func largestAmount(_ problem: AllocationProblem) -> Double {
    var amounts: [Double] = problem.accounts.flatMap { $0.available ?? [] }
    amounts += problem.steps.joined().map(\.width)
    amounts += problem.transfers.flatMap { [$0.atLeast, $0.atMost] }
    for case .yuan(let bound) in problem.limits.map(\.bound) { amounts.append(bound) }
    for before in problem.smoothing.compactMap(\.before) { amounts += before.joined() }
    return amounts.lazy.filter(\.isFinite).max() ?? 0
  }
}

/// The largest power of two that is not above a positive number; 1 for zero.
private func powerOfTwo(below value: Double) -> Double {
  value > 0 ? Double(sign: .plus, exponent: value.exponent, significand: 1) : 1
}
