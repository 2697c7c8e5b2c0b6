import Domain
import Formulas
import Testing

private let beds = Formula.parameter(Parameter("care.beds", .beds, 0...1e6, .lever))
private let wage = Parameter("wage", .yuanPerPersonYear, 0...1e6, .fact)
private let people = Formula.measure(Measure("people", .persons, zh: "人", en: "people"))
private let older = Formula.indicator(indicator("older", formula: people))

struct FormulaDescriptionTests {
  private static let both = people + older

  private static let cases: [(Formula, String)] = [
    (both, "people + older"),
    (people - both, "people − (people + older)"),
    ((people - older) - older, "people − older − older"),
    (people - older * older, "people − older × older"),
    (both * beds, "(people + older) × care.beds"),
    (people / (older * beds), "people ÷ (older × care.beds)"),
    (people * older / beds, "people × older ÷ care.beds"),
    (.lastYear(.itself), "last year's itself"),
    (.lastYear(both), "last year's (people + older)"),
    (.opening(people, then: .lastYear(.itself)), "opening(people), then last year's itself"),
    (.larger(people, .smaller(older, .zero(.persons))), "max(people, min(older, 0))"),
    (.present(people, else: older), "(people, else older)"),
    (.overDistricts(people), "Σ districts(people)"),
    (.overDistricts(people, .largest), "max districts(people)"),
    (.overDistricts(people, .smallest, of: .county), "min counties(people)"),
    (.overDistricts(people, of: .marked(Town.western)) / older, "Σ western counties(people) ÷ older"),
    (.inCity(people, elsewhere: older), "(in the city people, elsewhere older)"),
    (.geometricMean([people, older]), "geometric mean(people, older)"),
    (.roundedUp(people, to: older), "round up(people, to older)"),
    (.meanOverYear(wage), "mean over the year(wage)"),
    (.ofCity(wage), "city's wage"),
    (.ownValue(wage), "own wage"),
    (.tenThousand * people, "10 000 × people"),
  ]

  @Test func aFormulaReadsAsItIsWrittenOnPaper() {
    for (formula, text) in Self.cases { #expect(formula.description == text) }
  }
}

struct FormulaInChineseTests {
  private static let cases: [(Formula, String)] = [
    ((people + older) * beds, "(people + older) × care.beds"),
    (.lastYear(people + older), "上年 (people + older)"),
    (.opening(people, then: .lastYear(.itself)), "期初(people)，其后 上年 自身"),
    (.larger(people, .smaller(older, .zero(.persons))), "较大者(people, 较小者(older, 0))"),
    (.present(people, else: older), "(people，无则 older)"),
    (.overDistricts(people), "Σ 各区县(people)"),
    (.overDistricts(people, .smallest, of: .county), "最小 各县（市）(people)"),
    (.inCity(people, elsewhere: older), "(全市 people，区县 older)"),
    (.geometricMean([people, older]), "几何平均(people, older)"),
    (.roundedUp(people, to: older), "向上取整(people，到 older)"),
    (.meanOverYear(wage), "年内均值(wage)"),
    (.ofCity(wage) * .personsPerBed, "全市的 wage × 每床 1 人"),
    (.logNormal(.gap, below: people, mean: older, deviation: .one), "对数正态差距(低于 people，均值 older，标准差 1)"),
  ]

  @Test func aFormulaReadsInChineseToo() {
    for (formula, text) in Self.cases { #expect(formula.text(in: .zh) == text) }
  }

  @Test func leavesMayGoByOtherNames() {
    let text = (people / older).text(in: .zh) { leaf in
      if case .measure(let measure) = leaf { measure.label.zh } else { nil }
    }
    #expect(text == "人 ÷ older")
  }
}

struct FormulaTests {
  @Test func likeFormulasAreOneKey() {
    let twice = [
      people + older, people + older, older + people, .overDistricts(people), .overDistricts(people, .largest),
    ]
    #expect(Set(twice).count == 4)
    #expect(Set([Formula.smaller(people, older), .larger(people, older), people - older, people / older]).count == 4)
  }

  @Test func partsMayBeReplaced() {
    let formula = Formula.larger(people + older, .lastYear(people))
    let replaced = formula.replacing { $0 == people ? beds : nil }
    #expect(replaced == .larger(beds + older, .lastYear(beds)))
  }

  @Test func partsAndParametersStandInTheOrderOfTheFormula() {
    let formula = Formula.larger(.meanOverYear(wage), .lastYear(beds) / people)
    let quotient = Formula.lastYear(beds) / people
    #expect(formula.parts == [.meanOverYear(wage), quotient])
    #expect(formula.parameters.map(\.path) == ["wage", "care.beds"])
    #expect(people.parts.isEmpty && people.parameters.isEmpty)
  }

  @Test func aTotalAddsFromLeftToRight() {
    let byHand = (people + older) + beds
    #expect(Formula.total([people, older, beds]) == byHand)
    #expect(Formula.total([people]) == people)
  }
}

struct FormulaUnitsTests {
  private func unit(_ formula: Formula) throws(UnitClash) -> Unit { try formula.unit(of: .persons) }

  private static let like: [(Formula, Unit)] = [
    (.parameter(wage) * people, Unit("yuan/year", Dimension(yuan: 1, years: -1))),
    (beds / people * .personsPerBed, .ratio),
    (.tenThousand * beds / people, .bedsPerTenThousand),
    (.parameter(wage) / .monthsPerYear, .yuanPerPersonMonth),
  ]

  @Test func unitsMultiplyAndDivide() throws {
    for (formula, expected) in Self.like {
      let found = try unit(formula)
      #expect(found.measuresLike(expected), "\(formula)")
    }
  }

  @Test func addingUnlikeQuantitiesIsAClashThatIsNamed() {
    let clash = UnitClash(formula: "care.beds + people", left: "beds", right: "persons")
    let sum = beds + people
    #expect(throws: clash) { try unit(sum) }
    #expect(throws: clash) { try unit(sum * older) }
    #expect(clash.description == "beds and persons do not fit in care.beds + people")
  }

  @Test func everyComparisonNeedsLikeQuantities() {
    let formulas: [Formula] = [
      beds - people, .smaller(beds, people), .larger(beds, people), .present(beds, else: people),
      .opening(beds, then: people), .roundedUp(beds, to: people), .larger(beds, .zero(.persons)),
      .lastYear(beds + people), .overDistricts(beds + people), beds + .itself, .inCity(beds, elsewhere: people),
      .geometricMean([people, beds]), .overDistricts(beds + people, .largest),
    ]
    for formula in formulas { #expect(throws: UnitClash.self, "\(formula)") { try unit(formula) } }
  }

  @Test func anIndicatorsFormulaMustYieldItsUnit() throws {
    try indicator("older", .sum, formula: people + .lastYear(.itself)).checkUnits()
    #expect(throws: UnitClash(formula: "older = care.beds", left: "persons", right: "beds")) {
      try indicator("older", formula: beds).checkUnits()
    }
  }

  @Test func monthsAndYearsAreNotTheSame() {
    let monthly = Parameter("monthly", .yuanPerPersonMonth, 0...1e6, .fact)
    #expect(throws: UnitClash.self) { try unit(.parameter(wage) + .parameter(monthly)) }
  }
}
