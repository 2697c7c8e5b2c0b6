import Domain
import Formulas
import NumericCore
import Population
import TestSupport

/// The rates of one member as plain numbers, shape `[district][sex][age]` or `[district]`.
struct PlainRates {
  var sx: [[[Double]]]
  var tfr: Double
  var fertilityFactor: [Double]
  var srb: Double
  var netMigrants: Double
  var migrantShare: [Double]
}

/// A made-up town of two districts with people of all ages and both sexes.
struct CohortCase {
  static let districts = 2
  /// Persons, shape `[district][sex][age]`.
  var persons: [[[Double]]]
  let pattern: [Double]
  let profile: AgeTable
  private var generator: SplitMix

  init(seed: UInt64) {
    var generator = SplitMix(seed: seed)
    persons = (0..<CohortCase.districts).map { _ in
      Sex.allCases.map { _ in (0..<Age.count).map { _ in Double.random(in: 200...999, using: &generator) } }
    }
    var pattern = (0..<Age.count).map { (15...49).contains($0) ? Double.random(in: 0...1, using: &generator) : 0 }
    let births = pattern.reduce(0, +)
    for age in pattern.indices { pattern[age] /= births }
    var profile = AgeTable()
    for cell in profile.values.indices { profile.values[cell] = Double.random(in: 0...1, using: &generator) }
    let migrants = profile.sum()
    for cell in profile.values.indices { profile.values[cell] /= migrants }
    self.pattern = pattern
    self.profile = profile
    self.generator = generator
  }

  /// Rates drawn anew at every call.
  mutating func draw() -> PlainRates {
    func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
    let first = number(0.6...1.3)
    return PlainRates(
      sx: (0..<CohortCase.districts).map { _ in
        Sex.allCases.map { _ in (0..<Age.count).map { number($0 < 80 ? 0.97...0.999 : 0.7...0.97) } }
      },
      tfr: number(0.7...2.1), fertilityFactor: (0..<CohortCase.districts).map { _ in number(0.8...1.2) },
      srb: number(1.03...1.12), netMigrants: number(-900...2500), migrantShare: [first, 1 - first])
  }

  func people() -> People {
    let tables = persons.map { district in
      var table = AgeTable()
      table.values = district.flatMap { $0 }
      return table
    }
    return People(.resident, districts: tables)
  }

  /// The rates of a block: a lane for each member, the last one filling the rest.
  func rates(_ members: [PlainRates]) -> CohortRates {
    func lanes(_ value: (PlainRates) -> Double) -> LaneVector {
      var lanes = LaneVector.zero
      for lane in 0..<LaneVector.scalarCount { lanes[lane] = value(members[min(lane, members.count - 1)]) }
      return lanes
    }
    var survivorship = Survivorship(areas: CohortCase.districts + 1)
    for district in 0..<CohortCase.districts {
      for sex in Sex.allCases {
        for age in 0..<Age.count {
          survivorship.sx[survivorship.cell(district, sex, age)] = lanes { $0.sx[district][sex.rawValue][age] }
        }
      }
    }
    func byDistrict(_ value: @escaping (PlainRates, Int) -> Double) -> [Lanes] {
      (0..<CohortCase.districts).map { district in .each(lanes { value($0, district) }) }
    }
    return CohortRates(
      survivorship: survivorship, fertilityPattern: pattern, tfr: .each(lanes(\.tfr)),
      fertilityFactor: byDistrict { $0.fertilityFactor[$1] }, srb: .each(lanes(\.srb)),
      netMigrants: .each(lanes(\.netMigrants)), migrantShare: byDistrict { $0.migrantShare[$1] },
      migrantProfile: profile)
  }
}
