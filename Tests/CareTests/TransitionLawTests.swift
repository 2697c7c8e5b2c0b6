import Care
import Domain
import Formulas
import NumericCore
import Population
import Testing

/// What the yearly transitions do over years.
struct TransitionLawTests {
  private var town: CareCase {
    var town = CareCase()
    town.districtValues["care.ability.district_shift"] = [-0.1, 0.2]
    return town
  }

  private func eachCell(below open: Int = Age.open.years, _ body: (Ability, Sex, Int, Int) -> Void) {
    for level in Ability.allCases {
      for sex in Sex.allCases {
        for age in 60..<open { for district in 0..<2 { body(level, sex, age, district) } }
      }
    }
  }

  @Test func onsetKeepsThePrevalenceOfTheBaseYear() throws {
    let years = try town.closed(CareCase.people(seed: 1), years: 10)
    for year in [1, 10] {
      eachCell { level, sex, age, district in
        let before = years[0].state.share(level, sex, age, district: district, of: years[0].people)
        let after = years[year].state.share(level, sex, age, district: district, of: years[year].people)
        #expect(abs(after / before - 1) < 1e-9, "\(level) \(sex) \(age), district \(district), year \(year)")
      }
    }
  }

  @Test func levelsMakeUpTheSurvivors() throws {
    let years = try town.closed(CareCase.people(seed: 2), years: 5, onset: 0.03, recovery: -0.02)
    for (people, state) in years {
      for sex in Sex.allCases {
        for age in 60...Age.open.years {
          for district in 0..<2 {
            let sum = Ability.allCases.reduce(0) { $0 + state.share($1, sex, age, district: district, of: people) }
            #expect(abs(sum - 1) < 1e-12, "\(sex) \(age), district \(district)")
          }
        }
      }
    }
  }

  @Test func moreOnsetMeansMoreDisabledPeople() throws {
    let people = CareCase.people(seed: 3)
    func disabled(_ onset: Double, _ recovery: Double = 0) throws -> [Double] {
      try town.closed(people, years: 8, onset: onset, recovery: recovery).map { _, state in
        Ability.disabled.reduce(0) { $0 + state.sum($1.rawValue, district: 0)[0] }
      }
    }
    let (less, level, more) = (try disabled(-0.02), try disabled(0), try disabled(0.02))
    let recovering = try disabled(0, 0.05)
    #expect(less[0] == level[0] && more[0] == level[0])
    for year in 1...8 {
      #expect(less[year] < level[year] && level[year] < more[year], "year \(year)")
      #expect(recovering[year] < level[year], "year \(year)")
    }
  }

  @Test func withoutOnsetNobodyGetsWorse() throws {
    var town = town
    town.values["care.ability.recovery_mild"] = 0
    for level in Ability.impaired { town.values["care.ability.recovery_\(level.name)"] = 0 }
    for level in Ability.impaired { town.values["care.ability.mortality_ratio_\(level.name)"] = 1 }
    let years = try town.closed(CareCase.people(seed: 4), years: 3, onset: -1)
    // Nobody moves and all die alike: every cohort keeps the levels it had.
    eachCell { level, sex, age, district in
      guard age >= 63 else { return }
      let before = years[0].state.share(level, sex, age - 3, district: district, of: years[0].people)
      let after = years[3].state.share(level, sex, age, district: district, of: years[3].people)
      #expect(abs(after / before - 1) < 1e-12, "\(level) \(sex) \(age)")
    }
  }

  /// With a prevalence that is the same at all ages and one death rate for all, onset is constant: a = r p / (1 − p).
  ///
  /// From twice the onset on, every cohort goes to a / (a + r) by the factor 1 − a − r a year.
  @Test func twoLevelsUnderConstantRatesFollowTheirClosedForm() throws {
    var town = CareCase()
    for level in Ability.impaired {
      for name in ["slope", "women"] { town.values["care.ability.\(level.name).\(name)"] = 0 }
      town.values["care.ability.\(level.name).intercept"] = -20
      town.values["care.ability.mortality_ratio_\(level.name)"] = 1
    }
    let p = 0.1
    town.values["care.ability.mild.intercept"] = naturalLogarithm(p / (1 - p))
    town.values["care.ability.recovery_mild"] = 0.2
    town.values["care.ability.recovery_slope"] = 0
    let (a, r) = (2 * 0.2 * p / (1 - p), 0.2)
    let model = try town.model(CareCase.people(seed: 5))
    var people = CareCase.people(seed: 5)
    var state = model.opening(people)
    var power = 1.0
    for year in 1...12 {
      people = town.aged(people)
      try town.advance(model, &state, to: people, onset: year == 1 ? 1 : 0, year: 2020 + year)
      power *= 1 - a - r
      let expected = a / (a + r) + (p - a / (a + r)) * power
      for age in [60 + year, 80, 99] {
        let found = state.share(.mild, .female, age, district: 1, of: people)
        // The levels beyond mild hold two people in a thousand million.
        #expect(abs(found / expected - 1) < 1e-7, "year \(year), age \(age)")
      }
    }
  }

  @Test func prevalenceThatFallsWithAgeNeedsNegativeOnset() {
    var falling = CareCase()
    falling.values["care.ability.mild.slope"] = -0.15
    for level in Ability.impaired { falling.values["care.ability.recovery_\(level.name)"] = 0 }
    let error = #expect(throws: AbilityError.self) { try falling.model(CareCase.people(seed: 1)) }
    guard case .negativeOnset(.intact, _, 61, _, let rate)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(rate < 0)
  }

  @Test func prevalenceThatRisesTooFastNeedsMoreThanEveryone() {
    var steep = CareCase()
    for level in Ability.impaired { steep.values["care.ability.\(level.name).slope"] = 0.05 }
    steep.values["care.ability.mild.intercept"] = 0
    steep.values["care.ability.moderate.slope"] = 1
    steep.values["care.ability.recovery_mild"] = 0.5
    steep.values["care.ability.recovery_slope"] = 0
    let error = #expect(throws: AbilityError.self) { try steep.model(CareCase.people(seed: 1)) }
    guard case .tooManyLeave(.mild, _, let age, _, let rate)? = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(rate > 1 && (61...99).contains(age))
  }
}
