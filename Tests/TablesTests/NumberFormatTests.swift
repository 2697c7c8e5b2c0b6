import Tables
import TestSupport
import Testing

struct NumberFormatTests {
  @Test func thousandsAreGrouped() {
    #expect(NumberFormat(decimals: 1).text(1_196.5) == "1 196.5")
    #expect(NumberFormat().text(12_345_678) == "12 345 678")
    #expect(NumberFormat().text(999) == "999")
    #expect(NumberFormat(grouping: .narrowNoBreakSpace).text(12_345) == "12\u{202F}345")
    #expect(NumberFormat.year.text(2025) == "2025")
  }

  @Test(
    arguments: [
      (1.005, 2, "1.01"), (2.675, 2, "2.68"), (0.5, 0, "1"), (-0.5, 0, "−1"), (-2.5, 0, "−3"),
      (0.4999, 0, "0"), (999.95, 1, "1 000.0"), (0.05, 1, "0.1"), (0.049, 1, "0.0"),
      (0.005, 1, "0.0"),
      (9.99, 1, "10.0"), (1e-7, 3, "0.000"), (1e21, 0, "1 000 000 000 000 000 000 000"),
      (0, 2, "0.00"),
    ] as [(Double, Int, String)])
  func halvesGoAwayFromZeroAsInDecimalText(_ value: Double, _ decimals: Int, _ text: String) {
    #expect(NumberFormat(decimals: decimals).text(value) == text)
  }

  @Test func nothingThatRoundsToZeroHasASign() {
    #expect(NumberFormat().text(-0.4) == "0")
    #expect(NumberFormat(decimals: 1, sign: .always).text(-0.04) == "0.0")
    #expect(NumberFormat(sign: .always).text(-0.0) == "0")
  }

  @Test func signsAreShownWhereAskedFor() {
    #expect(NumberFormat(sign: .always).text(9_999) == "+9 999")
    #expect(NumberFormat(sign: .always).text(-9_999) == "−9 999")
  }

  @Test func unitsMoveThePointOnly() {
    #expect(NumberFormat.percent().text(0.6545) == "65.5%")
    #expect(NumberFormat.percent(decimals: 0).text(0.285) == "29%")
    #expect(NumberFormat.percent(decimals: 2).text(0.07) == "7.00%")
    #expect(NumberFormat(decimals: 1, scale: .wan).text(11_965_000) == "1 196.5")
    #expect(NumberFormat(decimals: 1, scale: .yi, suffix: " 亿元").text(-250_000_000) == "−2.5 亿元")
    #expect(NumberFormat(decimals: 1, scale: .thousandth, suffix: "‰").text(0.0062) == "6.2‰")
  }

  @Test func numbersWithoutValueAreMarked() {
    #expect(NumberFormat().text(.nan) == "")
    #expect(NumberFormat().text(-.infinity) == "−∞")
  }

  @Test func shownNumbersLieWithinHalfAUnit() {
    for seed in 0..<10_000 {
      var random = SplitMix(seed: UInt64(seed))
      let value = Double.random(in: -1e6...1e6, using: &random)
      let text = NumberFormat(decimals: 3, grouping: .none).text(value)
      let ascii = text.hasPrefix("−") ? "-" + text.dropFirst() : text
      let shown = Double(ascii) ?? .nan
      // Half a unit of the third decimal, and the rounding of the difference.
      #expect(abs(shown - value) <= 0.0005 + 1e-9, "seed \(seed)")
    }
  }
}
