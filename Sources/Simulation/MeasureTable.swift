import Care
import Domain
import Formulas
import NumericCore
import Population

/// What the kernels hand to the formulas in a year.
///
/// Shape `[measure][area][vector]`, in the order of `Model.measures`; no value
/// until it is filled.
struct MeasureTable {
  private let areas: Areas
  private let layout: LaneLayout
  private(set) var values: [LaneVector]

  init(areas: Areas, layout: LaneLayout) {
    self.areas = areas
    self.layout = layout
    values = Array(
      repeating: LaneVector(repeating: .nan), count: Model.measures.count * areas.count * layout.vectors)
  }

  mutating func fill(_ flows: CohortFlows) {
    let vectors = layout.vectors
    set(Demography.births) { flows.births[$0 * vectors + $1] }
    set(Demography.deaths) { flows.deaths[$0 * vectors + $1] }
    set(Demography.netMigrants) { flows.netMigrants[$0 * vectors + $1] }
  }

  mutating func fill(_ survivorship: Survivorship) {
    for (measure, sex) in [(Demography.lifeExpectancyFemale, Sex.female), (Demography.lifeExpectancyMale, .male)] {
      for area in 0..<areas.count {
        for vector in 0..<layout.vectors {
          values[place(measure, area, vector)] =
            survivorship.lifeExpectancy[survivorship.lifeExpectancyCell(area, sex) + vector]
        }
      }
    }
  }

  mutating func fill(_ populations: [People]) {
    for people in populations {
      for band in Demography.bands where band.kind == people.kind {
        set(band.measure) { people.sum($0, ages: band.ages, vector: $1) }
      }
    }
  }

  mutating func fill(_ ability: AbilityModel, _ people: People, _ year: Year) {
    for district in areas.districts.indices {
      for vector in 0..<layout.vectors {
        let sums = ability.count(people, district: district, year: year, vector: vector)
        for (measure, sum) in zip(AbilityModel.measures, sums) { values[place(measure, district, vector)] = sum }
      }
    }
    for measure in AbilityModel.measures { sumDistricts(measure) }
  }

  /// Checks that the five levels make up the people aged 60 and over in every area.
  func requireLevelsAddUp(_ year: Year) throws(AccountingError) {
    for area in 0..<areas.count {
      for vector in 0..<layout.vectors {
        let levels = Ability.allCases.reduce(LaneVector.zero) {
          $0 + values[place(AbilityModel.measures[$1.rawValue], area, vector)]
        }
        try requireBalance(
          "ability levels", area: area, year: year, expected: values[place(Demography.aged60PlusMeasure, area, vector)],
          found: levels)
      }
    }
  }

  private mutating func set(_ measure: Measure, _ value: (_ district: Int, _ vector: Int) -> LaneVector) {
    for district in areas.districts.indices {
      for vector in 0..<layout.vectors { values[place(measure, district, vector)] = value(district, vector) }
    }
    sumDistricts(measure)
  }

  private mutating func sumDistricts(_ measure: Measure) {
    for vector in 0..<layout.vectors {
      values[place(measure, areas.cityIndex, vector)] = areas.districts.indices.reduce(LaneVector.zero) {
        $0 + values[place(measure, $1, vector)]
      }
    }
  }

  private static let order = Dictionary(uniqueKeysWithValues: Model.measures.enumerated().map { ($1.name, $0) })

  private func place(_ measure: Measure, _ area: Int, _ vector: Int) -> Int {
    guard let index = MeasureTable.order[measure.name] else { preconditionFailure("unknown measure \(measure.name)") }
    return (index * areas.count + area) * layout.vectors + vector
  }
}
