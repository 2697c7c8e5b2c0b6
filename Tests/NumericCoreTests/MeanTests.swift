import NumericCore
import Testing

struct MeanTests {
  @Test func meanOfAFewValues() {
    #expect(mean(of: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) == 6)
    #expect(mean(of: [7]) == 7)
    #expect(mean(of: []).isNaN)
    #expect(mean(of: [1, 2, 3, 4, 5, 6, 7, 8, .nan]).isNaN)
  }

  /// Written out, so that a change of the order is a change of this test.
  @Test func orderOfAdditionDependsOnPlacesOnly() {
    var numbers = SeededNumbers(state: 8)
    for count in [1, 7, 8, 9, 1_000, 1_003] {
      let series = (0..<count).map { _ in numbers.next() }
      let lane = (0..<8).map { lane in stride(from: lane, to: count, by: 8).reduce(0) { $0 + series[$1] } }
      let sum = ((lane[0] + lane[1]) + (lane[2] + lane[3])) + ((lane[4] + lane[5]) + (lane[6] + lane[7]))
      #expect(mean(of: series) == sum / Double(count), "\(count) values")
    }
  }
}
