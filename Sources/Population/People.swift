import Domain
import Formulas
import NumericCore

/// Persons at year-end in every district, for one block of members.
///
/// Shape `[district][sex][age][vector]`, ages 0…100, the vector of lanes varying fastest.
public struct People: Equatable, Sendable {
  public let kind: PopulationKind
  public let districts: Int
  public let layout: LaneLayout
  public var persons: [LaneVector]

  /// The same people in every lane.
  public init(_ kind: PopulationKind, districts tables: [AgeTable], layout: LaneLayout) {
    self.kind = kind
    self.layout = layout
    districts = tables.count
    persons = tables.flatMap { table in
      table.values.flatMap { Array(repeating: LaneVector(repeating: $0), count: layout.vectors) }
    }
  }

  /// Where a cell's vectors begin.
  @inline(__always)
  public func cell(_ district: Int, _ sex: Sex, _ age: Int) -> Int {
    ((district * 2 + sex.rawValue) * Age.count + age) * layout.vectors
  }

  /// Persons of a district and both sexes in a band of ages, added in a fixed order.
  public func sum(_ district: Int, ages: ClosedRange<Int>, vector: Int) -> LaneVector {
    var sum = LaneVector.zero
    for sex in Sex.allCases {
      let start = cell(district, sex, 0) + vector
      for age in ages { sum += persons[start + age * layout.vectors] }
    }
    return sum
  }

  /// The sum of ``sum(_:ages:vector:)`` over the districts.
  public func citySum(ages: ClosedRange<Int> = 0...100, vector: Int) -> LaneVector {
    (0..<districts).reduce(LaneVector.zero) { $0 + sum($1, ages: ages, vector: vector) }
  }

  /// One member's persons in a district.
  public func table(_ district: Int, lane: Int) -> AgeTable {
    var table = AgeTable()
    let (vector, place) = lane.quotientAndRemainder(dividingBy: LaneVector.scalarCount)
    for sex in Sex.allCases {
      for age in 0..<Age.count { table[Age(age), sex] = persons[cell(district, sex, age) + vector][place] }
    }
    return table
  }
}
