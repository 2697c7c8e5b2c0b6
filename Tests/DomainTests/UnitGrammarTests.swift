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
