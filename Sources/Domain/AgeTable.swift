/// Numbers by sex and single age.
///
/// Shape `[sex][age]`, age varying fastest, in one array, ages 0…100.
@frozen public struct AgeTable: Equatable, Sendable {
  public var values: [Double]

  public init(repeating value: Double = 0) {
    values = Array(repeating: value, count: Sex.allCases.count * Age.count)
  }

  @inlinable public subscript(age: Age, sex: Sex) -> Double {
    get { values[AgeTable.offset(age, sex)] }
    set { values[AgeTable.offset(age, sex)] = newValue }
  }

  @inlinable static func offset(_ age: Age, _ sex: Sex) -> Int {
    precondition(age.years >= 0 && age.years < Age.count, "age outside 0...100")
    return sex.rawValue * Age.count + age.years
  }

  /// The sum over both sexes and the ages given.
  public func sum(_ ages: ClosedRange<Int> = 0...100) -> Double {
    Sex.allCases.reduce(0) { total, sex in
      ages.reduce(total) { $0 + self[Age($1), sex] }
    }
  }
}
