/// The points of least cost of a programme, of which those with most preference are sought.
///
/// Whatever has a price stands at its bound in every point of least cost, and whatever stands there in a point
/// that keeps the rest is one. So this is the same set for every y that proves an optimum. What stands at its bound is
/// taken out, and the rows that then hold nothing with it: what is left is small.
struct Face {
  /// Of the columns and rows that are left.
  let programme: LinearProgramme
  let basis: Basis
  /// Where those columns stand.
  let x: [Double]
  /// Those columns and rows, by their indices in the whole programme.
  private let columns: [Int]
  private let rows: [Int]
  /// What every column of the whole programme stands at; those left may move.
  private let wholeX: [Double]
  private let wholeBasis: Basis

  /// - Parameters:
  ///   - basis: of the vertex reached.
  ///   - x: that vertex, shape `[column]`.
  ///   - y: prices that prove it, shape `[row]`; `reduced` those of the columns.
  init(
    of whole: LinearProgramme, basis: Basis, x: [Double], y: [Double], reduced: [Double], preference: [Double]
  ) {
    var programme = LinearProgramme()
    var columns: [Int] = []
    var place = [Int](repeating: -1, count: whole.columnCount)
    var fixed = x
    for column in 0..<whole.columnCount {
      var bounds = Bounds(whole.lower[column], whole.upper[column])
      if reduced[column].magnitude > LinearProgramme.tie {
        let bound = reduced[column] > 0 ? bounds.lower : bounds.upper
        if bound.isFinite { bounds = .exactly(bound) }
      }
      // A basic column stays, so that the basis of what is left is one.
      if bounds.lower == bounds.upper, basis.places[column] != .basic {
        fixed[column] = bounds.lower
        continue
      }
      place[column] = columns.count
      columns.append(column)
      programme.addColumn(cost: -preference[column], in: bounds)
    }
    var rows: [Int] = []
    for row in 0..<whole.rowCount {
      var constant = 0.0
      var isEmpty = true
      for term in whole.rows[row] {
        let (column, coefficient) = (whole.rows.columns[term], whole.rows.coefficients[term])
        if place[column] < 0 {
          constant += coefficient * fixed[column]
        } else {
          programme.rows.appendTerm(place[column], coefficient)
          isEmpty = false
        }
      }
      if isEmpty { continue }
      var bounds = Bounds(whole.rowLower[row], whole.rowUpper[row])
      if y[row].magnitude > LinearProgramme.tie {
        let bound = y[row] > 0 ? bounds.lower : bounds.upper
        if bound.isFinite { bounds = .exactly(bound) }
      }
      programme.rows.endRow()
      programme.rowLower.append(bounds.lower - constant)
      programme.rowUpper.append(bounds.upper - constant)
      rows.append(row)
    }
    self.programme = programme
    self.basis = Basis(places: columns.map { basis.places[$0] } + rows.map { basis.places[whole.columnCount + $0] })
    (self.columns, self.rows) = (columns, rows)
    self.x = columns.map { x[$0] }
    (wholeX, wholeBasis) = (fixed, basis)
  }

  /// A point of the whole programme from one of what is left.
  func point(_ x: [Double]) -> [Double] {
    var result = wholeX
    for (index, column) in columns.enumerated() { result[column] = x[index] }
    return result
  }

  /// A basis of the whole programme from one of what is left.
  func basis(_ basis: Basis) -> Basis {
    var result = wholeBasis
    for (index, column) in columns.enumerated() { result.places[column] = basis.places[index] }
    for (index, row) in rows.enumerated() {
      result.places[wholeX.count + row] = basis.places[columns.count + index]
    }
    return result
  }
}
