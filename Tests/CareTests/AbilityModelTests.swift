import Care
import Domain
import Formulas
import NumericCore
import Population
import Testing

struct AbilityModelTests {
  private let town = CareCase()

  @Test func levelsAddUpToPeopleAgedSixtyAndOver() throws {
    var town = town
    town.districtValues["care.ability.district_shift"] = [-0.3, 0.5]
    for seed in 1...20 as ClosedRange<UInt64> {
      var people = CareCase.people(seed: seed)
      let model = try town.model(people)
      var state = model.opening(people)
      for year in 2020...2029 {
        if year > 2020 {
          people = CareCase.people(seed: 100 * seed + UInt64(year))
          try town.advance(model, &state, to: people, onset: -0.01, year: year)
        }
        for district in 0..<2 {
          let counts = CareCase.counts(model, state, district)
          let sum = Ability.allCases.reduce(0) { $0 + (counts["ability.\($1.name)"] ?? .nan) }
          let elderly = people.sum(district, ages: 60...100)[0]
          #expect(abs(sum / elderly - 1) < 1e-12, "seed \(seed), \(year), district \(district)")
          #expect(Ability.allCases.allSatisfy { (counts["ability.\($0.name)"] ?? -1) > 0 }, "seed \(seed)")
        }
      }
    }
  }

  /// What a member's law is does not depend on the members beside it.
  @Test func lawsSideBySideAreThoseOfEachAlone() throws {
    let people = CareCase.people(seed: 3)
    let cases = (0..<LaneVector.scalarCount).map { lane in
      var own = town
      own.values["care.ability.mild.intercept"] = -1.9 + 0.02 * Double(lane)
      own.values["care.ability.recovery_severe"] = 0.05 + 0.005 * Double(lane)
      own.values["care.ability.mortality_ratio_complete"] = 4 + 0.2 * Double(lane)
      own.values["care.dementia.scale"] = 0.8 + 0.04 * Double(lane)
      own.values["care.ability.reading"] = lane % 3 == 0 ? 2 : 1
      own.districtValues["care.ability.district_shift"] = [0.1 * Double(lane) - 0.3, 0.2]
      return own
    }
    let together = try CareCase.model(cases, people)
    var state = together.opening(people)
    let later = CareCase.people(seed: 4)
    for year in 2020...2021 {
      if year > 2020 { try town.advance(together, &state, to: later, onset: 0.01) }
      let sums = together.count(state)
      for (lane, own) in cases.enumerated() {
        let alone = try own.model(people)
        var single = alone.opening(people)
        if year > 2020 { try town.advance(alone, &single, to: later, onset: 0.01) }
        for (place, expected) in alone.count(single).enumerated() {
          #expect(sums[place][lane] == expected[lane], "lane \(lane), \(year), place \(place)")
        }
      }
    }
  }

  @Test func aMemberWithoutALawIsNamed() throws {
    let cases = (0..<LaneVector.scalarCount).map { lane in
      var own = town
      if lane == 5 { own.values["care.ability.mild.slope"] = 0 }
      if lane == 5 { own.values["care.ability.recovery_moderate"] = 0 }
      if lane == 5 { own.values["care.ability.moderate.slope"] = 0.6 }
      return own
    }
    let people = CareCase.people(seed: 3)
    var refused: Int?
    #expect(throws: AbilityError.self) { try CareCase.model(cases, people) { refused = $0 } }
    #expect(refused == 5)
    #expect(throws: AbilityError.self) { try cases[5].model(people) }
  }

  @Test func lawsThatCrossLeaveNoLevelNegative() throws {
    var crossed = town
    crossed.values["care.ability.mild.intercept"] = -6
    crossed.values["care.ability.severe.intercept"] = -2
    let people = CareCase.people(seed: 1)
    let counts = CareCase.counts(try crossed.model(people), people, 0)
    let levels = Ability.allCases.map { counts["ability.\($0.name)"] ?? .nan }
    #expect(levels.allSatisfy { $0 >= 0 })
    #expect(abs(levels.reduce(0, +) / people.sum(0, ages: 60...100)[0] - 1) < 1e-12)
    #expect((0...levels.reduce(0, +)).contains(counts["ability.dementia"] ?? .nan))
  }

  @Test func districtShiftsLeaveTheCitysLevelsInTheBaseYear() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      let people = CareCase.people(seed: seed)
      var shifted = town
      shifted.districtValues["care.ability.district_shift"] = [-0.4, 0.6]
      let level = try town.model(people)
      let moved = try shifted.model(people)
      for measure in Ability.allCases.map({ "ability.\($0.name)" }) {
        func city(_ model: AbilityModel) -> Double {
          (0..<2).reduce(0) { $0 + (CareCase.counts(model, people, $1)[measure] ?? .nan) }
        }
        #expect(abs(city(moved) / city(level) - 1) < 1e-9, "seed \(seed), \(measure)")
      }
      let worse = CareCase.counts(moved, people, 1)["ability.severe"] ?? 0
      #expect(worse > (CareCase.counts(level, people, 1)["ability.severe"] ?? 0), "seed \(seed)")
    }
  }

  /// Women of 80: odds e^(c + 5 B + G), so mild and worse e^−1.1847, moderate e^−2.0898, severe
  /// e^−3.3651, complete e^−4.3098.
  @Test func prevalenceFollowsTheLogitLaw() throws {
    let counts = try self.counts(of: 1000, .female, 80, town)
    // odds / (1 + odds) to five digits: .23421, .11009, .03340, .01326
    #expect(abs((counts["ability.intact"] ?? 0) - 765.79) < 0.01)
    #expect(abs((counts["ability.mild"] ?? 0) - (234.21 - 110.09)) < 0.02)
    #expect(abs((counts["ability.moderate"] ?? 0) - (110.09 - 33.40)) < 0.02)
    #expect(abs((counts["ability.severe"] ?? 0) - (33.40 - 13.26)) < 0.02)
    #expect(abs((counts["ability.complete"] ?? 0) - 13.26) < 0.01)
  }

  @Test func lawIsFlatAboveTheCappedAge() throws {
    #expect(try counts(of: 1000, .male, 99, town) == counts(of: 1000, .male, 97, town))
    #expect(try counts(of: 1000, .male, 96, town) != counts(of: 1000, .male, 97, town))
  }

  @Test func wideReadingUsesTheOtherIntercepts() throws {
    var wide = town
    wide.values["care.ability.reading"] = 2
    // Men of 75: odds of moderate and worse are e^−2.7498 or, read widely, e^−1.8.
    let narrowCounts = try counts(of: 1000, .male, 75, town)
    let wideCounts = try counts(of: 1000, .male, 75, wide)
    #expect(abs(disabled(narrowCounts) - 60.10) < 0.01)
    #expect(abs(disabled(wideCounts) - 141.85) < 0.01)
    let key = "ability.disabled_other_reading"
    #expect(abs((narrowCounts[key] ?? 0) / disabled(wideCounts) - 1) < 1e-12)
    #expect(abs((wideCounts[key] ?? 0) / disabled(narrowCounts) - 1) < 1e-12)
  }

  @Test func dementiaAddsUpToItsPrevalenceInTheBaseYear() throws {
    let counts = try self.counts(of: 1000, .female, 80, town)
    #expect(abs((counts["ability.dementia"] ?? 0) - 80) < 1e-9)
    let disabled = counts["ability.dementia_disabled"] ?? 0
    #expect(disabled > 0 && disabled < 80)
  }

  private func disabled(_ counts: [String: Double]) -> Double {
    Ability.disabled.reduce(0) { $0 + (counts["ability.\($1.name)"] ?? .nan) }
  }

  /// The levels of people of one sex and age in the first district, all others absent.
  private func counts(
    of persons: Double, _ sex: Sex, _ age: Int, _ town: CareCase
  ) throws -> [String: Double] {
    var table = AgeTable()
    table[Age(age), sex] = persons
    let people = People(.resident, districts: [table, AgeTable()])
    return CareCase.counts(try town.model(people), people, 0)
  }
}
