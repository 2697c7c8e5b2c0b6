import Domain
import Formulas
import Testing

private let western = DistrictMark(id: "western", label: Label(zh: "西部", en: "western counties"))
/// Two urban districts with 10 and 40, a western county with 30, and a city that says 100.
private let bench = Workbench(
  areas: Areas(
    city: Town.areas.city,
    districts: [
      Area(code: "990001", label: Label(zh: "东区", en: "East"), kind: .urban),
      Area(code: "990002", label: Label(zh: "西县", en: "West"), kind: .county, marks: ["western"]),
      Area(code: "990003", label: Label(zh: "南区", en: "South"), kind: .urban),
    ], marks: [western]),
  measures: [measure("a"), measure("gap")],
  found: { name, area, member, _ in
    name == "a" ? [10.0, 30, 40, 100][area] + Double(member) : area == 1 ? .nan : Double(area + 1)
  })
private let a = Formula.measure(measure("a"))
private let gap = Formula.measure(measure("gap"))
private let city = 3

struct EvaluationGroupsTests {
  private func everywhere(_ formula: Formula) -> Double {
    let found = bench.evaluate(formula)
    for area in 0...city { #expect(found("x", area, 2021) == found("x", city, 2021) || found("x", area, 2021).isNaN) }
    return found("x", city, 2021)
  }

  @Test func groupsOfDistrictsAddUp() {
    #expect(everywhere(.overDistricts(a)) == 80)
    #expect(everywhere(.overDistricts(a, of: .urban)) == 50)
    #expect(everywhere(.overDistricts(a, of: .county)) == 30)
    #expect(everywhere(.overDistricts(a, of: .marked(western))) == 30)
    #expect(everywhere(.overDistricts(a, of: .others(western))) == 50)
  }

  @Test func theLargestAndTheSmallestAreFoundInEveryLane() {
    #expect(bench.evaluate(.overDistricts(a, .largest)).members("x", 0, 2021) == (0..<8).map { 40 + Double($0) })
    #expect(bench.evaluate(.overDistricts(a, .smallest)).members("x", 2, 2021) == (0..<8).map { 10 + Double($0) })
    #expect(everywhere(.overDistricts(a, .largest, of: .county)) == 30)
  }

  @Test func aDistrictWithoutAValueIsNeitherLargestNorSmallest() {
    #expect(everywhere(.overDistricts(gap, .largest)) == 3)
    #expect(everywhere(.overDistricts(gap, .smallest)) == 1)
    #expect(everywhere(.overDistricts(gap, .largest, of: .county)).isNaN)
  }

  @Test func aGroupWithoutDistrictsHasNoLargestValue() {
    var urban = bench
    urban.areas = Areas(city: Town.areas.city, districts: [bench.areas.districts[0], bench.areas.districts[2]])
    let found = urban.evaluate([
      indicator("sum", formula: .overDistricts(a, of: .county)),
      indicator("largest", formula: .overDistricts(a, .largest, of: .county)),
      indicator("rate", formula: .overDistricts(a, of: .county) / .overDistricts(a, of: .county)),
    ])
    #expect(found("sum", 0, 2021) == 0)
    #expect(found("largest", 0, 2021).isNaN && found("rate", 0, 2021).isNaN)
  }

  @Test func theCityMayFollowAnotherFormula() {
    let found = bench.evaluate(.inCity(.overDistricts(a), elsewhere: a))
    #expect((0...city).map { found("x", $0, 2021) } == [10, 30, 40, 80])
  }

  @Test func theGeometricMeanIsOfEachAreaAndLane() {
    let found = bench.evaluate(.geometricMean([a, a, a]))
    for area in 0...city {
      for (value, expected) in zip(found.members("x", area, 2021), bench.evaluate(a).members("x", area, 2021)) {
        #expect(agree(value, expected))
      }
    }
  }
}
