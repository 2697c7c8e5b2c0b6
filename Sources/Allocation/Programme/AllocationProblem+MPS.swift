extension AllocationProblem {
  /// The linear programme as an MPS file, for other solvers: amounts in yuan times a power of two, costs are values
  /// with the sign changed.
  ///
  /// Source: the free form of IBM's *Mathematical Programming System/360*, as COIN-OR reads it.
  public var mps: String {
    let linear = linearProgramme
    var lines = ["NAME allocation", "ROWS", " N cost"]
    var rightHandSides: [String] = []
    var ranges: [String] = []
    for row in 0..<linear.rowCount {
      let (low, high) = (linear.rowLower[row], linear.rowUpper[row])
      let kind = low == high ? "E" : low.isFinite ? "G" : high.isFinite ? "L" : "N"
      lines.append(" \(kind) r\(row)")
      let bound = low.isFinite ? low : high
      if bound.isFinite, bound != 0 { rightHandSides.append(" rhs r\(row) \(bound)") }
      if low.isFinite, high.isFinite, low < high { ranges.append(" range r\(row) \(high - low)") }
    }
    lines.append("COLUMNS")
    let columns = linear.rows.transposed(columnCount: linear.columnCount)
    for column in 0..<linear.columnCount {
      lines.append(" x\(column) cost \(linear.cost[column])")
      for place in columns[column] where columns.coefficients[place] != 0 {
        lines.append(" x\(column) r\(columns.columns[place]) \(columns.coefficients[place])")
      }
    }
    lines.append("RHS")
    lines += rightHandSides
    if !ranges.isEmpty { lines += ["RANGES"] + ranges }
    lines.append("BOUNDS")
    for column in 0..<linear.columnCount {
      let (low, high) = (linear.lower[column], linear.upper[column])
      if low == -.infinity { lines.append(high == .infinity ? " FR b x\(column)" : " MI b x\(column)") }
      if low.isFinite, low != 0 { lines.append(" LO b x\(column) \(low)") }
      if high.isFinite { lines.append(" UP b x\(column) \(high)") }
    }
    return (lines + ["ENDATA", ""]).joined(separator: "\n")
  }
}
