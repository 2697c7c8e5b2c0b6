import Domain
import Formulas
import Testing

struct ObservationsTests {
  private let observations = Observations([
    Observation(indicator: "a", area: 0, year: 2021, value: 1, evidence: .observed, source: ""),
    Observation(indicator: "a", area: 0, year: 2023, value: 2, evidence: .estimated, source: ""),
    Observation(indicator: "b", area: 2, year: 2022, value: 3, evidence: .enacted, source: ""),
  ])

  @Test func valuesAreFoundByIndicatorAreaAndYear() {
    #expect(observations.value(of: "a", area: 0, year: 2021)?.value == 1)
    #expect(observations.value(of: "a", area: 1, year: 2021) == nil)
    #expect(observations.value(of: "a", area: 0, year: 2022) == nil)
  }

  @Test func onlyEnactedAndObservedValuesAreFirm() {
    #expect(observations.firm("a", area: 0, year: 2021)?.value == 1)
    #expect(observations.firm("b", area: 2, year: 2022)?.value == 3)
    #expect(observations.firm("a", area: 0, year: 2023) == nil)
  }

  @Test func laterValuesAreNotKnownEarlier() {
    #expect(observations.newestYear == 2023)
    let known = observations.known(until: 2022)
    #expect(known.all.map(\.year) == [2021, 2022])
    #expect(known.newestYear == 2022)
    #expect(Observations([]).newestYear == nil)
  }
}
