import Domain
import Testing

struct AreaTests {
  private let areas = Areas(
    city: Area(code: "990000", label: Label(zh: "小城", en: "Tinytown"), kind: .city),
    districts: [
      Area(code: "990002", label: Label(zh: "西县", en: "West County"), kind: .county, marks: ["western"]),
      Area(code: "990001", label: Label(zh: "东区", en: "East District"), kind: .urban),
    ])

  @Test func districtsStandInTheOrderOfTheirCodesAndTheCityLast() {
    #expect(areas.all.map(\.code) == ["990001", "990002", "990000"])
    #expect(areas.count == 3)
    #expect(areas.cityIndex == 2)
    #expect(areas[0].label.zh == "东区")
    #expect(areas[areas.cityIndex].kind == .city)
  }

  @Test(arguments: [("990002", 1), ("东区", 0), ("West County", 1), ("小城", 2), ("990000", 2)])
  func areasAreFoundByCodeAndByEitherName(text: String, index: Int) {
    #expect(areas.index(of: text) == index)
  }

  @Test func otherNamesAreNotFound() {
    #expect(areas.index(of: "南区") == nil)
    #expect(areas.index(of: "") == nil)
  }
}
