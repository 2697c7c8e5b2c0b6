import NumericCore
import Testing

/// OpenBLAS has kernels for many processors; `OPENBLAS_CORETYPE` (Haswell, SkylakeX,
/// Zen, Prescott) chooses among those the processor can run.
struct WeightedSumsTests {
  init() { useOneBLASThread() }

  @Test func twoRowsByHand() {
    let sums = WeightedSums(weights: [1, 2, 3, 0, 0, 10], rows: 2, cells: 3)
    let state = [1.0, 2, 3].map { LaneVector(repeating: $0) }
    #expect(sums.sums(of: state, columns: 1) == [LaneVector(repeating: 14), LaneVector(repeating: 30)])
  }

  @Test func sumsEqualPlainLoops() {
    for seed in 1...60 {
      var example = Example(seed: seed)
      let columns = example.columns
      let state = example.numbers.vectors(example.cells * columns)
      var expected = [LaneVector](repeating: .zero, count: example.rows * columns)
      for row in 0..<example.rows {
        for cell in 0..<example.cells {
          for column in 0..<columns {
            expected[row * columns + column] +=
              example.weights[row * example.cells + cell] * state[cell * columns + column]
          }
        }
      }
      #expect(largestDifference(example.plan.sums(of: state, columns: columns), expected) < 1e-12, "seed \(seed)")
    }
  }

  @Test func whatIsZeroIsLeftOut() {
    // Both rows read the last cell, one the cell before, none the first two.
    let plan = WeightedSums(weights: [0, 0, 0, 1, 0, 0, 1, 1], rows: 2, cells: 4)
    #expect(plan.operations == 2 * 3)
    let state = [LaneVector(repeating: .nan), LaneVector(repeating: .infinity), LaneVector(repeating: 1), .zero]
    #expect(plan.sums(of: state, columns: 1) == [.zero, LaneVector(repeating: 1)])
  }

  @Test func aRowOfZerosAddsUpToZero() {
    let plan = WeightedSums(weights: [0, 0, 2, 2], rows: 2, cells: 2)
    let ones = [LaneVector](repeating: LaneVector(repeating: 1), count: 2)
    #expect(plan.sums(of: ones, columns: 1) == [.zero, LaneVector(repeating: 4)])
    #expect(WeightedSums(weights: [0], rows: 1, cells: 1).sums(of: [ones[0]], columns: 1) == [.zero])
  }

  /// The same bits wherever a lane stands, as a member's numbers may not depend on its block.
  @Test(arguments: [1, 2, 3, 13, 26, 52])
  func aLaneDoesNotDependOnItsPlace(columns: Int) {
    for seed in 1...10 {
      var example = Example(seed: seed)
      let lanes = columns * LaneVector.scalarCount
      let state = example.numbers.vectors(example.cells * columns)
      let expected = example.plan.sums(of: state, columns: columns)
      let turn = 1 + seed * 5 % lanes
      let turned = example.plan.sums(of: state.turned(by: turn, columns: columns), columns: columns)
      #expect(turned == expected.turned(by: turn, columns: columns), "seed \(seed)")
    }
  }

  @Test(arguments: [1, 2, 13, 26])
  func aLaneDoesNotDependOnTheOthers(columns: Int) {
    var example = Example(seed: 7)
    let state = example.numbers.vectors(example.cells * columns)
    let expected = example.plan.sums(of: state, columns: columns)
    for other in [0, 1e300, .infinity, .nan] {
      var mixed = state
      for index in mixed.indices {
        for lane in 0..<LaneVector.scalarCount where lane != index % columns % 8 { mixed[index][lane] = other }
      }
      let result = example.plan.sums(of: mixed, columns: columns)
      #expect(result.indices.allSatisfy { result[$0][$0 % columns % 8] == expected[$0][$0 % columns % 8] })
    }
  }
}

/// Rows that read ages from one on, to one, or here and there.
private struct Example {
  let rows: Int
  let cells: Int
  let columns: Int
  let weights: [Double]
  let plan: WeightedSums
  var numbers: SeededNumbers

  init(seed: Int) {
    var numbers = SeededNumbers(state: UInt64(seed))
    let (rows, grain) = (1 + seed * 7 % 41, 1 + seed % 5)
    let ages = 20 + seed % 30
    weights = (0..<rows).flatMap { row in
      (0..<ages * grain).map { cell in
        let age = cell / grain
        let reads = [age >= row % ages, age <= row % ages, age % 7 == row % 7, true][(row + seed) % 4]
        return reads ? numbers.next() : 0
      }
    }
    self.rows = rows
    cells = ages * grain
    columns = [1, 2, 3, 13][seed % 4]
    plan = WeightedSums(weights: weights, rows: rows, cells: cells, grain: grain)
    self.numbers = numbers
  }
}

extension WeightedSums {
  fileprivate func sums(of state: [LaneVector], columns: Int) -> [LaneVector] {
    var result = [LaneVector](repeating: LaneVector(repeating: .nan), count: rows * columns)
    apply(to: state, columns: columns, into: &result)
    return result
  }
}

extension [LaneVector] {
  /// Every row with its lanes moved on, the last to the front.
  fileprivate func turned(by turn: Int, columns: Int) -> [LaneVector] {
    let lanes = columns * LaneVector.scalarCount
    var result = self
    for row in 0..<count / columns {
      for lane in 0..<lanes {
        let (to, from) = ((lane + turn) % lanes, lane)
        result[row * columns + to / 8][to % 8] = self[row * columns + from / 8][from % 8]
      }
    }
    return result
  }
}
