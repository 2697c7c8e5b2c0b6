import NumericCore
import Testing

struct LaneCellsTests {
  @Test func statesAddUpByColumn() {
    let people = [1.0, 2, 10, 20, 100, 200].map { LaneVector(repeating: $0) }
    var sum = [LaneVector(repeating: 1), LaneVector(repeating: 1)]
    addStates(people, states: 3, columns: 2, weight: 0.5, to: &sum)
    #expect(sum == [LaneVector(repeating: 56.5), LaneVector(repeating: 112)])
  }

  @Test(arguments: [1, 2, 3])
  func productsAreAddedByRow(vectors: Int) {
    var numbers = SeededNumbers(state: 3)
    let weights = (0..<7).map { _ in numbers.next() }
    let (lanes, before) = (numbers.vectors(vectors), numbers.vectors(7 * vectors))
    var result = before
    addProducts(weights, rows: 7, lanes, vectors: vectors, to: &result)
    let expected = before.indices.map { before[$0] + weights[$0 / vectors] * lanes[$0 % vectors] }
    #expect(result == expected)
  }

  @Test(arguments: [1, 2, 3])
  func survivorshipFollowsTheRates(vectors: Int) {
    var numbers = SeededNumbers(state: 4)
    let rates = (0..<7).map { _ in 1 + numbers.next() }
    let lanes = numbers.vectors(vectors).map { 1 + $0 }
    var result = [LaneVector](repeating: .zero, count: 7 * vectors)
    survivorship(rates, rows: 7, lanes, vectors: vectors, into: &result)
    #expect(result == result.indices.map { exponential(-(rates[$0 / vectors] * lanes[$0 % vectors])) })
  }

  @Test(arguments: [1, 2, 3])
  func survivorsTakeTheFactorOfTheirState(vectors: Int) {
    var numbers = SeededNumbers(state: 5)
    let (states, districts) = (4, 5)
    let columns = districts * vectors
    let (people, survivorship) = (numbers.vectors(states * columns), numbers.vectors(columns))
    let factor = numbers.vectors(states * vectors)
    var result = people
    survivors(
      of: people, survivorship: survivorship, factor: factor, states: states, districts: districts,
      vectors: vectors, into: &result)
    let expected = people.indices.map {
      people[$0] * survivorship[$0 % columns] * factor[$0 / columns * vectors + $0 % vectors]
    }
    #expect(result == expected)
  }
}
