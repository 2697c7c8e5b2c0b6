import Domain
import Testing

struct UnitGrammarTests {
  @Test(arguments: [
    "元/人·年", "元/(人·年)", "元/人/年", "元/人・年", "元／（人·年）", "元 / 人·年", "yuan/person/year", "元/人*年",
  ])
  func oneUnitHasManySpellings(text: String) throws {
    #expect(try #require(Unit(parsing: text)).measuresLike(.yuanPerPersonYear))
  }

  @Test(arguments: [
    ("元/人·月", Unit.yuanPerPersonMonth), ("小时/人·月", .hoursPerPersonMonth), ("张/万人", .bedsPerTenThousand),
    ("beds/10k persons", .bedsPerTenThousand), ("人/万人", .personsPerTenThousand), ("人/张", .personsPerBed),
    ("分钟", .minutes), ("岁", .years), ("张", .beds), ("个", .count), ("share", .share),
  ])
  func spellingsMeanUnitsOfTheModel(text: String, unit: Unit) throws {
    #expect(try #require(Unit(parsing: text)).measuresLike(unit))
  }

  @Test(arguments: [("元", 1.0), ("万元", 1e4), ("亿元", 1e8), ("万人", 1e4), ("%", 0.01), ("％", 0.01), ("‰", 0.001)])
  func prefixesAndPartsScale(text: String, scale: Double) throws {
    #expect(try #require(Unit(parsing: text)).scale == scale)
  }

  @Test func everyListedUnitReadsItsOwnSymbol() {
    for unit in Unit.all { #expect(Unit(parsing: unit.symbol) == unit, "\(unit.symbol)") }
  }

  @Test func symbolsOfListedUnitsAreUnique() {
    #expect(Set(Unit.all.map(\.symbol)).count == Unit.all.count)
    #expect(Set(Unit.all.map { $0.name(.zh) }).count == Unit.all.count)
  }

  /// What a declaration says by hand is what its two names say: quantities above and below the stroke, and scale.
  @Test func bothNamesOfAListedUnitMeanWhatItsDeclarationSays() {
    let words = ["比值", "是否", "版本"]
    for unit in Unit.all where !words.contains(unit.name(.zh)) {
      for text in [unit.symbol, unit.name(.zh)] where text != "%" {
        let read = Unit(parsing: "(\(text))")
        #expect(read.map { $0.measuresLike(unit) && $0.cancelled == unit.cancelled } ?? !unit.isAmount, "\(text)")
      }
    }
  }

  @Test func everyExampleOfAUnitIsTakenForIt() {
    for unit in Unit.all {
      for example in unit.examples where !example.contains("…") {
        #expect(Unit(parsing: example).map(unit.takes) == true, "\(example) for \(unit.symbol)")
      }
    }
  }

  @Test(arguments: [
    ("天/年", Unit.share), ("人/万人", .share), ("%", .daysPerYear), ("‰", .personsPerTenThousand), ("%", .yuan),
    ("元", .share),
    ("%", .flag), ("天/年", .personsPerTenThousand), ("share", .version),
  ])
  func whatIsMeasuredOtherwiseIsNotTaken(text: String, unit: Unit) throws {
    #expect(!unit.takes(try #require(Unit(parsing: text))))
  }

  @Test(arguments: ["", " ", "苹果", "5 元", "元人", "/人", "·", "()", "元/苹果", "萬元"])
  func otherTextIsNoUnit(text: String) {
    #expect(Unit(parsing: text) == nil)
  }

  @Test(arguments: ["元/", "元·", "·元", "元//人", "元/·人", "元(人)"])
  func strokesAndDotsStandBetweenTwoUnits(text: String) {
    #expect(Unit(parsing: text) == nil)
  }
}
