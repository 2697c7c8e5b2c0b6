import Care
import Domain
import Formulas
import NumericCore
import Population
import Testing

struct HealthExpectanciesTests {
  private func years(_ levels: [LaneVector]) -> [Double] { levels.map { $0[0] } }

  private func total(_ levels: [LaneVector]) -> Double { years(levels).reduce(0, +) }

  /// A town where next to nobody is impaired: odds of e⁻⁴³ at most.
  private var healthy: CareCase {
    var town = CareCase()
    town.values["care.ability.reference_age"] = 120
    for level in Ability.impaired {
      town.values["care.ability.\(level.name).intercept"] = -20
      town.values["care.ability.\(level.name).slope"] = 1
    }
    return town
  }

  private func expectancies(_ town: CareCase, onset: Double = 0) throws -> HealthExpectancies {
    let people = CareCase.people(seed: 1)
    let model = try town.model(people)
    var state = model.opening(people)
    if onset != 0 { try town.advance(model, &state, to: town.aged(people), onset: onset) }
    return model.expectancies(state, town.survivorship)
  }

  /// The city's life table on its own.
  @Test func allYearsAreTheLifeTables() throws {
    let found = try expectancies(CareCase())
    for sex in Sex.allCases {
      let expected = try LifeTable(mx: CareCase.rates(sex), sex: sex).ex[60]
      #expect(abs(total(found.sullivan[sex.rawValue]) / expected - 1) < 1e-12)
      #expect(abs(total(found.multistate[sex.rawValue]) / expected - 1) < 1e-12)
    }
  }

  @Test func everyoneIntactLivesAllYearsIntact() throws {
    let found = try expectancies(healthy)
    for sex in Sex.allCases {
      let expected = try LifeTable(mx: CareCase.rates(sex), sex: sex).ex[60]
      #expect(abs(years(found.sullivan[sex.rawValue])[0] / expected - 1) < 1e-12)
      #expect(abs(years(found.multistate[sex.rawValue])[0] / expected - 1) < 1e-12)
    }
  }

  @Test func bothMethodsAgreeUnderTheBaseYearsRates() throws {
    let found = try expectancies(CareCase())
    for sex in Sex.allCases {
      let (sullivan, multistate) = (years(found.sullivan[sex.rawValue]), years(found.multistate[sex.rawValue]))
      for level in Ability.allCases {
        #expect(abs(multistate[level.rawValue] / sullivan[level.rawValue] - 1) < 0.02, "\(sex) \(level)")
      }
    }
  }

  @Test func withoutOnsetThoseIntactStayIntact() throws {
    var town = CareCase()
    for level in Ability.impaired {
      town.values["care.ability.recovery_\(level.name)"] = 0
      town.values["care.ability.mortality_ratio_\(level.name)"] = 1
    }
    let found = try expectancies(town, onset: -1)
    let people = CareCase.people(seed: 1)
    let opening = try town.model(people).opening(people)
    for sex in Sex.allCases {
      let levels = years(found.multistate[sex.rawValue])
      for level in Ability.allCases {
        let share = opening.share(level, sex, 60, district: 0, of: people)
        #expect(abs(levels[level.rawValue] / total(found.multistate[sex.rawValue]) / share - 1) < 1e-12, "\(level)")
      }
    }
  }

  @Test func moreOnsetMeansFewerIntactYearsAndNoFewerInAll() throws {
    let (level, more) = (try expectancies(CareCase(), onset: 1e-9), try expectancies(CareCase(), onset: 0.2))
    for sex in Sex.allCases {
      #expect(years(more.multistate[sex.rawValue])[0] < years(level.multistate[sex.rawValue])[0])
      #expect(abs(total(more.multistate[sex.rawValue]) / total(level.multistate[sex.rawValue]) - 1) < 1e-12)
    }
  }

  @Test func measuresAddUpTheBetterLevels() throws {
    let found = try expectancies(CareCase())
    #expect(Care.expectancyMeasures.count == 10)
    for measure in Care.expectancyMeasures {
      #expect(found.years(measure)[0] > 0)
      #expect(found.years(measure)[0] <= total(found.sullivan[0]) + total(found.sullivan[1]))
    }
    #expect(Set(Care.expectancyMeasures.map(\.measure.name)).count == 10)
  }
}
