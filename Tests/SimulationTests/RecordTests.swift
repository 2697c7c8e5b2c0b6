import Domain
import Formulas
import Simulation
import Testing

/// Picks by lot.
private struct Lot {
  var state: UInt64

  mutating func pick(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}

extension Formula {
  /// The formula and everything it is made of.
  fileprivate var all: [Formula] { [self] + parts.flatMap(\.all) }
}

struct RecordTests {
  @Test func whatIsKeptCanBeWorkedOutOnceMoreToTheBit() throws {
    let years: Set<Year> = [2024, 2025, 2030, 2031]
    let results = try Cities.hangzhou().plan(to: 2035).run(recording: years)
    let record = try #require(results.record)
    #expect(record.years == years.sorted())
    var lot = Lot(state: 20_210_602)
    let names = record.program.indicators.map(\.name)
    var (found, present) = (0, 0)
    while found < 400 {
      let indicator = try #require(record.indicator(names[lot.pick(names.count)]))
      let formulas = indicator.formula.all.filter { !$0.parts.isEmpty }
      guard !formulas.isEmpty else { continue }
      let formula = formulas[lot.pick(formulas.count)]
      let (area, year) = (lot.pick(results.areas.count), [2025, 2031][lot.pick(2)])
      guard let kept = record.value(of: formula, defining: indicator.name, area: area, year: year),
        let again = record.workedOut(formula, defining: indicator.name, area: area, year: year)
      else { continue }
      found += 1
      if !kept.isNaN { present += 1 }
      #expect(kept.bitPattern == again.bitPattern || kept.isNaN && again.isNaN, "\(formula), \(area), \(year)")
      let (value, result) = (
        record.value(of: indicator.name, area: area, year: year),
        record.workedOut(indicator.name, area: area, year: year)
      )
      #expect(
        value?.bitPattern == result?.bitPattern || value?.isNaN == true && result?.isNaN == true, "\(indicator.name)")
      if indicator.isPublished, let value, !value.isNaN {
        #expect(results.value(indicator.name, area: area, year: year) == value)
      }
    }
    #expect(present > 200)
  }

  @Test func whatIsNotKeptIsNotMadeUp() throws {
    let results = try Cities.tinytown().plan().run(recording: [2025])
    let record = try #require(results.record)
    #expect(record.value(of: "care.beds.stock", area: 0, year: 2026) == nil)
    #expect(record.value(of: "no.such", area: 0, year: 2025) == nil)
    let unknown = Formula.parameter(Parameter("no.such", .share, 0...1, .fact)) * .one
    #expect(record.value(of: unknown, defining: "care.beds.stock", area: 0, year: 2025) == nil)
    #expect(try Cities.tinytown().plan().run().record == nil)
  }
}
