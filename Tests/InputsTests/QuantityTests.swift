import Domain
import Inputs
import TestSupport
import Testing

struct QuantityTests {
  private func problem(_ text: String, _ unit: Unit) -> Problem? {
    if case .failure(let error) = Quantity.read(text, as: unit) { error.problem } else { nil }
  }

  private static let readings: [(String, Unit, Double)] = [
    ("900 张", .beds, 900), ("900张", .beds, 900), ("900", .beds, 900), ("0.09 万张", .beds, 900),
    ("55.8%", .share, 0.558), ("0.558", .share, 0.558), ("5.58e-1", .share, 0.558), ("558‰", .share, 0.558),
    ("-0.6%", .share, -0.006), ("−0.6%", .share, -0.006), ("+3%", .share, 0.03),
    ("15000 元/人·年", .yuanPerPersonYear, 15_000), ("1250 元/人·月", .yuanPerPersonYear, 15_000),
    ("15000 元/人·年", .yuanPerPersonMonth, 1250), ("1.5 万元/人/年", .yuanPerPersonYear, 15_000),
    ("2 亿元", .yuan, 2e8), ("1.2e4 元", .yuan, 12_000), ("11 张/万人", .bedsPerTenThousand, 11),
    ("25.6 万人", .persons, 256_000), ("18 小时/人·月", .hoursPerPersonMonth, 18), ("2 小时", .minutes, 120),
    ("1.5 万小时", .hours, 15_000), ("90 分钟", .hours, 1.5),
    ("75 岁", .years, 75), ("1.5 倍", .ratio, 1.5),
  ]

  @Test func numbersAreReadInTheUnitAskedFor() throws {
    for (text, unit, value) in Self.readings {
      let found = try Quantity.read(text, as: unit).get()
      #expect(abs(found - value) <= 1e-15 * abs(value), "\(text)")
    }
  }

  @Test func percentagesAreTheNearestNumbers() throws {
    for hundredths in 0...10_000 {
      let text = "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
      let found = try Quantity.read("\(text)%", as: .share).get()
      #expect(found == Double("\(text)e-2"), "\(text)%")
    }
    #expect(try Quantity.read("55.8%", as: .share).get() == 0.558)
    #expect(try Quantity.read("1.1 万元", as: .yuan).get() == 11_000)
  }

  @Test(arguments: ["", "张", "abc", "1..2 张", "--1", "nan", "inf", "1e999 张", "一百 张"])
  func otherTextIsNoNumber(text: String) {
    #expect(problem(text, .beds) == .notANumber(text: text))
  }

  @Test(arguments: ["1 亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿·亿张", "9e307 万张"])
  func aNumberWithItsUnitIsFinite(text: String) {
    #expect(problem(text, .beds) == .notANumber(text: text))
  }

  @Test func aMessageDoesNotRepeatALongText() throws {
    let found = try #require(problem(String(repeating: "9", count: 4_000) + " 张", .beds))
    #expect(found.message(.en).unicodeScalars.count < 500)
  }

  @Test func anotherUnitIsRefused() {
    let expected = Problem.wrongUnit(text: "16000 元", examples: ["元/人·年", "元/人·月"])
    #expect(problem("16000 元", .yuanPerPersonYear) == expected)
    #expect(problem("3 苹果", .beds) == .wrongUnit(text: "3 苹果", examples: ["张"]))
    #expect(problem("5%", .beds) == .wrongUnit(text: "5%", examples: ["张"]))
  }

  @Test func aShareOfPeopleIsNeverInDaysAYearNorDaysAYearInPerCent() {
    #expect(problem("27 天/年", .share) == .wrongUnit(text: "27 天/年", examples: ["%", "0…1"]))
    #expect(problem("5%", .daysPerYear) == .wrongUnit(text: "5%", examples: ["天/年"]))
    #expect(problem("100%", .flag) == .wrongUnit(text: "100%", examples: ["flag"]))
  }

  @Test func whereABareNumberIsClearAnAmountIsStillNoPercentage() throws {
    #expect(try Quantity.read("480", as: .yuan, mayBeBare: true).get() == 480)
    #expect(try Quantity.read("480 万元", as: .yuan, mayBeBare: true).get() == 4_800_000)
    guard case .failure(let error) = Quantity.read("30%", as: .yuan, mayBeBare: true) else {
      Issue.record("30% is an amount")
      return
    }
    #expect(error.problem == .wrongUnit(text: "30%", examples: ["元", "万元", "亿元"]))
  }

  @Test func bareNumbersAreRefusedWhereTheyCouldBeMisread() {
    #expect(problem("16000", .yuanPerPersonYear) == .missingUnit(text: "16000", examples: ["元/人·年", "元/人·月"]))
    #expect(problem("16000", .yuan) == .missingUnit(text: "16000", examples: ["元", "万元", "亿元"]))
    #expect(problem("18", .hoursPerPersonMonth) == .missingUnit(text: "18", examples: ["小时/人·月"]))
  }

  @Test(arguments: [
    ("1,500 张", "1,500 张", "1500 张"), ("1，500 张", "1,500 张", "1500 张"), ("1,234,567 张", "1,234,567 张", "1234567 张"),
    ("12 000 张", "12 000 张", "12000 张"), ("12_000 张", "12_000 张", "12000 张"), ("12'000张", "12'000张", "12000张"),
  ])
  func groupedDigitsAreRefusedWithWhatToWrite(text: String, shown: String, instead: String) {
    #expect(problem(text, .beds) == .groupedDigits(text: shown, instead: instead))
  }

  @Test(arguments: [
    ("28,5%", "28.5%"), ("0,897", "0.897"), ("-0,897", "-0.897"), ("1,25 倍", "1.25 倍"), ("1，5", "1.5"),
    ("1,1000", "1.1000"),
  ])
  func decimalCommasAreToldFromGroupedDigits(text: String, instead: String) {
    let shown = String(text.map { $0 == "，" ? "," : $0 })
    #expect(problem(text, .share) == .decimalComma(text: shown, instead: instead))
  }

  @Test func twoNumbersAreNoGroupedDigits() {
    #expect(problem("1.2 1.3", .ratio) == .wrongUnit(text: "1.2 1.3", examples: ["ratio"]))
  }

  @Test(arguments: [("９００ 张", 900.0), ("１２．５ 张", 12.5), ("９００张", 900)])
  func digitsOfFullWidthAreRead(text: String, value: Double) throws {
    #expect(try Quantity.read(text, as: .beds).get() == value)
  }

  @Test func signsOfChineseTypingAreNamed() {
    #expect(problem("“900 张”", .beds) == .chineseQuotes(text: "“900 张”", instead: "900 张"))
    #expect(problem("｛2026: 900 张｝", .beds) == .fullWidth(sign: "｛", needed: "{"))
  }

  @Test func anAmountAYearIsOneForEachPersonWhereThatIsWanted() throws {
    #expect(try Quantity.read("960 元/年", as: .yuanPerPersonMonth).get() == 80)
    #expect(try Quantity.read("80 元/月", as: .yuanPerPersonYear).get() == 960)
    #expect(problem("960 元", .yuanPerPersonMonth) != nil)
    #expect(problem("960 元/年", .yuanPerHour) != nil)
  }
}

struct QuantityWritingTests {
  @Test(arguments: [
    (0.558, Unit.share, "55.8%"), (0, .share, "0%"), (1, .share, "100%"), (-0.006, .share, "-0.6%"),
    (900, .beds, "900 张"), (0.1, .ratio, "0.1"), (1, .flag, "1"), (15_612, .yuanPerPersonYear, "15612 元/人·年"),
    (150_000, .yuan, "15 万元"), (3.2e8, .yuan, "3.2 亿元"), (12, .yuan, "12 元"), (0, .yuan, "0 元"),
    (23, .personsPerTenThousand, "23 人/万人"), (18, .hoursPerPersonMonth, "18 小时/人·月"), (75, .years, "75 岁"),
    (60, .yuanPerHour, "60 元/小时"), (30, .minutes, "30 分钟"),
  ])
  func valuesAreWrittenAsPeopleWriteThem(value: Double, unit: Unit, text: String) {
    #expect(Quantity.written(value, in: unit) == text)
  }

  @Test func whatIsWrittenIsReadBackToTheBit() throws {
    var random = SplitMix(seed: 17)
    for unit in Unit.all {
      for largest in [1e-3, 1, 1e3, 1e6, 1e9] {
        let value = Double.random(in: 0..<largest, using: &random)
        let text = Quantity.written(value, in: unit)
        #expect(try Quantity.read(text, as: unit).get() == value, "\(text)")
      }
    }
  }
}
