import CSV
import TestSupport
import Testing

struct DecimalTextTests {
  @Test(
    arguments: [
      (12, "12"), (-0.0, "0"), (-3, "-3"), (0.1, "0.1"), (1_196.5, "1196.5"),
      (0.1 + 0.2, "0.30000000000000004"),
      (1e-5, "0.00001"), (-1.25e-5, "-0.0000125"), (1.0 / 30_000, "0.000033333333333333335"),
      (9.9e-6, "9.9e-06"), (1e14, "100000000000000"), (123_456_789_012_345.6, "123456789012345.6"),
      (1e15, "1000000000000000"), (1e22, "1e+22"),
    ] as [(Double, String)])
  func numbersAreShortAndExact(_ value: Double, _ text: String) {
    #expect(decimalText(value) == text)
    #expect(Double(text) == value)
  }

  @Test func onlyFiniteNumbersHaveText() {
    #expect(decimalText(.nan) == nil)
    #expect(decimalText(.infinity) == nil)
  }

  @Test func digitsAreThoseOfTheShortestText() {
    let halved = DecimalDigits(isNegative: true, digits: [1, 2, 5], exponent: 2)
    #expect(DecimalDigits(-12.5) == halved)
    #expect(DecimalDigits(0.05) == DecimalDigits(isNegative: false, digits: [5], exponent: -1))
    #expect(DecimalDigits(3e20) == DecimalDigits(isNegative: false, digits: [3], exponent: 21))
    #expect(DecimalDigits(-0.0) == DecimalDigits(isNegative: false, digits: [], exponent: 0))
  }

  @Test func randomNumbersHaveNoExponentInTheMiddleRange() {
    for seed in 0..<20_000 {
      var random = SplitMix(seed: UInt64(seed))
      let power = Int.random(in: -5..<15, using: &random)
      var value = Double.random(in: 1..<10, using: &random)
      for _ in 0..<abs(power) { value = power < 0 ? value / 10 : value * 10 }
      guard value >= 1e-5, value < 1e15 else { continue }
      let text = decimalText(value) ?? ""
      #expect(!text.contains("e") && Double(text) == value, "seed \(seed)")
    }
  }
}
