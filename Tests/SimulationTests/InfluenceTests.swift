import Domain
import Formulas
import Simulation
import Testing

/// What is said to move what, held against runs in which each parameter is moved.
struct InfluenceTests {
  /// A tenth off, within the range; nil where there is nothing to move.
  private static func moved(_ parameter: Parameter, from value: Double) -> Double? {
    let (low, high) = (parameter.range.lowerBound, parameter.range.upperBound)
    let step = parameter.isWhole ? 1 : max(abs(value) * 0.1, 0.01)
    return [value - step, value + step].first { (low...high).contains($0) }
  }

  @Test func nothingElseMovesInARun() throws {
    let city = try Cities.tinytown()
    let influence = Influence(city)
    let baseline = try city.run(to: 2026)
    var tried = 0
    for parameter in city.model.parameters {
      guard let value = city.allValues[parameter.path]?.all.last?.value,
        let changed = InfluenceTests.moved(parameter, from: value)
      else { continue }
      let points = [Override.Point(from: Day(firstOf: city.baseYear), value: changed)]
      // Some shares must add up to one, and some changes make no city that can be run.
      guard
        let after = try? city.run(
          [(parameter.path, .points(points))], everywhere: parameter.scope == .district, to: 2026)
      else { continue }
      tried += 1
      let said = Set(influence.indicators(movedBy: parameter.path).map(\.indicator.name))
      for (old, new) in zip(baseline.cells, after.cells) where old.value?.bitPattern != new.value?.bitPattern {
        #expect(said.contains(old.indicator.name), "\(parameter.path) moves \(old.indicator.name)")
      }
    }
    #expect(tried > 300)
  }

  @Test(arguments: Cities.names) func bothWaysAgree(name: String) throws {
    let city = try Cities.city(named: name)
    let influence = Influence(city)
    for indicator in city.model.published.prefix(60) {
      for (parameter, steps) in influence.parameters(moving: indicator.name) {
        let back = influence.indicators(movedBy: parameter.path).first { $0.indicator == indicator }
        #expect(back?.steps == steps, "\(parameter.path) and \(indicator.name)")
      }
    }
  }

  @Test func whatStandsInAFormulaComesFirst() throws {
    let influence = Influence(try Cities.hangzhou())
    let found = influence.parameters(moving: "care.beds.stock")
    #expect(found.first?.steps == 1)
    #expect(found.contains { $0.parameter.path == "care.beds.build" })
    #expect(!found.contains { $0.parameter.path == "benefits.dibao.ratio" })
    // What the fund decides follows from its rules, what people need from births.
    #expect(influence.indicators(movedBy: "fund.eldercare_floor").contains { $0.indicator.name == "fund.spent" })
    #expect(
      influence.indicators(movedBy: "demography.fertility.tfr").contains { $0.indicator.name == "population.births" })
  }
}
