import Domain
import NumericCore

/// Rates a dataset gives outright; they win over the models for the areas and years they cover.
public struct RateTables: Equatable, Sendable {
  private struct Key: Hashable {
    let kind: PopulationKind
    let area: Int
    let year: Year
  }

  /// Survivorship ratios and life expectancies of a life table for each sex.
  struct Survival: Equatable, Sendable {
    let sx: AgeTable
    let lifeExpectancy: [Double]
  }

  private var survival: [Key: Survival] = [:]
  private var fertility: [Key: [Double]] = [:]
  private var migrants: [Key: AgeTable] = [:]
  /// Moves between districts by the year they happen in.
  private var moves: [Key: [DistrictMove]] = [:]

  public init() {}

  /// Takes death rates per person-year by sex and age 0…100, the last age open.
  ///
  /// - Throws: ``MortalityError`` when no life table follows from them.
  public mutating func set(
    mx: AgeTable, of kind: PopulationKind, in area: Int, _ year: Year
  ) throws(MortalityError) {
    var sx = AgeTable()
    var lifeExpectancy: [Double] = []
    for sex in Sex.allCases {
      let table = try LifeTable(mx: (0..<Age.count).map { mx[Age($0), sex] }, sex: sex)
      for age in 0..<Age.count { sx[Age(age), sex] = table.sx[age] }
      lifeExpectancy.append(table.ex[0])
    }
    survival[Key(kind: kind, area: area, year: year)] = Survival(sx: sx, lifeExpectancy: lifeExpectancy)
  }

  /// Takes births per woman and year by age 0…100.
  public mutating func set(asfr: [Double], of kind: PopulationKind, in area: Int, _ year: Year) {
    fertility[Key(kind: kind, area: area, year: year)] = asfr
  }

  /// Takes net migrants in the year by sex and age at its end.
  public mutating func set(netMigrants: AgeTable, of kind: PopulationKind, in area: Int, _ year: Year) {
    migrants[Key(kind: kind, area: area, year: year)] = netMigrants
  }

  /// Takes moves between districts in a year.
  public mutating func set(moves given: [DistrictMove], of kind: PopulationKind, _ year: Year) {
    moves[Key(kind: kind, area: 0, year: year)] = given
  }

  func moves(of kind: PopulationKind, _ year: Year) -> [DistrictMove] {
    moves[Key(kind: kind, area: 0, year: year)] ?? []
  }

  /// Whether any migrants of a population are given.
  func hasMigrants(of kind: PopulationKind) -> Bool { migrants.keys.contains { $0.kind == kind } }

  func survival(of kind: PopulationKind, in area: Int, _ year: Year) -> Survival? {
    survival[Key(kind: kind, area: area, year: year)]
  }

  func asfr(of kind: PopulationKind, in area: Int, _ year: Year) -> [Double]? {
    fertility[Key(kind: kind, area: area, year: year)]
  }

  func netMigrants(of kind: PopulationKind, in area: Int, _ year: Year) -> AgeTable? {
    migrants[Key(kind: kind, area: area, year: year)]
  }
}

extension Survivorship {
  /// Lets given survivorship ratios replace the computed ones.
  ///
  /// The city has a life expectancy only where a table for the city gives one.
  mutating func replace(with tables: RateTables, of kind: PopulationKind, areas: Areas, _ year: Year) {
    let isGiven = areas.districts.indices.contains { tables.survival(of: kind, in: $0, year) != nil }
    for area in 0..<areas.count {
      if isGiven, area == areas.cityIndex { forgetExpectancies(of: area) }
      guard let given = tables.survival(of: kind, in: area, year) else { continue }
      for sex in Sex.allCases {
        lifeExpectancy[lifeExpectancyCell(area, sex)] = LaneVector(repeating: given.lifeExpectancy[sex.rawValue])
        for age in 0..<Age.count { sx[cell(area, sex, age)] = LaneVector(repeating: given.sx[Age(age), sex]) }
      }
    }
  }

  private mutating func forgetExpectancies(of area: Int) {
    for sex in Sex.allCases { lifeExpectancy[lifeExpectancyCell(area, sex)] = LaneVector(repeating: .nan) }
    for index in cityYearsAbove60.indices { cityYearsAbove60[index] = LaneVector(repeating: .nan) }
  }
}
