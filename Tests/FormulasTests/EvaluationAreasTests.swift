import Domain
import Formulas
import Testing

/// Three districts with 10, 20 and 30 and a city that says 100.
private let bench = Workbench(
  areas: Areas(
    city: Town.areas.city,
    districts: Town.areas.districts + [Area(code: "990003", label: Label(zh: "北县", en: "North"), kind: .county)]),
  measures: [measure("a")], found: { _, area, _, _ in [10, 20, 30, 100][area] })
private let a = Formula.measure(measure("a"))
private let city = 3

private func values(
  _ aggregation: Indicator.Aggregation, _ observations: [Observation] = [],
  _ observation: Indicator.Observation = .holds,
  _ basis: Indicator.Basis = .simulated, year: Year = 2021
) -> [Double] {
  var bench = bench
  bench.observations = observations
  let found = bench.evaluate([indicator("x", aggregation, observation: observation, basis: basis, formula: a)])
  for area in 0...city {
    let members = found.members("x", area, year)
    #expect(members.allSatisfy { $0.bitPattern == members[0].bitPattern })
  }
  return (0...city).map { found("x", $0, year) }
}

struct EvaluationAreasTests {
  @Test func aSumIsOfItsDistricts() { #expect(values(.sum) == [10, 20, 30, 60]) }

  @Test func aRatioIsOfEachAreasOwnQuantities() { #expect(values(.ratio) == [10, 20, 30, 100]) }

  @Test func aUniformValueIsTheCitysEverywhere() { #expect(values(.uniform) == [100, 100, 100, 100]) }

  @Test func aValueOfTheCityIsTheCitysAlone() {
    let found = values(.city)
    #expect(found[0..<city].allSatisfy(\.isNaN) && found[city] == 100)
  }
}

/// Published values up to the information date.
struct EvaluationObservationsTests {
  @Test func aDistrictsPublishedValueReplacesItsOwnAndAddsUp() {
    #expect(values(.sum, [published(1, 2021, 50)]) == [10, 50, 30, 90])
    #expect(values(.sum, [published(1, 2021, 50)], year: 2022) == [10, 20, 30, 60])
  }

  @Test func theCitysPublishedValueScalesItsDistricts() {
    #expect(values(.sum, [published(city, 2021, 90)]) == [15, 30, 45, 90])
  }

  @Test func theCitysPublishedValueScalesWhatNoDistrictPublished() {
    // 90 − 50 are left for 10 and 30.
    #expect(values(.sum, [published(1, 2021, 50), published(city, 2021, 90)]) == [10, 50, 30, 90])
    #expect(values(.sum, [published(1, 2021, 50), published(city, 2021, 130)]) == [20, 50, 60, 130])
  }

  @Test func districtsThatAllPublishedAddUpToTheCity() {
    let all = [published(0, 2021, 1), published(1, 2021, 2), published(2, 2021, 3), published(city, 2021, 7)]
    #expect(values(.sum, all) == [1, 2, 3, 6])
  }

  @Test func aPublishedUniformValueHoldsEverywhere() {
    #expect(values(.uniform, [published(city, 2021, 7)]) == [7, 7, 7, 7])
  }

  @Test func aPublishedRatioHoldsWhereItWasPublished() {
    #expect(values(.ratio, [published(city, 2021, 7), published(0, 2021, 5)]) == [5, 20, 30, 7])
  }

  @Test func aPublishedValueOfTheCityIsTheCitysAlone() {
    let found = values(.city, [published(city, 2021, 7)])
    #expect(found[0..<city].allSatisfy(\.isNaN) && found[city] == 7)
  }

  @Test func aValueForComparisonDoesNotHold() {
    #expect(values(.sum, [published(city, 2021, 90)], .compares) == [10, 20, 30, 60])
  }

  @Test func onlyFirmValuesHoldWhereTheModelHasItsOwn() {
    #expect(values(.sum, [published(city, 2021, 90, .estimated)]) == [10, 20, 30, 60])
    #expect(values(.uniform, [published(city, 2021, 7, .recalled)], .holds, .carried) == [7, 7, 7, 7])
  }

  @Test func theYearsAfterGoOnFromAPublishedValue() {
    var bench = bench
    bench.observations = [published(city, 2021, 90)]
    let stock = indicator("x", .sum, formula: .opening(a, then: .lastYear(.itself) + a))
    let found = bench.evaluate([stock])
    #expect((0...city).map { found("x", $0, 2020) } == [10, 20, 30, 60])
    #expect((0...city).map { found("x", $0, 2021) } == [15, 30, 45, 90])
    #expect((0...city).map { found("x", $0, 2022) } == [25, 50, 75, 150])
  }
}
