import Domain
import Formulas
import TestSupport
import Testing

private let a = Formula.measure(measure("a"))
private let b = Formula.measure(measure("b"))
private let c = Formula.measure(measure("c"))
private let line = Formula.parameter(Parameter("line", .ratio, 0...1e6, .fact))

/// The cells of the town's workbook: a letter, the area, the year.
private func cell(_ formula: Formula, _ area: Int, _ year: Year) -> String? {
  switch formula.leaf {
  case .measure(let measure): "\(measure.name.uppercased())\(area)_\(year)"
  case .parameter(let parameter, _): "\(parameter.path)\(area)_\(year)"
  default: nil
  }
}

private func sheet() -> Spreadsheet { Spreadsheet(areas: Town.areas, baseYear: 2020, cell: cell) }
private func written(_ formula: Formula, _ area: Int = Town.east, _ year: Year = 2021) -> String {
  sheet().expression(of: formula, area: area, year: year)
}

struct SpreadsheetTests {
  @Test func operatorsStandBetweenCells() {
    #expect(written(a + b - (a - b)) == "A0_2021+B0_2021-(A0_2021-B0_2021)")
    #expect(written((a + b) / (a * b)) == "(A0_2021+B0_2021)/(A0_2021*B0_2021)")
    #expect(written(.tenThousand * a * .monthsPerYear) == "10000*A0_2021*12")
  }

  @Test func everyNodeHasAFormThatExcel2010Knows() {
    let expected: [(Formula, String)] = [
      (.smaller(a, b), "MIN(A0_2021,B0_2021)"), (.larger(a, .zero(.persons)), "MAX(A0_2021,0)"),
      (.present(a, else: b), "IFERROR(A0_2021,B0_2021)"), (.lastYear(a + b), "A0_2020+B0_2020"),
      (.roundedUp(a, to: b), "CEILING(ROUND(A0_2021/B0_2021,9),1)*B0_2021"),
      (.overDistricts(a * b), "SUM(A0_2021*B0_2021,A1_2021*B1_2021)"),
      (.overDistricts(a, of: .county), "SUM(A1_2021)"), (.overDistricts(a, of: .marked(Town.western)), "0"),
      (.overDistricts(a, .largest, of: .marked(Town.western)), "NA()"),
      (.geometricMean([a, b]), "POWER(PRODUCT(A0_2021,B0_2021),1/2)"),
    ]
    for (formula, text) in expected { #expect(written(formula) == text) }
  }

  @Test func theBaseYearHasItsOpeningAndNoYearBefore() {
    let stock = Formula.opening(a, then: .lastYear(b))
    #expect(written(stock, Town.east, 2020) == "A0_2020")
    #expect(written(stock, Town.east, 2021) == "B0_2020")
    #expect(written(.lastYear(b), Town.east, 2020) == "NA()")
    #expect(written(.lastYear(line), Town.east, 2020) == "line0_2019")
  }

  @Test func theCityHasAFormOfItsOwn() {
    let formula = Formula.inCity(.overDistricts(a), elsewhere: b)
    #expect(written(formula, Town.city) == "SUM(A0_2021,A1_2021)")
    #expect(written(formula, Town.west) == "B1_2021")
  }

  /// Random formulas worked out from their cells come to what the model makes of them.
  @Test func aWorkbookComesToTheSame() {
    var dice = Dice(seed: 20_210_602)
    let found: @Sendable (String, Int, Int, Year) -> Double = { name, area, _, year in
      switch (name, area, year) {
      case ("c", 0, _): .nan
      case ("c", _, _): Double(area) - 0.25
      case ("b", _, _): 0.4 + 0.07 * Double(year - 2018)
      default: 1 + 0.5 * Double(area) + 0.3 * Double(year - 2020)
      }
    }
    let bench = Workbench(measures: ["a", "b", "c"].map(measure), found: found)
    for _ in 0..<400 {
      let formula = dice.formula(depth: 4)
      let values = bench.evaluate(formula)
      for area in 0..<3 {
        for year in 2020...2022 {
          var calculator = SheetCalculator { name in
            let parts = name.split(separator: "_")
            return found(parts[0].prefix(1).lowercased(), Int(parts[0].dropFirst()) ?? -1, 0, Int(parts[1]) ?? 0)
          }
          let expected = values("x", area, year)
          let text = written(formula, area, year)
          let result = calculator.value(of: text)
          // Division by zero is no value in a workbook, and endless here.
          let isSame = expected.isFinite ? abs(result - expected) <= 1e-9 * max(1, abs(expected)) : !result.isFinite
          #expect(isSame, "\(formula) is \(expected) and \(text) is \(result)")
        }
      }
    }
  }
}

/// Formulas by lot.
private struct Dice {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  mutating func formula(depth: Int) -> Formula {
    guard depth > 0, roll(5) > 0 else { return [a, b, c][roll(3)] }
    let x = formula(depth: depth - 1)
    let y = formula(depth: depth - 1)
    switch roll(15) {
    case 0: return x + y
    case 1: return x - y
    case 2: return x * y
    case 3: return x / (y * y + .one)
    case 4: return .smaller(x, y)
    case 5: return .larger(x, y)
    case 6: return .present(x, else: y)
    case 7: return .opening(x, then: y)
    case 8: return .lastYear(x)
    case 9: return .overDistricts(x)
    case 10: return .overDistricts(x, roll(2) == 0 ? .largest : .smallest)
    case 11: return .inCity(x, elsewhere: y)
    case 12: return .roundedUp(x, to: b)
    case 13: return .geometricMean([a, b, a * b])
    default: return .logNormal(roll(2) == 0 ? .share : .gap, below: a, mean: a * b, deviation: b)
    }
  }
}
