import Domain
import Formulas
import Programmes
import Testing

/// Programmes as a row of the dataset describes them.
struct ProgrammeTests {
  private func programme(_ unit: Domain.Unit, driver: Programme.Driver? = nil) -> Programme {
    Programme(id: "stations", zone: "a", unit: unit, label: Label(zh: "社工站", en: "stations"), driver: driver)
  }

  @Test func aPathWinsAndTheLastLevelIsCarriedOn() {
    let programme = programme(.count)
    #expect(programme.level.name == "programmes.stations.level" && programme.level.basis == .carried)
    #expect(programme.level.formula == .present(.parameter(programme.path), else: .lastYear(.itself)))
    #expect(programme.path.role == .lever && programme.path.unit == .count)
  }

  @Test func aShareHasNoPathAboveTheWhole() {
    #expect(programme(.share).path.range == 0...1)
    #expect(programme(.count).path.range.upperBound > 1e9)
  }

  @Test func aProgrammeWithADriverFollowsIt() throws {
    let rate = Indicator.Reference(name: "programmes.rate.level", unit: .share)
    let volume = Indicator.Reference(name: "population.deaths", unit: .persons)
    let level = programme(.persons, driver: Programme.Driver(rate: rate, volume: volume)).level
    #expect(level.formula.mentioned == [rate.name, volume.name] && level.basis == .simulated)
    try level.checkUnits()
    #expect(throws: UnitClash.self) {
      try programme(.yuan, driver: Programme.Driver(rate: rate, volume: volume)).level.checkUnits()
    }
  }

  @Test func costsAreSpreadByPeopleOfADistrict() {
    let names = Programme.Spread.allCases.map(\.people.name)
    #expect(Set(names).count == names.count)
    #expect(Programme.Spread.allCases.map(\.people).allSatisfy { $0.aggregation == .sum && $0.unit == .persons })
  }
}
