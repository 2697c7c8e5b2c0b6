import Domain
import NumericCore

extension People {
  /// Adds the year's net migrants by age at its end, and meets what is known of the totals.
  ///
  /// A known number of people aged 60 and over is met in proportion to those
  /// there; a known total by migrants of the usual profile, below 60 when the
  /// number above is known too.
  mutating func migrate(_ rates: CohortRates, _ anchors: CohortAnchors, _ flows: inout CohortFlows) {
    let elderly = Age.elderly.years...Age.open.years
    if !rates.givenMigrants.isEmpty {
      enterGiven(rates.givenMigrants, &flows)
    } else if anchors.total == nil || anchors.elderly != nil {
      move(rates.netMigrants.vector, rates, ages: 0...Age.open.years, &flows)
    }
    if let known = anchors.elderly {
      let factor = LaneVector(repeating: known) / citySum(ages: elderly)
      for district in 0..<districts {
        let was = sum(district, ages: elderly)
        for sex in Sex.allCases {
          for age in elderly { persons[cell(district, sex, age)] *= factor }
        }
        flows.netMigrants[district] += sum(district, ages: elderly) - was
      }
    }
    if let known = anchors.total {
      let missing = LaneVector(repeating: known) - citySum()
      let ages = 0...(anchors.elderly == nil ? Age.open.years : Age.elderly.years - 1)
      let before = flows.stayed
      move(missing, rates, ages: ages, &flows)
      // A known total holds: who is not there at one age leaves at others.
      let short = zip(flows.stayed, before).reduce(LaneVector.zero) { $0 + ($1.0 - $1.1) }
      flows.stayed = before
      if any(short .> 0) {
        let rest = LaneVector(repeating: known) - citySum()
        moveInProportion(rest.replacing(with: 0, where: short .<= 0), ages: ages, &flows)
      }
    }
  }

  /// Adds migrants given by sex and age.
  private mutating func enterGiven(_ tables: [AgeTable?], _ flows: inout CohortFlows) {
    for (district, table) in tables.enumerated() {
      guard let table else { continue }
      for sex in Sex.allCases {
        for age in 0...Age.open.years { persons[cell(district, sex, age)] += table[Age(age), sex] }
      }
      flows.netMigrants[district] += LaneVector(repeating: table.sum())
    }
  }

  /// Spreads migrants over districts and, by the profile, over a band of ages. No more leave than are there; the
  /// others are counted as having stayed.
  private mutating func move(
    _ migrants: LaneVector, _ rates: CohortRates, ages: ClosedRange<Int>, _ flows: inout CohortFlows
  ) {
    let whole = rates.migrantProfile.sum(ages)
    guard whole > 0 else {
      moveInProportion(migrants, ages: ages, &flows)
      return
    }
    let allShares = (0..<districts).reduce(LaneVector.zero) { $0 + rates.migrantShare[$1].vector }
    for district in 0..<districts {
      let here = migrants * rates.migrantShare[district].vector / allShares
      var entered = LaneVector.zero
      for sex in Sex.allCases {
        for age in ages {
          let wanted = here * (rates.migrantProfile[Age(age), sex] / whole)
          let there = persons[cell(district, sex, age)]
          let isShort = there + wanted .< 0
          let moved = wanted.replacing(with: -there, where: isShort)
          if any(isShort) { flows.stayed[district] += moved - wanted }
          persons[cell(district, sex, age)] = there + moved
          entered += moved
        }
      }
      flows.netMigrants[district] += entered
    }
  }

  /// Without a profile, migrants are spread like the people there.
  private mutating func moveInProportion(
    _ migrants: LaneVector, ages: ClosedRange<Int>, _ flows: inout CohortFlows
  ) {
    let share = migrants / citySum(ages: ages)
    for district in 0..<districts {
      flows.netMigrants[district] += sum(district, ages: ages) * share
      for sex in Sex.allCases {
        for age in ages { persons[cell(district, sex, age)] *= 1 + share }
      }
    }
  }
}
