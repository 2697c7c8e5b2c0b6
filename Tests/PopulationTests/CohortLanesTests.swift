import Domain
import Formulas
import NumericCore
import Population
import Testing

struct CohortLanesTests {
  @Test func memberOfABlockIsTheSameAlone() throws {
    for anchors in [CohortAnchors(), CohortAnchors(births: 1300, deaths: 8000, total: 236_000, elderly: 92_000)] {
      var town = CohortCase(seed: 9)
      let years = (2021...2023).map { year in (year: year, members: (0..<8).map { _ in town.draw() }) }
      var block = town.people()
      for (year, members) in years { _ = try block.step(town.rates(members), anchors: anchors, year: year) }
      for member in 0..<8 {
        var alone = town.people()
        for (year, members) in years {
          _ = try alone.step(town.rates([members[member]]), anchors: anchors, year: year)
        }
        for district in 0..<CohortCase.districts {
          #expect(block.table(district, lane: member) == alone.table(district, lane: 0), "member \(member)")
        }
      }
    }
  }

  @Test func flowsOfAMemberAreTheSameAlone() throws {
    var town = CohortCase(seed: 10)
    let members = (0..<8).map { _ in town.draw() }
    var block = town.people()
    let flows = try block.step(town.rates(members), year: 2021)
    for (member, rates) in members.enumerated() {
      var alone = town.people()
      let own = try alone.step(town.rates([rates]), year: 2021)
      for district in 0..<CohortCase.districts {
        #expect(flows.births[district][member] == own.births[district][0])
        #expect(flows.deaths[district][member] == own.deaths[district][0])
        #expect(flows.netMigrants[district][member] == own.netMigrants[district][0])
      }
    }
  }
}
