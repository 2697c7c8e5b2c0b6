import NumericCore

/// One cell, and for the sums one state of both sexes and all ages, with plausible numbers.
struct TimedCell: ~Copyable {
  let vectors: Int
  private let moves: StateMoves
  private let sums: WeightedSums
  private let rates: [Double]
  private let migrants: [Double]
  private let lanes: LaneBuffer
  private let multiplier: LaneBuffer
  private let factor: LaneBuffer
  private let survivorship: LaneBuffer
  private let births: LaneBuffer
  private let people: LaneBuffer
  private let survivors: LaneBuffer
  private let whole: LaneBuffer
  private let results: LaneBuffer

  var columns: Int { Kernels.districts * vectors }

  init(vectors: Int) {
    let (states, districts, ages) = (Kernels.states, Kernels.districts, Kernels.ages)
    let columns = districts * vectors
    self.vectors = vectors
    var stays = Matrix(rows: states, columns: states)
    var worsens = stays
    for from in 0..<states {
      stays[from, from] = 0.8
      for to in max(0, from - 2)..<from where from < states - 1 { stays[from, to] = 0.02 }
      for to in from + 1..<max(states, from + 1) { worsens[from, to] = 0.03 }
    }
    moves = StateMoves(constant: [stays], scaled: [worsens])
    // Sums from an age on, as of costs and of people in need.
    let firstAges = [60, 65, 70, 75, 80, 0, 15, 85]
    var weights: [Double] = []
    for row in 0..<Kernels.rows {
      let firstAge = firstAges[row % firstAges.count]
      for cell in 0..<2 * ages * states {
        let age = cell / states % ages
        weights.append(age < firstAge ? 0 : 1 + 0.01 * Double(row))
      }
    }
    sums = WeightedSums(weights: weights, rows: Kernels.rows, cells: 2 * ages * states, grain: states)
    rates = (0..<districts).map { 0.01 + 0.001 * Double($0) }
    migrants = (0..<districts * states).map { 1e-9 * Double($0) }
    lanes = LaneBuffer(count: vectors)
    multiplier = LaneBuffer(count: columns)
    factor = LaneBuffer(count: states * vectors)
    survivorship = LaneBuffer(count: columns)
    births = LaneBuffer(count: columns)
    people = LaneBuffer(count: states * columns)
    survivors = LaneBuffer(count: states * columns)
    whole = LaneBuffer(count: 2 * ages * states * columns)
    results = LaneBuffer(count: Kernels.rows * columns)
    lanes.start.update(repeating: LaneVector(0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4), count: vectors)
    multiplier.start.update(repeating: lanes.start[0], count: columns)
    people.start.update(repeating: LaneVector(repeating: 1000), count: people.count)
    whole.start.update(repeating: LaneVector(repeating: 1000), count: whole.count)
    survive()
    surviveByState()
  }

  func survive() {
    NumericCore.survivorship(rates, rows: rates.count, lanes.start, vectors: vectors, into: survivorship.start)
  }

  func surviveByState() {
    moves.inverseRowSums(cell: 0, multiplier: lanes.start, vectors: vectors, into: factor.start)
    NumericCore.survivors(
      of: people.start, survivorship: survivorship.start, factor: factor.start, states: Kernels.states,
      districts: Kernels.districts, vectors: vectors, into: survivors.start)
  }

  func move() {
    moves.move(cell: 0, survivors.start, multiplier: multiplier.start, columns: columns, into: people.start)
  }

  func migrate() {
    addProducts(migrants, rows: migrants.count, lanes.start, vectors: vectors, to: people.start)
  }

  func addBirths() {
    addStates(people.start, states: Kernels.states, columns: columns, weight: 0.05, to: births.start)
  }

  func sum() { sums.apply(to: whole.start, columns: columns, into: results.start) }
}
