import NumericCore
import Testing

struct GeometricMeanTests {
  private func mean(_ values: Double...) -> Double {
    geometricMean(of: values.map { LaneVector(repeating: $0) })[3]
  }

  @Test func aFewByHand() {
    #expect(abs(mean(2, 4, 8) - 4) < 1e-14)
    #expect(abs(mean(0.25, 1) - 0.5) < 1e-15)
    #expect(abs(mean(7.5) - 7.5) < 1e-14)
  }

  @Test func aZeroMakesItZeroAndANegativeNumberNothing() {
    #expect(mean(0, 5) == 0)
    #expect(mean(0, .infinity).isNaN || mean(0, .infinity) == 0)
    #expect(mean(-1, 5).isNaN && mean(-1, 0).isNaN)
    #expect(mean(.nan, 5).isNaN && mean(.nan, 0).isNaN)
  }

  @Test func lanesDoNotMeet() {
    let a = LaneVector(1, 2, 3, 4, 5, 6, 7, 8)
    let found = geometricMean(of: [a, a * 4])
    for lane in 0..<8 { #expect(abs(found[lane] - 2 * a[lane]) < 1e-13 * a[lane]) }
  }
}
