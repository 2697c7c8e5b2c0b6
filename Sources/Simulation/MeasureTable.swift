import Care
import Domain
import Formulas
import NumericCore
import Population

/// What the kernels hand to the formulas in a year.
///
/// Shape `[measure][area]`, in the order of `Model.measures`; no value until it
/// is filled.
struct MeasureTable {
  private let areas: Int
  private(set) var values: [LaneVector]

  init(areas: Int) {
    self.areas = areas
    values = Array(repeating: LaneVector(repeating: .nan), count: Model.measures.count * areas)
  }

  /// Where measures stand; kernels fill them in every year of every block.
  private enum Place {
    static let order = Dictionary(uniqueKeysWithValues: Model.measures.enumerated().map { ($1.name, $0) })
    static let births = of(Demography.births)
    static let deaths = of(Demography.deaths)
    static let netMigrants = of(Demography.netMigrants)
    static let stayed = of(Demography.stayed)
    static let rollSurvival = of(Demography.rollSurvival)
    static let registeredDeaths = of(Demography.registeredDeaths)
    static let lifeExpectancy = [of(Demography.lifeExpectancyFemale), of(Demography.lifeExpectancyMale)]
    static let bands = Demography.bands.map { of($0.measure) }
    static let ability = AbilityModel.measures.map(of)
    static let expectancies = Care.expectancyMeasures.map { of($0.measure) }
    static let aged60Plus = of(Demography.aged60PlusMeasure)

    static func of(_ measure: Measure) -> Int {
      guard let index = order[measure.name] else { preconditionFailure("unknown measure \(measure.name)") }
      return index
    }
  }

  mutating func fill(_ flows: CohortFlows, of kind: PopulationKind) {
    guard kind == .resident else {
      set(Place.registeredDeaths) { flows.deaths[$0] }
      for (area, share) in flows.rollSurvival.enumerated() { values[Place.rollSurvival * areas + area] = share }
      return
    }
    set(Place.births) { flows.births[$0] }
    set(Place.deaths) { flows.deaths[$0] }
    set(Place.netMigrants) { flows.netMigrants[$0] }
    set(Place.stayed) { flows.stayed[$0] }
  }

  mutating func fill(_ survivorship: Survivorship) {
    for (place, sex) in zip(Place.lifeExpectancy, [Sex.female, .male]) {
      for area in 0..<areas {
        values[place * areas + area] = survivorship.lifeExpectancy[survivorship.lifeExpectancyCell(area, sex)]
      }
    }
  }

  mutating func fill(_ populations: [People]) {
    for people in populations {
      for (place, band) in zip(Place.bands, Demography.bands) where band.kind == people.kind {
        set(place) { people.sum($0, ages: band.ages) }
      }
    }
  }

  mutating func fill(_ model: AbilityModel, _ state: AbilityState, _ survivorship: Survivorship) {
    let sums = model.count(state)
    for (index, place) in Place.ability.enumerated() { set(place) { sums[index * state.districts + $0] } }
    let expectancies = model.expectancies(state, survivorship)
    for (place, measure) in zip(Place.expectancies, Care.expectancyMeasures) {
      values[place * areas + areas - 1] = expectancies.years(measure)
    }
  }

  /// Checks that the five levels make up the people aged 60 and over in every area.
  func requireLevelsAddUp(_ year: Year) throws(AccountingError) {
    for area in 0..<areas {
      let levels = Ability.allCases.indices.reduce(LaneVector.zero) {
        $0 + values[Place.ability[$1] * areas + area]
      }
      try requireBalance(
        "ability levels", area: area, year: year, expected: values[Place.aged60Plus * areas + area], found: levels)
    }
  }

  /// Fills the districts and their sum.
  private mutating func set(_ place: Int, _ value: (_ district: Int) -> LaneVector) {
    var sum = LaneVector.zero
    for district in 0..<areas - 1 {
      let own = value(district)
      values[place * areas + district] = own
      sum += own
    }
    values[place * areas + areas - 1] = sum
  }
}
