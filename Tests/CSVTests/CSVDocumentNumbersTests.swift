import CSV
import TestSupport
import Testing

struct CSVDocumentNumbersTests {
  private func document(_ field: String) -> CSVDocument {
    CSVReader.read(Array("a\n\(field)\n".utf8)).document
  }

  @Test(
    arguments: [
      ("0", 0), ("-12.50", -12.5), ("+3", 3), ("0.1", 0.1), (".5", 0.5), ("1e3", 1000),
      ("9007199254740993", 9_007_199_254_740_992), ("0.30000000000000004", 0.1 + 0.2),
      ("100000000000000000000000", 1e23),
      ("9999999999999999999", 1e19), ("5e-324", .leastNonzeroMagnitude),
      ("\"7\"", 7),
    ] as [(String, Double)])
  func decimalsAreRead(_ text: String, _ value: Double) {
    #expect(document(text).double(row: 0, column: 0) == value)
  }

  @Test(arguments: [
    "", " ", "nan", "inf", "-infinity", "0x10", "1 000", "1,5", "1.2.3", "-", "+", ".", "e5", "12%",
    "1e999", "１２", "--1", "\"1\"\"\"",
  ])
  func wordsAndOddFormsAreNoNumbers(_ text: String) {
    let field = text.contains(",") ? "\"\(text)\"" : text
    #expect(document(field).double(row: 0, column: 0) == nil)
    #expect(document(field).integer(row: 0, column: 0) == nil)
  }

  @Test func wholeNumbersHaveNoPoint() {
    #expect(document("-42").integer(row: 0, column: 0) == -42)
    #expect(document("007").integer(row: 0, column: 0) == 7)
    #expect(document("1.0").integer(row: 0, column: 0) == nil)
    #expect(document("1e3").integer(row: 0, column: 0) == nil)
    #expect(document("\(Int.min)").integer(row: 0, column: 0) == Int.min)
    #expect(document("9223372036854775808").integer(row: 0, column: 0) == nil)
  }

  @Test func randomDecimalsAreRoundedAsTheLanguageDoes() {
    for seed in 0..<20_000 {
      var random = SplitMix(seed: UInt64(seed))
      let digits = String(random.next() >> UInt64.random(in: 0..<64, using: &random))
      let point = Int.random(in: 0...digits.count, using: &random)
      let text = digits.prefix(point) + "." + digits.dropFirst(point)
      #expect(document(String(text)).double(row: 0, column: 0) == Double(text), "seed \(seed)")
    }
  }
}
