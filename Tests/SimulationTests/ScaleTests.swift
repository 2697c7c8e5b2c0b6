import Domain
import Formulas
import Simulation
import Testing

/// What happens to results when a city is made twice as large, or divided otherwise.
struct ScaleTests {
  /// Counts of people, beds, hours and projects, and money; rates, shares, standards and unit costs stay.
  private static func isCount(_ unit: Unit?, _ name: String) -> Bool {
    [Unit.persons, .beds, .count, .hours, .yuan, .yuanPerYear].contains { $0 == unit }
  }

  /// The fund's limits are whole yuan and its amounts whole fen, so that not everything divides.
  private static func tolerance(_ name: String) -> Double {
    name.hasPrefix("fund.") || name.hasPrefix("fiscal.payer.") ? 1e-5 : 1e-9
  }

  @Test func cityTwiceAsLargeHasTwiceThePeopleBedsWorkersAndCosts() throws {
    let city = try Cities.tinytown()
    func doubled(_ tables: [AgeTable]) -> [AgeTable] {
      tables.map { table in
        var twice = table
        for cell in twice.values.indices { twice.values[cell] *= 2 }
        return twice
      }
    }
    let model = city.model
    let units = Dictionary(uniqueKeysWithValues: model.given.map { ($0.path, $0.unit) })
    let values = city.values.map { path, given in
      (path, ScaleTests.isCount(units[path], path) ? given.mapValues { $0 * 2 } : given)
    }
    let indicators = Dictionary(uniqueKeysWithValues: model.indicators.map { ($0.name, $0.unit) })
    let observations = city.observations.all.map {
      Observation(
        indicator: $0.indicator, area: $0.area, year: $0.year,
        value: ScaleTests.isCount(indicators[$0.indicator], $0.indicator) ? $0.value * 2 : $0.value,
        evidence: $0.evidence,
        source: $0.source)
    }
    let twice = try city.with(
      residents: doubled(city.residents), registered: doubled(city.registered),
      observations: Observations(observations), values: Dictionary(uniqueKeysWithValues: values)
    ).run()
    let once = try city.run()
    // The index has goalposts of its own, which stay.
    for cell in twice.cells where !cell.indicator.name.hasPrefix("index.") {
      let factor = ScaleTests.isCount(cell.indicator.unit, cell.indicator.name) ? 2.0 : 1
      let expected = once.value(cell.indicator.name, area: cell.area, year: cell.year).map { $0 * factor }
      let tolerance = ScaleTests.tolerance(cell.indicator.name)
      #expect(near(cell.value, expected, tolerance), "\(cell.indicator.name), area \(cell.area), \(cell.year)")
    }
  }

  @Test func dividingADistrictInTwoChangesNoCityFigure() throws {
    let city = try Cities.tinytown()
    // The eastern district becomes two halves; the codes keep the first half in its place.
    let east = city.areas.districts[0]
    let half = Area(code: east.code + "1", label: Label(zh: "东二区", en: "East II"), kind: east.kind, marks: east.marks)
    let areas = Areas(city: city.areas.city, districts: city.areas.districts + [half], marks: city.areas.marks)
    #expect(areas.districts.map(\.code) == [east.code, half.code, city.areas.districts[1].code])
    func divided(_ tables: [AgeTable]) -> [AgeTable] {
      var part = tables[0]
      for cell in part.values.indices { part.values[cell] /= 2 }
      return [part, part, tables[1]]
    }
    let values = city.values.map { path, given in
      var given = given
      if let own = given.districts[east.code] {
        // Shares of the city are divided with the district; factors and shifts hold in both halves.
        let isShare = path.hasSuffix("district_share")
        let part = ParameterValues(label: given.label, city: own).mapValues { isShare ? $0 / 2 : $0 }
        given.districts[east.code] = part.city
        given.districts[half.code] = part.city
      }
      return (path, given)
    }
    let observations = city.observations.all.map {
      #expect($0.area == city.areas.cityIndex)
      return Observation(
        indicator: $0.indicator, area: areas.cityIndex, year: $0.year, value: $0.value, evidence: $0.evidence,
        source: $0.source)
    }
    let split = try city.with(
      areas: areas, residents: divided(city.residents), registered: divided(city.registered),
      observations: Observations(observations), values: Dictionary(uniqueKeysWithValues: values)
    ).run()
    let whole = try city.run()
    for indicator in whole.indicators {
      for year in whole.years {
        let expected = whole.city(indicator.name, year)
        // Two halves are as good as each other: what the city hands one of them more limits what it may change the next
        // year.
        let isOfTies = indicator.name.hasPrefix("fund.eldercare_share")
        let tolerance = isOfTies ? 1e-3 : ScaleTests.tolerance(indicator.name)
        #expect(near(split.city(indicator.name, year), expected, tolerance), "\(indicator.name), \(year)")
      }
    }
  }
}
