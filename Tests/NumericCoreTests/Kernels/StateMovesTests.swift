import NumericCore
import Testing

struct StateMovesTests {
  /// From 100 healthy and 50 ill: a tenth falls ill, twice that where q is two, a fifth recovers.
  @Test func aSmallCellByHand() {
    let stays = Matrix(rows: 2, columns: 2, values: [0.9, 0.2, 0, 0.8])
    let worsens = Matrix(rows: 2, columns: 2, values: [0, 0, 0.1, 0])
    let moves = StateMoves(constant: [stays], scaled: [worsens])
    let people = [LaneVector(repeating: 100), LaneVector(repeating: 50)]
    var q = LaneVector(repeating: 1)
    q[3] = 2
    var result = people
    moves.move(cell: 0, people, multiplier: [q], columns: 1, into: &result)
    #expect(abs(result[0][0] - 100) < 1e-12 && abs(result[1][0] - 50) < 1e-12)
    #expect(abs(result[0][3] - 100) < 1e-12 && abs(result[1][3] - 60) < 1e-12)
  }

  @Test func movesEqualPlainLoops() {
    for seed in 1...60 {
      var example = Example(seed: seed)
      let moves = StateMoves(constant: example.constant, scaled: example.scaled)
      let (states, columns) = (example.states, example.columns)
      let people = example.numbers.vectors(states * columns)
      let q = example.numbers.vectors(columns)
      for cell in 0..<example.cells {
        var result = [LaneVector](repeating: LaneVector(repeating: .nan), count: states * columns)
        moves.move(cell: cell, people, multiplier: q, columns: columns, into: &result)
        var expected = [LaneVector](repeating: .zero, count: states * columns)
        for to in 0..<states {
          for from in 0..<states {
            for column in 0..<columns {
              let rate = example.constant[cell][from, to] + q[column] * example.scaled[cell][from, to]
              expected[to * columns + column] += rate * people[from * columns + column]
            }
          }
        }
        #expect(largestDifference(result, expected) < 1e-12, "seed \(seed)")
      }
    }
  }

  @Test func nobodyIsLostWhenRowsAddUpToOne() {
    for seed in 1...60 {
      var example = Example(seed: seed)
      let moves = StateMoves(
        constant: example.constant.map { $0.absolute }, scaled: example.scaled.map { $0.absolute })
      let states = example.states
      let q = [1 + 0.5 * example.numbers.vector()]
      let people = example.numbers.vectors(states).map { 1 + $0 }
      for cell in 0..<example.cells {
        var factor = people
        moves.inverseRowSums(cell: cell, multiplier: q, vectors: 1, into: &factor)
        let leaving = zip(people, factor).map { $0 * $1 }
        var result = people
        moves.move(cell: cell, leaving, multiplier: q, columns: 1, into: &result)
        let (before, after) = (people.reduce(.zero, +), result.reduce(.zero, +))
        #expect(largestDifference([after], [before]) < 1e-12, "seed \(seed)")
      }
    }
  }

  @Test func aColumnDoesNotDependOnTheOthers() {
    var example = Example(seed: 5)
    let moves = StateMoves(constant: example.constant, scaled: example.scaled)
    let states = example.states
    let people = example.numbers.vectors(states * 13)
    let q = example.numbers.vectors(13)
    var together = people
    moves.move(cell: 0, people, multiplier: q, columns: 13, into: &together)
    for column in 0..<13 {
      let own = (0..<states).map { people[$0 * 13 + column] }
      var alone = own
      moves.move(cell: 0, own, multiplier: [q[column]], columns: 1, into: &alone)
      #expect(alone == (0..<states).map { together[$0 * 13 + column] })
    }
  }
}

/// Matrices of one to eight states, some of whose elements are zero, and some columns.
private struct Example {
  let states: Int
  let columns: Int
  let cells = 3
  var constant: [Matrix] = []
  var scaled: [Matrix] = []
  var numbers: SeededNumbers

  init(seed: Int) {
    states = 1 + seed % 8
    columns = [1, 2, 3, 4, 5, 8, 13][seed % 7]
    numbers = SeededNumbers(state: UInt64(seed))
    for _ in 0..<cells {
      var (a, u) = (numbers.matrix(rows: states, columns: states), numbers.matrix(rows: states, columns: states))
      for index in a.values.indices {
        if numbers.next() < 0 { u.values[index] = 0 }
        if numbers.next() < 0, index % (states + 1) > 0 { a.values[index] = 0 }
      }
      constant.append(a)
      scaled.append(u)
    }
  }
}

extension Matrix {
  fileprivate var absolute: Matrix { Matrix(rows: rows, columns: columns, values: values.map { abs($0) }) }
}
