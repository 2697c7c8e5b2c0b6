import Domain
import Formulas
import NumericCore
import Population

/// What is kept of every member and year: indicators that vary, area by area, and the city's age pyramid.
struct SeriesList: Sendable {
  /// The first age of each five-year group of the pyramid.
  static let groups = Array(stride(from: 0, through: Age.open.years, by: 5))

  /// Where an evaluation's memory holds each series of indicators.
  let places: [Int]
  /// Indices into the places, shape `[indicator][area]`; −1 for what does not vary.
  private let position: [Int]
  private let areas: Int

  init(_ plan: Plan, _ scope: Program.Scope, _ evaluation: Evaluation) {
    let areas = plan.city.areas
    self.areas = areas.count
    var places: [Int] = []
    var position: [Int] = []
    for (index, indicator) in plan.program.indicators.enumerated() where indicator.isPublished {
      let isKept = plan.program.varies(index, in: scope)
      let isOfCity = indicator.aggregation == .city || indicator.aggregation == .uniform
      let published = position.count / areas.count
      for area in 0..<areas.count {
        guard isKept, !isOfCity || area == areas.cityIndex else {
          position.append(-1)
          continue
        }
        position.append(places.count)
        places.append(evaluation.place(of: index) * areas.count + area)
      }
      // One value that holds everywhere is kept once.
      guard isKept, indicator.aggregation == .uniform else { continue }
      for area in 0..<areas.cityIndex { position[published * areas.count + area] = places.count - 1 }
    }
    self.places = places
    self.position = position
  }

  /// Series of a year: those of indicators, then the pyramid by sex and group.
  var count: Int { places.count + 2 * SeriesList.groups.count }

  /// The series of an indicator in an area; nil where it does not vary.
  func series(_ indicator: Int, area: Int) -> Int? {
    let found = position[indicator * areas + area]
    return found < 0 ? nil : found
  }

  /// The series of a group of the pyramid.
  func pyramid(_ sex: Sex, group: Int) -> Int { places.count + sex.rawValue * SeriesList.groups.count + group }

  /// What a block found in a year, series by series.
  ///
  /// - Parameter people: the populations it goes with.
  func values(of block: Block, _ people: [People]) -> [LaneVector] {
    Array(unsafeUninitializedCapacity: count) { values, filled in
      block.evaluation.withValues { found in
        for (series, place) in places.enumerated() { values.initializeElement(at: series, to: found[place]) }
      }
      for sex in Sex.allCases {
        for group in SeriesList.groups.indices {
          values.initializeElement(at: pyramid(sex, group: group), to: persons(people[0], sex, group: group))
        }
      }
      filled = count
    }
  }

  /// The city's residents of a sex and group.
  private func persons(_ people: People, _ sex: Sex, group: Int) -> LaneVector {
    var sum = LaneVector.zero
    let from = SeriesList.groups[group]
    for age in from..<min(from + 5, Age.count) {
      for district in 0..<people.districts { sum += people.persons[people.cell(district, sex, age)] }
    }
    return sum
  }
}
