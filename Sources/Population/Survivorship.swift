import Domain
import Formulas
import NumericCore

/// Survivorship ratios of a calendar year in every area, the city last.
///
/// Shape `[sex][age][area]`. `sx` at age x takes persons of age x − 1 on
/// 1 January to age x on 31 December; at age 0 it takes births to year-end; at
/// the open age it serves the last two ages.
public struct Survivorship: Equatable, Sendable {
  public let areas: Int
  public var sx: [LaneVector]
  /// Life expectancy at birth in years, shape `[area][sex]`.
  public var lifeExpectancy: [LaneVector]
  /// The city's person-years lived at ages 60…100 per survivor to age 60, shape `[sex][age − 60]`; not a
  /// number where a table of rates stands for the model.
  public var cityYearsAbove60: [LaneVector]

  public init(areas: Int) {
    self.areas = areas
    sx = Array(repeating: .zero, count: areas * 2 * Age.count)
    lifeExpectancy = Array(repeating: .zero, count: areas * 2)
    cityYearsAbove60 = Array(repeating: LaneVector(repeating: .nan), count: 2 * Age.elderlyCount)
  }

  /// Where an age stands.
  @inline(__always)
  public func cell(_ area: Int, _ sex: Sex, _ age: Int) -> Int { (sex.rawValue * Age.count + age) * areas + area }

  /// Whether it is the same for all members of a block.
  public var isUniform: Bool {
    sx.allSatisfy { ratios in all((ratios .== LaneVector(repeating: ratios[0])) .| (ratios .!= ratios)) }
  }

  /// Whether a ratio of an area is not a number.
  func lacksRatios(of area: Int) -> Bool {
    Sex.allCases.contains { sex in
      (0..<Age.count).contains { age in
        let ratio = sx[cell(area, sex, age)]
        return any(ratio .!= ratio)
      }
    }
  }

  /// Where a life expectancy stands.
  public func lifeExpectancyCell(_ area: Int, _ sex: Sex) -> Int { area * 2 + sex.rawValue }
}
