import Domain
import Formulas
import NumericCore

/// Survivorship ratios of a calendar year in every area, the city last.
///
/// Shape `[area][sex][age][vector]`. `sx` at age x takes persons of age x − 1 on
/// 1 January to age x on 31 December; at age 0 it takes births to year-end; at
/// the open age it serves the last two ages.
public struct Survivorship: Equatable, Sendable {
  public let layout: LaneLayout
  public var sx: [LaneVector]
  /// Life expectancy at birth in years, shape `[area][sex][vector]`.
  public var lifeExpectancy: [LaneVector]

  public init(areas: Int, layout: LaneLayout) {
    self.layout = layout
    sx = Array(repeating: .zero, count: areas * 2 * Age.count * layout.vectors)
    lifeExpectancy = Array(repeating: .zero, count: areas * 2 * layout.vectors)
  }

  /// Where the vectors of an age begin.
  @inline(__always)
  public func cell(_ area: Int, _ sex: Sex, _ age: Int) -> Int {
    ((area * 2 + sex.rawValue) * Age.count + age) * layout.vectors
  }

  /// Where the vectors of a life expectancy begin.
  public func lifeExpectancyCell(_ area: Int, _ sex: Sex) -> Int { (area * 2 + sex.rawValue) * layout.vectors }
}
