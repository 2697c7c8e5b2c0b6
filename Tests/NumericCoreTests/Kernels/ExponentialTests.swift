import Foundation
import NumericCore
import Testing

struct ExponentialTests {
  @Test func theEndsAreThoseOfTheNumbers() {
    let low = exponential(LaneVector(0, -0.0, -.infinity, -746, -1e300, -745.1, 1e-17, .leastNonzeroMagnitude))
    #expect(low == LaneVector(1, 1, 0, 0, 0, .leastNonzeroMagnitude, 1, 1))
    let high = exponential(LaneVector(.infinity, 710, 1e300, .greatestFiniteMagnitude, 709.8, 0, 0, 0))
    #expect(high == LaneVector(.infinity, .infinity, .infinity, .infinity, .infinity, 1, 1, 1))
    #expect(exponential(LaneVector(709.78, 0, 0, 0, 0, 0, 0, 0))[0].isFinite)
  }

  @Test func notANumberStaysOne() {
    let result = exponential(LaneVector(.nan, 0, -.nan, 0, .signalingNaN, 0, 0, 0))
    #expect(result[0].isNaN && result[2].isNaN && result[4].isNaN)
    #expect(result[1] == 1 && result[7] == 1)
  }

  /// The C library errs by half a unit in the last place and this function by less than one,
  /// so that they are equal or neighbours.
  @Test(arguments: [-1e-5...1e-5, -0.4...0.4, -10...0, -1...1, -708...708, -746...(-700), 700...709.78])
  func itIsWithinAUnitInTheLastPlace(range: ClosedRange<Double>) {
    var numbers = SeededNumbers(state: 11)
    let middle = (range.lowerBound + range.upperBound) / 2
    let half = (range.upperBound - range.lowerBound) / 2
    var worst = 0.0
    for _ in 0..<20_000 {
      let x = middle + half * numbers.vector()
      let result = exponential(x)
      for lane in 0..<LaneVector.scalarCount {
        let expected = exp(x[lane])
        worst = max(worst, abs(result[lane] - expected) / expected.ulp)
      }
    }
    #expect(worst <= 1)
  }

  @Test func aLaneDoesNotDependOnTheOthers() {
    var numbers = SeededNumbers(state: 12)
    for _ in 0..<1000 {
      let x = 700 * numbers.vector()
      for other in [-.infinity, -720, .nan, 709.5] {
        var mixed = x
        for lane in stride(from: 0, to: LaneVector.scalarCount, by: 2) { mixed[lane] = other }
        let (alone, together) = (exponential(x), exponential(mixed))
        for lane in stride(from: 1, to: LaneVector.scalarCount, by: 2) { #expect(alone[lane] == together[lane]) }
      }
    }
  }
}
