import Domain
import Formulas
import NumericCore

/// Persons at year-end in every district, for one block of members.
///
/// Shape `[sex][age][district]`, ages 0…100, the district varying fastest, so
/// that what depends on age and member is worked out once for all districts.
public struct People: Equatable, Sendable {
  public let kind: PopulationKind
  public let districts: Int
  public var persons: [LaneVector]

  /// The same people in every lane.
  public init(_ kind: PopulationKind, districts tables: [AgeTable]) {
    self.kind = kind
    districts = tables.count
    persons = []
    for sex in Sex.allCases {
      for age in 0..<Age.count { persons += tables.map { LaneVector(repeating: $0[Age(age), sex]) } }
    }
  }

  /// Whether all members have the same.
  public var isUniform: Bool { persons.allSatisfy { $0 == LaneVector(repeating: $0[0]) } }

  /// Where a cell stands.
  @inline(__always)
  public func cell(_ district: Int, _ sex: Sex, _ age: Int) -> Int {
    (sex.rawValue * Age.count + age) * districts + district
  }

  /// Persons of a district and both sexes in a band of ages, added in a fixed order.
  public func sum(_ district: Int, ages: ClosedRange<Int>) -> LaneVector {
    persons.withUnsafeBufferPointer { persons in
      var sum = LaneVector.zero
      for sex in Sex.allCases {
        for age in ages { sum += persons[cell(district, sex, age)] }
      }
      return sum
    }
  }

  /// The sum of ``sum(_:ages:)`` over the districts.
  public func citySum(ages: ClosedRange<Int> = 0...100) -> LaneVector {
    (0..<districts).reduce(LaneVector.zero) { $0 + sum($1, ages: ages) }
  }

  /// One member's persons in a district.
  public func table(_ district: Int, lane: Int) -> AgeTable {
    var table = AgeTable()
    for sex in Sex.allCases {
      for age in 0..<Age.count { table[Age(age), sex] = persons[cell(district, sex, age)][lane] }
    }
    return table
  }
}
