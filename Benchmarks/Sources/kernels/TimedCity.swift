import Domain
import Formulas
import NumericCore
import Population

/// People of 13 districts in one block of members, with plausible rates.
struct TimedCity {
  private let people: People
  private let rates: CohortRates
  private let sums: WeightedSums
  private let state: [LaneVector]
  private var counts: [LaneVector]
  private var powers: [LaneVector]

  /// Sex, age and district.
  var cells: Int { people.persons.count }
  /// Sex, age from 60 on, level of ability and district.
  var levels: Int { state.count }

  init() {
    let districts = Kernels.districts
    people = People(.resident, districts: Array(repeating: AgeTable(repeating: 1_000), count: districts))
    var survivorship = Survivorship(areas: districts + 1)
    for place in survivorship.sx.indices { survivorship.sx[place] = LaneVector(repeating: 0.99) }
    rates = CohortRates(
      survivorship: survivorship, fertilityPattern: (0..<Age.count).map { (15...49).contains($0) ? 1 / 35 : 0 },
      tfr: .uniform(1), fertilityFactor: Array(repeating: .uniform(1), count: districts), srb: .uniform(1.1),
      netMigrants: .uniform(10_000), migrantShare: Array(repeating: .uniform(1 / 13), count: districts),
      migrantProfile: AgeTable(repeating: 1 / Double(2 * Age.count)))
    // Four counts over five levels, as of dementia and of the disabled of 80 and over.
    let weighted = 2 * Age.elderlyCount * Ability.allCases.count
    var weights: [Double] = []
    for row in 0..<4 {
      for cell in 0..<weighted {
        let isRead = row < 2 || cell % Ability.allCases.count > 1
        weights.append(isRead ? 0.01 * Double(cell % 7 + row) : 0)
      }
    }
    sums = WeightedSums(weights: weights, rows: 4, cells: weighted, grain: Ability.allCases.count)
    state = Array(repeating: LaneVector(repeating: 100), count: weighted * districts)
    counts = Array(repeating: .zero, count: 4 * districts)
    powers = people.persons.indices.map { LaneVector(repeating: -5 + 1e-3 * Double($0)) }
  }

  func step() {
    var next = people
    // Rates without anchors always balance.
    _ = try? next.step(rates, year: 2020)
  }

  mutating func count() {
    counts.withUnsafeMutableBufferPointer { counts in
      state.withUnsafeBufferPointer { state in
        sums.apply(to: state.baseAddress!, columns: Kernels.districts, into: counts.baseAddress!)
      }
    }
  }

  mutating func exponentials() {
    for place in powers.indices { powers[place] = -exponential(powers[place]) }
  }
}
