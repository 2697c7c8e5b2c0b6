import Allocation

/// A small solver to compare with: the two-phase tableau with Bland's rule, on dense rows.
///
/// Slow, and simple enough to be read through. Source: Bland (1977), *Mathematics of Operations Research* 2, 103–107.
struct DenseSimplex {
  enum Answer: Equatable {
    case optimal(Double)
    case infeasible, unbounded
  }

  /// Rows of coefficients, right-hand side last.
  private var rows: [[Double]] = []
  private var basis: [Int] = []
  private var count = 0
  private static let epsilon = 1e-9

  static func solve(_ programme: LinearProgramme) -> Answer {
    var tableau = DenseSimplex()
    return tableau.solve(programme)
  }

  /// Every x is written as one or two columns that are not negative, every bound as an equation with its own slack.
  private mutating func solve(_ programme: LinearProgramme) -> Answer {
    var parts: [[(column: Int, sign: Double)]] = []
    var offset = 0.0
    var costs: [Double] = []
    var shifts: [Double] = []
    var equations: [(terms: [Int: Double], bound: Double, slack: Double)] = []
    for j in 0..<programme.columnCount {
      let (low, high) = (programme.lower[j], programme.upper[j])
      if low.isFinite {
        parts.append([(costs.count, 1)])
        costs.append(programme.cost[j])
        shifts.append(low)
        offset += programme.cost[j] * low
        if high.isFinite { equations.append(([costs.count - 1: 1], high - low, 1)) }
      } else {
        parts.append([(costs.count, 1), (costs.count + 1, -1)])
        costs += [programme.cost[j], -programme.cost[j]]
        shifts.append(0)
        if high.isFinite { equations.append(([costs.count - 2: 1, costs.count - 1: -1], high, 1)) }
      }
    }
    for i in 0..<programme.rowCount {
      var terms: [Int: Double] = [:]
      var shift = 0.0
      for place in programme.rows[i] {
        let (j, a) = (programme.rows.columns[place], programme.rows.coefficients[place])
        shift += a * shifts[j]
        for part in parts[j] { terms[part.column, default: 0] += a * part.sign }
      }
      let (low, high) = (programme.rowLower[i], programme.rowUpper[i])
      if low == high {
        equations.append((terms, low - shift, 0))
      } else {
        if low.isFinite { equations.append((terms, low - shift, -1)) }
        if high.isFinite { equations.append((terms, high - shift, 1)) }
      }
    }
    let slacks = equations.count(where: { $0.slack != 0 })
    let real = costs.count + slacks
    count = real + equations.count
    var slack = costs.count
    for (i, equation) in equations.enumerated() {
      var row = [Double](repeating: 0, count: count + 1)
      for (column, a) in equation.terms { row[column] = a }
      if equation.slack != 0 {
        row[slack] = equation.slack
        slack += 1
      }
      row[count] = equation.bound
      if equation.bound < 0 { row = row.map { -$0 } }
      row[real + i] = 1
      rows.append(row)
      basis.append(real + i)
    }
    let artificial = (0..<count).map { $0 >= real ? 1.0 : 0.0 }
    guard case .optimal(let missed) = minimise(artificial, columns: real), missed <= 1e-7 else { return .infeasible }
    dropArtificials(from: real)
    let whole = costs + [Double](repeating: 0, count: count - costs.count)
    guard case .optimal(let value) = minimise(whole, columns: real) else { return .unbounded }
    return .optimal(value + offset)
  }

  /// Columns beyond `columns` never enter.
  private mutating func minimise(_ cost: [Double], columns: Int) -> Answer {
    while true {
      let entering = (0..<columns).first { j in
        !basis.contains(j) && cost[j] - zip(rows, basis).reduce(0) { $0 + $1.0[j] * cost[$1.1] } < -Self.epsilon
      }
      guard let entering else {
        return .optimal(zip(rows, basis).reduce(0) { $0 + $1.0[count] * cost[$1.1] })
      }
      var leaving: Int?
      for i in rows.indices where rows[i][entering] > Self.epsilon {
        guard let best = leaving else {
          leaving = i
          continue
        }
        let (a, b) = (rows[i][count] / rows[i][entering], rows[best][count] / rows[best][entering])
        if a < b - Self.epsilon || (a < b + Self.epsilon && basis[i] < basis[best]) { leaving = i }
      }
      guard let leaving else { return .unbounded }
      pivot(leaving, entering)
    }
  }

  private mutating func pivot(_ i: Int, _ j: Int) {
    let by = rows[i][j]
    rows[i] = rows[i].map { $0 / by }
    for k in rows.indices where k != i && rows[k][j] != 0 {
      let factor = rows[k][j]
      for column in rows[k].indices { rows[k][column] -= factor * rows[i][column] }
    }
    basis[i] = j
  }

  /// Takes artificial columns, which stand at zero, out of the basis, and rows with nothing else in them away.
  private mutating func dropArtificials(from real: Int) {
    for i in rows.indices.reversed() where basis[i] >= real {
      if let j = (0..<real).first(where: { rows[i][$0].magnitude > Self.epsilon }) {
        pivot(i, j)
      } else {
        rows.remove(at: i)
        basis.remove(at: i)
      }
    }
  }
}
