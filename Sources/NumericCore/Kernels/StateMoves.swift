/// Yearly moves between states, for many cells of one cohort model.
///
/// A cell, say a sex and an age, has a constant matrix A and a matrix U that a
/// multiplier scales:
///
///     out[j] = Σi A[i, j] y[i] + q Σi U[i, j] y[i]
///
/// Moves that are zero are left out once, here. A column is one vector of lanes
/// of one district; every kernel below takes any number of columns.
public struct StateMoves: Sendable {
  public let states: Int
  public let cells: Int
  /// The moves that are not zero, by cell, target and, scaled ones first, kind.
  private var moves: [Move] = []
  /// Where they begin: shape `[cell][target][scaled, constant]`, and the end.
  private var starts: [Int] = [0]
  /// What leaves each state, A's and U's rows added up: shape `[cell][state]`.
  private var sums: [(constant: Double, scaled: Double)] = []

  private struct Move {
    let weight: Double
    let origin: Int
  }

  /// The moves of the matrices `constant[cell]` and `scaled[cell]`, from a row's state to a column's.
  public init(constant: [Matrix], scaled: [Matrix]) {
    precondition(!constant.isEmpty && constant.count == scaled.count, "a cell has two matrices")
    cells = constant.count
    states = constant[0].rows
    for (a, u) in zip(constant, scaled) {
      precondition([a.rows, a.columns, u.rows, u.columns].allSatisfy { $0 == states }, "matrices differ in size")
      for target in 0..<states {
        append(u.column(target))
        append(a.column(target))
      }
      for state in 0..<states {
        sums.append(((0..<states).reduce(0) { $0 + a[state, $1] }, (0..<states).reduce(0) { $0 + u[state, $1] }))
      }
    }
  }

  private mutating func append(_ weights: [Double]) {
    moves += weights.indices.filter { weights[$0] != 0 }.map { Move(weight: weights[$0], origin: $0) }
    starts.append(moves.count)
  }
}

extension StateMoves {
  /// One over what leaves each state: 1 / (Σj A[i, j] + q Σj U[i, j]).
  ///
  /// Multiplied by it, the rows of A + q U add up to one.
  ///
  /// - Parameters:
  ///   - multiplier: q, shape `[vector]`.
  ///   - inverse: shape `[state][vector]`, overwritten.
  public func inverseRowSums(
    cell: Int, multiplier: UnsafePointer<LaneVector>, vectors: Int, into inverse: UnsafeMutablePointer<LaneVector>
  ) {
    for state in 0..<states {
      let sum = sums[cell * states + state]
      for vector in 0..<vectors {
        inverse[state * vectors + vector] = 1 / (sum.constant + multiplier[vector] * sum.scaled)
      }
    }
  }

  /// Moves the people of a cell between its states.
  ///
  /// - Parameters:
  ///   - people: y, shape `[state][column]`.
  ///   - multiplier: q, shape `[column]`.
  ///   - result: shape `[state][column]`, overwritten; must not overlap `people`.
  /// - Complexity: O(moves · columns).
  public func move(
    cell: Int, _ people: UnsafePointer<LaneVector>, multiplier: UnsafePointer<LaneVector>, columns: Int,
    into result: UnsafeMutablePointer<LaneVector>
  ) {
    precondition(cell >= 0 && cell < cells, "no such cell")
    moves.withUnsafeBufferPointer { moves in
      starts.withUnsafeBufferPointer { starts in
        for target in 0..<states {
          let place = 2 * (cell * states + target)
          let terms = Terms(
            scaled: UnsafeBufferPointer(rebasing: moves[starts[place]..<starts[place + 1]]),
            constant: UnsafeBufferPointer(rebasing: moves[starts[place + 1]..<starts[place + 2]]), columns: columns)
          terms.sum(people, multiplier, into: result + target * columns)
        }
      }
    }
  }

  /// What is added up for one target.
  private struct Terms {
    let scaled: UnsafeBufferPointer<Move>
    let constant: UnsafeBufferPointer<Move>
    let columns: Int

    /// Four columns at a time; the last four overlap those before when they must.
    @inline(__always)
    func sum(
      _ people: UnsafePointer<LaneVector>, _ multiplier: UnsafePointer<LaneVector>,
      into result: UnsafeMutablePointer<LaneVector>
    ) {
      guard columns >= 4 else {
        for column in 0..<columns { one(people + column, multiplier + column, result + column) }
        return
      }
      var column = 0
      while column + 4 <= columns {
        four(people + column, multiplier + column, result + column)
        column += 4
      }
      if column < columns {
        column = columns - 4
        four(people + column, multiplier + column, result + column)
      }
    }

    @inline(__always)
    private func one(
      _ people: UnsafePointer<LaneVector>, _ multiplier: UnsafePointer<LaneVector>,
      _ result: UnsafeMutablePointer<LaneVector>
    ) {
      var sum = LaneVector.zero
      for move in scaled { sum += move.weight * people[move.origin &* columns] }
      sum *= multiplier[0]
      for move in constant { sum += move.weight * people[move.origin &* columns] }
      result[0] = sum
    }

    @inline(__always)
    private func four(
      _ people: UnsafePointer<LaneVector>, _ multiplier: UnsafePointer<LaneVector>,
      _ result: UnsafeMutablePointer<LaneVector>
    ) {
      var (a, b, c, d) = (LaneVector.zero, LaneVector.zero, LaneVector.zero, LaneVector.zero)
      for move in scaled {
        let from = people + move.origin &* columns
        a += move.weight * from[0]
        b += move.weight * from[1]
        c += move.weight * from[2]
        d += move.weight * from[3]
      }
      a *= multiplier[0]
      b *= multiplier[1]
      c *= multiplier[2]
      d *= multiplier[3]
      for move in constant {
        let from = people + move.origin &* columns
        a += move.weight * from[0]
        b += move.weight * from[1]
        c += move.weight * from[2]
        d += move.weight * from[3]
      }
      result[0] = a
      result[1] = b
      result[2] = c
      result[3] = d
    }
  }
}
