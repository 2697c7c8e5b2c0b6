/// A programme written out in columns, for solving.
struct ExpandedProgramme: Sendable {
  var linear: LinearProgramme
  /// Where the columns of each quantity begin; one more entry than quantities.
  let columnStarts: [Int]
  /// A column by which each part given may be missed, in units.
  let elasticColumns: [AllocationProgramme.Part: Int]

  /// The columns of a quantity, without the elastic ones.
  func columns(of quantity: Int) -> Range<Int> { columnStarts[quantity]..<columnStarts[quantity + 1] }

  /// The quantities of a point, in units.
  func quantities(of x: [Double]) -> [Double] {
    (0..<columnStarts.count - 1).map { quantity in columns(of: quantity).reduce(0) { $0 + x[$1] } }
  }
}

extension AllocationProgramme {
  /// The programme in columns: the least cost is the largest value.
  func expanded() -> ExpandedProgramme { expanded(elastic: [], isCostly: true) }

  /// The same with parts that may be missed at a cost, in units of value.
  func expanded(elastic parts: [(part: Part, cost: Double)]) -> ExpandedProgramme {
    expanded(elastic: parts, isCostly: true)
  }

  /// The programme in which some parts may be missed at a cost, and nothing else costs.
  func elastic(_ parts: [(part: Part, cost: Double)]) -> ExpandedProgramme {
    expanded(elastic: parts, isCostly: false)
  }

  private func expanded(elastic parts: [(part: Part, cost: Double)], isCostly: Bool) -> ExpandedProgramme {
    var linear = LinearProgramme()
    var starts = [0]
    let weights = problem.accounts.indices.map { account in
      problem.uses.indices.map { isCostly ? problem.weight(account: account, use: $0) / valueUnit : 0 }
    }
    for quantity in 0..<quantities.count {
      addColumns(of: quantity, weights: weights, to: &linear)
      starts.append(linear.columnCount)
    }
    var columns: [Part: Int] = [:]
    var missed: [Int: [(column: Int, sign: Double)]] = [:]
    var slack: [Int: [Term]] = [:]
    for (part, cost) in parts {
      let column = linear.addColumn(cost: cost, in: Bounds(0, mostMissed(part)))
      columns[part] = column
      switch part {
      case .rowLower(let row): slack[row, default: []].append((column, 1))
      case .rowUpper(let row): slack[row, default: []].append((column, -1))
      case .lower(let quantity): missed[quantity, default: []].append((column, -1))
      case .upper(let quantity): missed[quantity, default: []].append((column, 1))
      }
    }
    linear.rows = expandedRows(starts, slack: slack, missed: missed)
    linear.rowLower = rowLower.map { $0 / unit }
    linear.rowUpper = rowUpper.map { $0 / unit }
    return ExpandedProgramme(linear: linear, columnStarts: starts, elasticColumns: columns)
  }

  /// How far a part can give way, in units: a quantity that must be some amount can do without it, but not be less than
  /// nothing. What is unspent may be, where money itself gives way.
  private func mostMissed(_ part: Part) -> Double {
    guard case .lower(let quantity) = part, quantityLower[quantity] > 0 else { return .infinity }
    return quantityLower[quantity] / unit
  }

  /// - Parameters:
  ///   - starts: where the columns of each quantity begin.
  ///   - slack: further terms of some rows.
  ///   - missed: by quantity, columns that count as parts of it.
  private func expandedRows(
    _ starts: [Int], slack: [Int: [Term]], missed: [Int: [(column: Int, sign: Double)]]
  ) -> SparseRows {
    var (rowStarts, columns, coefficients) = ([0], [Int](), [Double]())
    rowStarts.reserveCapacity(rows.count + 1)
    // A cell mostly has a few steps.
    columns.reserveCapacity(4 * rows.columns.count)
    coefficients.reserveCapacity(4 * rows.columns.count)
    func append(_ column: Int, _ coefficient: Double) {
      columns.append(column)
      coefficients.append(coefficient)
    }
    for row in 0..<rows.count {
      if !slack.isEmpty { for term in slack[row] ?? [] { append(term.column, term.coefficient) } }
      for place in rows[row] {
        let (quantity, coefficient) = (rows.columns[place], rows.coefficients[place])
        for column in starts[quantity]..<starts[quantity + 1] { append(column, coefficient) }
        guard !missed.isEmpty else { continue }
        for extra in missed[quantity] ?? [] { append(extra.column, extra.sign * coefficient) }
      }
      rowStarts.append(columns.count)
    }
    return SparseRows(starts: rowStarts, columns: columns, coefficients: coefficients)
  }

  /// One column for a quantity, for a cell one for every step.
  private func addColumns(of quantity: Int, weights: [[Double]], to linear: inout LinearProgramme) {
    guard let place = quantities.place(ofCell: quantity) else {
      linear.addColumn(cost: 0, in: Bounds(quantityLower[quantity] / unit, quantityUpper[quantity] / unit))
      return
    }
    let steps = problem.steps[problem.cell(account: place.account, use: place.use, year: place.year)]
    let weight = weights[place.account][place.use]
    for step in steps { linear.addColumn(cost: -weight * step.value, in: Bounds(0, step.width / unit)) }
    if steps.isEmpty { linear.addColumn(cost: 0, in: Bounds(0, 0)) }
  }
}

extension AllocationProblem {
  /// What multiplies the values of a cell.
  func weight(account: Int, use: Int) -> Double {
    equity.lazy.filter { $0.accounts.contains(account) }.reduce(uses[use].weight) { $0 * $1.weight }
  }
}

extension Quantities {
  /// Which cell a quantity is, nil for the others.
  func place(ofCell quantity: Int) -> (account: Int, use: Int, year: Int)? {
    guard quantity < years * accounts * uses else { return nil }
    return (quantity / uses % accounts, quantity % uses, quantity / uses / accounts)
  }
}

extension AllocationProblem {
  /// The problem in columns; costs are values with the sign changed, in units of the programme's own.
  package var linearProgramme: LinearProgramme { AllocationProgramme(self).expanded().linear }
}
