import Domain
import NumericCore

/// How far a population of the base year may be off, at an age or in all.
///
/// Deviations are standard deviations of the logarithm. Between the ages that are named they go in straight lines, and
/// beyond the first and the last they stay.
public struct PopulationError: Equatable, Sendable {
  public let kind: PopulationKind
  /// Index of a district, or of the city for what all districts share.
  public let area: Int
  /// Nil for the number of all people of a district.
  public let age: Int?
  public let deviation: Double

  public init(_ kind: PopulationKind, area: Int, age: Int?, deviation: Double) {
    self.kind = kind
    self.area = area
    self.age = age
    self.deviation = deviation
  }
}

/// What a population comes to whose ages and districts are off.
///
/// The city's total stays, and its people aged 60 and over where they are known; so do the totals of districts that have
/// no error of their own.
public struct ErringPopulation: Sendable {
  private let stated: People
  /// Those that have an age, in the order in which they were given.
  public let knots: [PopulationError]
  /// Of the totals of districts; zero where they are firm.
  public let totals: [Double]
  /// People aged 60 and over in the city, where they are known.
  private let elderly: Double?

  /// The age from which ``elderly`` counts.
  private static let old = 60

  /// - Parameters:
  ///   - errors: those of this population; at most one an area and age.
  ///   - elderly: people aged 60 and over in the city, where they are known.
  public init(_ stated: People, _ errors: [PopulationError], elderly: Double?) {
    self.stated = stated
    knots = errors.filter { $0.age != nil }
    totals = (0..<stated.districts).map { district in
      errors.first { $0.age == nil && $0.area == district }?.deviation ?? 0
    }
    self.elderly = elderly
  }

  /// The people where these numbers are drawn.
  ///
  /// - Parameters:
  ///   - ages: standard normal numbers, one of each of ``knots``.
  ///   - sizes: the same of ``totals``.
  public func people(ages: [LaneVector], sizes: [LaneVector]) -> People {
    var people = stated
    let shared = deviations(of: stated.districts, ages)
    for district in 0..<stated.districts {
      let own = deviations(of: district, ages)
      for age in 0..<Age.count {
        let factor = exponential(shared[age] + own[age])
        for sex in Sex.allCases { people.persons[people.cell(district, sex, age)] *= factor }
      }
    }
    rake(&people, sizes)
    return people
  }

  /// The logarithms by age of what an area's people are multiplied by.
  private func deviations(of area: Int, _ normals: [LaneVector]) -> [LaneVector] {
    let own = zip(knots, normals).filter { $0.0.area == area }.map { (age: $0.0.age ?? 0, at: $0.0.deviation * $0.1) }
      .sorted { $0.age < $1.age }
    guard let first = own.first, let last = own.last else { return Array(repeating: .zero, count: Age.count) }
    return (0..<Age.count).map { age in
      guard age > first.age else { return first.at }
      guard let next = own.firstIndex(where: { $0.age >= age }) else { return last.at }
      let (below, above) = (own[next - 1], own[next])
      let weight = Double(age - below.age) / Double(above.age - below.age)
      return (1 - weight) * below.at + weight * above.at
    }
  }

  /// Scales those below 60 by district, and those above in the whole city or likewise by district.
  ///
  /// Where older people alone would be more than a district has, nobody younger is left.
  private func rake(_ people: inout People, _ normals: [LaneVector]) {
    let (all, old) = (0...Age.count - 1, ErringPopulation.old...Age.count - 1)
    let young = 0...ErringPopulation.old - 1
    let sizes = zip(totals, normals).enumerated().map { district, drawn in
      stated.sum(district, ages: all) * exponential(drawn.0 * drawn.1)
    }
    func ratio(_ wanted: LaneVector, to found: LaneVector) -> LaneVector {
      (wanted / found).replacing(with: 1, where: found .<= 0)
    }
    let fit = ratio(stated.citySum(), to: sizes.reduce(.zero, +))
    let elder = elderly.map { ratio(LaneVector(repeating: $0), to: people.citySum(ages: old)) }
    for district in 0..<stated.districts {
      let size = sizes[district] * fit
      let factorAbove = elder ?? ratio(size, to: people.sum(district, ages: all))
      let left = pointwiseMax(size - people.sum(district, ages: old) * factorAbove, .zero)
      let factorBelow = elder == nil ? factorAbove : ratio(left, to: people.sum(district, ages: young))
      for sex in Sex.allCases {
        for age in 0..<Age.count {
          people.persons[people.cell(district, sex, age)] *= age < ErringPopulation.old ? factorBelow : factorAbove
        }
      }
    }
  }
}
