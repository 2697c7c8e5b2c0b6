import Domain
import Formulas
import Testing

/// Two measures: `a` is 10 · area + member + year − 2020, `b` is 4 in every year.
private let bench = Workbench(
  measures: [measure("a"), measure("b")],
  found: { name, area, member, year in name == "a" ? Double(10 * area + member + year - 2020) : 4 })
private let a = Formula.measure(measure("a"))
private let b = Formula.measure(measure("b"))

struct EvaluationTests {
  @Test func arithmeticWorksInEveryAreaAndLane() {
    let cases: [(Formula, (Double) -> Double)] = [
      (a + b, { $0 + 4 }), (a - b, { $0 - 4 }), (a * b, { $0 * 4 }), (a / b, { $0 / 4 }),
      (.smaller(a, b), { min($0, 4) }), (.larger(a, b), { max($0, 4) }),
      (.total([a, b, b]), { $0 + 8 }), (.tenThousand * a, { 10_000 * $0 }), (.monthsPerYear * a, { 12 * $0 }),
      (.personsPerBed * a, { $0 }), (.larger(a, .zero(.persons)), { $0 }),
    ]
    for (formula, expected) in cases {
      let found = bench.evaluate(formula)
      for area in 0...2 {
        let hand = (0..<8).map { expected(Double(10 * area + $0 + 1)) }
        #expect(found.members("x", area, 2021) == hand, "\(formula) in area \(area)")
      }
    }
  }

  @Test func theOpeningIsOfTheBaseYearAlone() {
    let found = bench.evaluate(.opening(b, then: a))
    #expect(found.members("x", Town.west, 2020) == Array(repeating: 4, count: 8))
    #expect(found("x", Town.west, 2021) == 11)
  }

  @Test func lastYearOfItselfMakesAStock() {
    // 4 at the opening, then a of each year on top: in the first district 1 in 2021 and 2 in 2022.
    let found = bench.evaluate(.opening(b, then: .lastYear(.itself) + a))
    #expect([2020, 2021, 2022].map { found("x", Town.east, $0) } == [4, 5, 7])
    #expect(found.members("x", Town.east, 2021) == (0..<8).map { 4 + Double($0) + 1 })
  }

  @Test func lastYearOfAnotherIndicatorMayPointForward() {
    // p and q hand their opening values 0 and 4 to each other.
    let p = indicator("p", formula: .opening(a, then: .lastYear(.indicator(indicator("q", formula: b)))))
    let q = indicator("q", formula: .opening(b, then: .lastYear(.indicator(p))))
    for order in [[p, q], [q, p]] {
      let found = bench.evaluate(order)
      #expect([2020, 2021, 2022].map { found("p", Town.east, $0) } == [0, 4, 0])
      #expect([2020, 2021, 2022].map { found("q", Town.east, $0) } == [4, 0, 4])
    }
  }

  @Test func indicatorsAreFoundWhateverTheirOrder() {
    let part = indicator("part", formula: a)
    let total = indicator("total", formula: .indicator(part) + b)
    #expect(bench.evaluate([total, part])("total", Town.west, 2022) == 16)
    #expect(bench.evaluate([part, total])("total", Town.west, 2022) == 16)
  }

  @Test func lastYearOfAnExpressionIsThatOfItsParts() {
    let found = bench.evaluate(.lastYear(a * b))
    #expect(found("x", Town.east, 2020).isNaN)
    #expect([2021, 2022].map { found("x", Town.west, $0) } == [40, 44])
  }

  @Test func sumsOverDistrictsStandInEveryArea() {
    // East has member + 1, west 11 + member in 2021; the city's own 21 does not count.
    let found = bench.evaluate(.overDistricts(a))
    for area in 0...2 { #expect(found.members("x", area, 2021) == (0..<8).map { Double(12 + 2 * $0) }) }
  }

  @Test func roundingUpLeavesMultiplesWhereTheyAre() {
    func rounded(_ value: Double, to step: Double) -> Double {
      let bench = Workbench(
        measures: [measure("value"), measure("step")], found: { name, _, _, _ in name == "value" ? value : step })
      return bench.evaluate(.roundedUp(.measure(measure("value")), to: .measure(measure("step"))))("x", Town.city, 2020)
    }
    #expect(rounded(13_230.6, to: 12) == 13_236)
    #expect(rounded(13_236, to: 12) == 13_236)
    #expect(rounded(0, to: 12) == 0)
    // 0.1 + 0.2 lies above 0.3 by rounding error only.
    #expect(agree(rounded(0.1 + 0.2, to: 0.1), 0.3))
    #expect(rounded(0.3 + 1e-9, to: 0.1) == 0.4)
    #expect(rounded(-13, to: 12) == -12)
  }

  @Test func theFirstPresentValueCounts() {
    let some = Workbench(
      measures: [measure("a"), measure("b")],
      found: { name, _, member, _ in name == "b" ? 4 : member % 2 == 0 ? .nan : Double(member) })
    #expect(some.evaluate(.present(a, else: b)).members("x", Town.east, 2020) == [4, 1, 4, 3, 4, 5, 4, 7])
  }

  @Test func noValueGoesThroughEveryOperation() {
    let nothing = Formula.measure(measure("nothing"))
    let bench = Workbench(
      measures: [measure("nothing"), measure("b")], found: { name, _, _, _ in name == "b" ? 4 : .nan })
    let formulas: [Formula] = [
      nothing + b, b - nothing, nothing * b, b / nothing, .smaller(nothing, b), .smaller(b, nothing),
      .larger(nothing, b), .larger(b, nothing), .roundedUp(nothing, to: b), .overDistricts(nothing),
      .present(nothing, else: nothing), .lastYear(nothing),
    ]
    for formula in formulas {
      let found = bench.evaluate(formula)
      let isAbsent = found.members("x", Town.east, 2021).allSatisfy { $0.isNaN }
      #expect(isAbsent, "\(formula)")
    }
  }

  @Test func aMemberIsTheSameAloneAndInABlock() {
    let stock = indicator("stock", .sum, formula: .opening(a / b, then: .lastYear(.itself) * a / (a + b)))
    let share = indicator("share", formula: .indicator(stock) / .overDistricts(.larger(a, b)))
    var bench = bench
    bench.found = { name, area, member, year in
      name == "a" ? 1 + 0.1 * Double(7 * area + member) : 0.3 * Double(year - 2018)
    }
    let block = bench.evaluate([share, stock])
    for member in 0..<8 {
      bench.members = member..<member + 1
      let alone = bench.evaluate([share, stock])
      for name in ["stock", "share"] {
        for area in 0...2 {
          for year in 2020...2022 {
            let same = alone(name, area, year).bitPattern == block.members(name, area, year)[member].bitPattern
            #expect(same, "\(name) of member \(member) in area \(area), \(year)")
          }
        }
      }
    }
  }
}
