import Domain
import Formulas
import Population
import Targets

/// What a run found: the central member's numbers for every indicator, area and year.
public struct Results: Sendable {
  public let plan: Plan
  /// The indicators that are part of the output.
  public let indicators: [Indicator]
  /// Shape `[year][indicator][area]`; not a number where there is no value.
  private var values: [Double] = []
  /// Shape `[year][kind][area]`, the kinds in the order of ``kinds``.
  private var people: [AgeTable] = []
  /// The populations known: residents, and the registered where there are any.
  public let kinds: [PopulationKind]

  init(_ plan: Plan) {
    self.plan = plan
    indicators = plan.model.published
    kinds = plan.city.registered.isEmpty ? [.resident] : [.resident, .registered]
  }

  public var years: ClosedRange<Year> { plan.scenario.horizon }
  public var areas: Areas { plan.city.areas }

  /// The value of an indicator, nil where there is none.
  public func value(_ indicator: Int, area: Int, year: Year) -> Double? {
    let value = values[((year - plan.years.lowerBound) * indicators.count + indicator) * areas.count + area]
    return value.isNaN ? nil : value
  }

  /// The value of an indicator by name, nil where there is none.
  public func value(_ name: String, area: Int, year: Year) -> Double? {
    guard plan.years.contains(year), let index = indicators.firstIndex(where: { $0.name == name }) else { return nil }
    return value(index, area: area, year: year)
  }

  /// The value of an indicator in the city, nil where there is none.
  public func city(_ name: String, _ year: Year) -> Double? { value(name, area: areas.cityIndex, year: year) }

  /// Persons by sex and age at the end of a year.
  public func population(_ kind: PopulationKind, area: Int, year: Year) -> AgeTable {
    guard let order = kinds.firstIndex(of: kind) else { return AgeTable() }
    return people[((year - plan.years.lowerBound) * kinds.count + order) * areas.count + area]
  }

  /// Adds a year; years come one after another.
  mutating func append(_ evaluation: Evaluation, people populations: [People]) {
    for (index, indicator) in evaluation.program.indicators.enumerated() where indicator.isPublished {
      for area in 0..<areas.count { values.append(evaluation.value(index, area: area)[0]) }
    }
    for population in populations {
      var city = AgeTable()
      for district in 0..<areas.cityIndex {
        let table = population.table(district, lane: 0)
        for cell in table.values.indices { city.values[cell] += table.values[cell] }
        people.append(table)
      }
      people.append(city)
    }
  }
}
