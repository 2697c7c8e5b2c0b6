import Domain
import Formulas
import NumericCore

extension People {
  /// Adds the year's net migrants by age at its end, and meets what is known of the totals.
  ///
  /// A known number of people aged 60 and over is met in proportion to those
  /// there; a known total by migrants of the usual profile, below 60 when the
  /// number above is known too.
  mutating func migrate(_ rates: CohortRates, _ anchors: CohortAnchors, _ vector: Int, _ flows: inout CohortFlows) {
    let elderly = Age.elderly.years...Age.open.years
    if !rates.givenMigrants.isEmpty {
      enterGiven(rates.givenMigrants, vector, &flows)
    } else if anchors.total == nil || anchors.elderly != nil {
      move(rates.netMigrants.vector(vector), rates, ages: 0...Age.open.years, vector, &flows)
    }
    if let known = anchors.elderly {
      let factor = LaneVector(repeating: known) / citySum(ages: elderly, vector: vector)
      for district in 0..<districts {
        let was = sum(district, ages: elderly, vector: vector)
        for sex in Sex.allCases {
          for age in elderly { persons[cell(district, sex, age) + vector] *= factor }
        }
        flows.netMigrants[district * layout.vectors + vector] += sum(district, ages: elderly, vector: vector) - was
      }
    }
    if let known = anchors.total {
      let missing = LaneVector(repeating: known) - citySum(vector: vector)
      let last = anchors.elderly == nil ? Age.open.years : Age.elderly.years - 1
      move(missing, rates, ages: 0...last, vector, &flows)
    }
  }

  /// Adds migrants given by sex and age.
  private mutating func enterGiven(_ tables: [AgeTable?], _ vector: Int, _ flows: inout CohortFlows) {
    for (district, table) in tables.enumerated() {
      guard let table else { continue }
      for sex in Sex.allCases {
        for age in 0...Age.open.years { persons[cell(district, sex, age) + vector] += table[Age(age), sex] }
      }
      flows.netMigrants[district * layout.vectors + vector] += LaneVector(repeating: table.sum())
    }
  }

  /// Spreads migrants over districts and, by the profile, over a band of ages.
  private mutating func move(
    _ migrants: LaneVector, _ rates: CohortRates, ages: ClosedRange<Int>, _ vector: Int, _ flows: inout CohortFlows
  ) {
    let whole = rates.migrantProfile.sum(ages)
    guard whole > 0 else {
      moveInProportion(migrants, ages: ages, vector, &flows)
      return
    }
    let allShares = (0..<districts).reduce(LaneVector.zero) { $0 + rates.migrantShare[$1].vector(vector) }
    for district in 0..<districts {
      let here = migrants * rates.migrantShare[district].vector(vector) / allShares
      var entered = LaneVector.zero
      for sex in Sex.allCases {
        for age in ages {
          let cellMigrants = here * (rates.migrantProfile[Age(age), sex] / whole)
          persons[cell(district, sex, age) + vector] += cellMigrants
          entered += cellMigrants
        }
      }
      flows.netMigrants[district * layout.vectors + vector] += entered
    }
  }

  /// Without a profile, migrants are spread like the people there.
  private mutating func moveInProportion(
    _ migrants: LaneVector, ages: ClosedRange<Int>, _ vector: Int, _ flows: inout CohortFlows
  ) {
    let share = migrants / citySum(ages: ages, vector: vector)
    for district in 0..<districts {
      flows.netMigrants[district * layout.vectors + vector] += sum(district, ages: ages, vector: vector) * share
      for sex in Sex.allCases {
        for age in ages { persons[cell(district, sex, age) + vector] *= 1 + share }
      }
    }
  }
}
