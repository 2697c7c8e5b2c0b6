import Domain
import Formulas
import Testing

struct ResolutionByDistrictTests {
  private let byDistrict = Parameter("p", .ratio, 0...100, .fact, .district)
  private let split = Parameter("p", .beds, 0...1000, .lever, .split)
  private let both = ParameterValues(
    label: Town.label, districts: ["990001": [dated(2020, 1)], "990002": [dated(2020, 2)]])

  @Test func eachDistrictHasItsOwnValues() throws {
    let resolved = try Town.resolve(byDistrict, both)
    #expect(resolved.series(in: Town.east).value(in: 2025).first == 1)
    #expect(resolved.series(in: Town.west).value(in: 2025).first == 2)
    #expect(resolved.series(in: Town.city).value(in: 2025).isAbsent)
  }

  @Test func aDistrictWithoutValuesTakesTheCitys() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 3)], districts: ["990002": [dated(2020, 2)]])
    let resolved = try Town.resolve(byDistrict, values)
    #expect(resolved.districts[Town.east] == nil)
    #expect([Town.east, Town.west, Town.city].map { resolved.series(in: $0).value(in: 2025).first } == [3, 2, 3])
  }

  @Test func aDistrictWhoseValuesAreHiddenTakesTheCitys() throws {
    let values = ParameterValues(
      label: Town.label, city: [dated(2020, 3)], districts: ["990002": [dated(2020, 2, known: 2023)]])
    let early = try Town.resolve(byDistrict, values, knownUntil: 2022)
    #expect(early.series(in: Town.west).value(in: 2020).first == 3)
    let late = try Town.resolve(byDistrict, values, knownUntil: 2023)
    #expect(late.series(in: Town.west).value(in: 2020).first == 2)
  }

  @Test func aDistrictWithoutAnyValueIsReported() {
    let values = ParameterValues(label: Town.label, districts: ["990001": [dated(2020, 1)]])
    #expect(throws: ResolutionError.missingDistrict(path: "p", district: "西县")) {
      try Town.resolve(byDistrict, values)
    }
  }

  @Test func aChangeForTheCityReachesEveryDistrict() throws {
    let resolved = try Town.resolve(byDistrict, both, [change(.add(10, from: 2026, to: nil))])
    #expect([Town.east, Town.west].map { resolved.series(in: $0).value(in: 2026).first } == [11, 12])
  }

  @Test func aNewValueForTheCityLeavesDistrictsWithTheirOwn() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 3)], districts: ["990002": [dated(2020, 2)]])
    for level in [points([2026: 5]), .standing(5)] {
      let set = try Town.resolve(byDistrict, values, [change(level)])
      #expect([Town.east, Town.west, Town.city].map { set.series(in: $0).value(in: 2027).first } == [5, 2, 5])
    }
    // So does one after a scenario gave the district its own.
    let own = [change(points([2026: 9]), district: "990002"), change(points([2026: 5]))]
    let after = try Town.resolve(byDistrict, ParameterValues(label: Town.label, city: [dated(2020, 3)]), own)
    #expect([Town.east, Town.west].map { after.series(in: $0).value(in: 2026).first } == [5, 9])
  }

  @Test func aValueForEveryDistrictReplacesAll() throws {
    let set = try Town.resolve(byDistrict, both, [change(points([2026: 5]), district: Override.everyDistrict)])
    #expect([Town.east, Town.west].map { set.series(in: $0).values(2025...2026) } == [[1, 5], [2, 5]])
    let total = ParameterValues(label: Town.label, city: [dated(2020, 300)], districts: ["990002": [dated(2020, 70)]])
    let each = try Town.resolve(split, total, [change(points([2026: 40]), district: Override.everyDistrict)])
    #expect([Town.east, Town.west].map { each.series(in: $0).value(in: 2026).first } == [40, 40])
    #expect(each.city.value(in: 2026).first == 300)
  }

  @Test func aNewValueForTheCityIsVoidWhereEveryDistrictHasItsOwn() {
    #expect(throws: ResolutionError.voidForCity(path: "p", origin: Town.origin)) {
      try Town.resolve(byDistrict, both, [change(points([2026: 5]))])
    }
  }

  @Test func aChangeForADistrictLeavesTheOthersAlone() throws {
    let resolved = try Town.resolve(byDistrict, both, [change(points([2026: 5]), district: "990002")])
    #expect(resolved.series(in: Town.east).values(2025...2026) == [1, 1])
    #expect(resolved.series(in: Town.west).values(2025...2026) == [2, 5])
  }

  @Test func aDistrictGoesOnFromTheCitysValues() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 3)])
    let resolved = try Town.resolve(byDistrict, values, [change(.add(1, from: 2026, to: 2026), district: "990002")])
    #expect(resolved.series(in: Town.west).values(2025...2027) == [3, 4, 3])
    #expect(resolved.series(in: Town.east).values(2025...2027) == [3, 3, 3])
  }

  @Test func aSplitParameterIsTheCitysUntilADistrictGetsItsOwn() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 300)])
    let resolved = try Town.resolve(split, values, [change(points([2026: 70]), district: "990002")])
    #expect(resolved.districts[Town.east] == nil)
    #expect(resolved.city.values(2025...2026) == [300, 300])
    #expect(resolved.series(in: Town.west).value(in: 2025).isAbsent)
    #expect(resolved.series(in: Town.west).values(2026...2027) == [70, 70])
  }

  @Test func aNewSplitTotalLeavesADistrictsOwnValues() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 300)], districts: ["990002": [dated(2020, 70)]])
    let resolved = try Town.resolve(split, values, [change(points([2026: 600]))])
    #expect(resolved.city.value(in: 2026).first == 600)
    #expect(resolved.series(in: Town.west).value(in: 2026).first == 70)
  }

  @Test func aFactorOnASplitTotalReachesADistrictsOwnValues() throws {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 300)], districts: ["990002": [dated(2020, 70)]])
    let resolved = try Town.resolve(split, values, [change(.multiply(by: 2, from: 2026, to: nil))])
    #expect(resolved.city.value(in: 2026).first == 600)
    #expect(resolved.series(in: Town.west).value(in: 2026).first == 140)
    #expect(resolved.series(in: Town.west).value(in: 2025).first == 70)
  }

  @Test func aShareOfASplitTotalCannotBeAdjusted() {
    let values = ParameterValues(label: Town.label, city: [dated(2020, 300)])
    #expect(throws: ResolutionError.nothingToAdjust(path: "p", origin: Town.origin)) {
      try Town.resolve(split, values, [change(.multiply(by: 2, from: 2026, to: nil), district: "990002")])
    }
  }

  @Test func eachDistrictGrowsByItsOwnIndex() throws {
    let growth = Parameter("growth", .share, -1...1, .uncertainty, .district)
    var values = both
    values.beyond = .index("growth")
    let rates = ParameterValues(
      label: Town.label, districts: ["990001": [dated(2020, 0.5)], "990002": [dated(2020, 1)]])
    let resolved = try Town.resolve([(byDistrict, values), (growth, rates)])
    #expect(resolved.series(in: Town.east).values(2020...2022) == [1, 1.5, 2.25])
    #expect(resolved.series(in: Town.west).values(2020...2022) == [2, 4, 8])
  }
}
