import Domain
import Formulas
import NumericCore

/// The rates that carry people from one year-end to the next.
public struct CohortRates: Sendable {
  public let survivorship: Survivorship
  /// Share of the total fertility rate by age of the mother, ages 0…100.
  public let fertilityPattern: [Double]
  /// Children per woman in the city.
  public let tfr: Lanes
  /// A district's fertility relative to the others'.
  public let fertilityFactor: [Lanes]
  /// Boys per girl at birth.
  public let srb: Lanes
  /// Net migrants into the city in the year.
  public let netMigrants: Lanes
  /// A district's share of the net migrants; shares count in proportion to their sum.
  public let migrantShare: [Lanes]
  /// Net migrants by sex and age at the end of the year, adding up to one.
  public let migrantProfile: AgeTable
  /// Births per woman and year by age that win over the pattern, nil where a district has none.
  public var givenFertility: [[Double]?] = []
  /// Net migrants by sex and age that win over the profile, nil where a district has none.
  public var givenMigrants: [AgeTable?] = []
  /// Moves between districts.
  public var moves: [DistrictMove] = []

  public init(
    survivorship: Survivorship, fertilityPattern: [Double], tfr: Lanes, fertilityFactor: [Lanes], srb: Lanes,
    netMigrants: Lanes, migrantShare: [Lanes], migrantProfile: AgeTable
  ) {
    self.survivorship = survivorship
    self.fertilityPattern = fertilityPattern
    self.tfr = tfr
    self.fertilityFactor = fertilityFactor
    self.srb = srb
    self.netMigrants = netMigrants
    self.migrantShare = migrantShare
    self.migrantProfile = migrantProfile
  }
}

/// What is known of the city at the end of a year; every member must meet it.
public struct CohortAnchors: Equatable, Sendable {
  public var births: Double?
  public var deaths: Double?
  public var total: Double?
  public var elderly: Double?

  public init(births: Double? = nil, deaths: Double? = nil, total: Double? = nil, elderly: Double? = nil) {
    self.births = births
    self.deaths = deaths
    self.total = total
    self.elderly = elderly
  }
}

/// What happened in a year, by district: shape `[district]`.
public struct CohortFlows: Equatable, Sendable {
  public var births: [LaneVector]
  public var deaths: [LaneVector]
  public var netMigrants: [LaneVector]
  /// The factor on probabilities of dying that met the observed deaths; one without an observation.
  public var mortalityScale = LaneVector(repeating: 1)
  /// Net migrants whom a district was to lose and did not have: they did not leave.
  public var stayed: [LaneVector]
  /// The shares of people on a closed roll who live through the year, in every area; empty where no roll is asked for.
  public var rollSurvival: [LaneVector] = []

  init(districts: Int) {
    births = Array(repeating: .zero, count: districts)
    deaths = births
    netMigrants = births
    stayed = births
  }
}

extension People {
  /// Carries the people one year on.
  ///
  /// Survivors first; births from the mean of the women on 1 January and the
  /// surviving women on 31 December; migrants at the end of the year, by their
  /// age then. No more leave an age than are there. Anchors are met by scaling births and probabilities of dying, and
  /// by what migration must have been.
  ///
  /// - Parameter year: the calendar year, for messages.
  /// - Throws: ``AccountingError`` when the books do not balance to 1e-9 or a cell is negative.
  /// - Returns: the year's births, deaths and net migrants.
  ///
  /// Source: United Nations (2024), *World Population Prospects: Methodology*.
  public mutating func step(
    _ rates: CohortRates, anchors: CohortAnchors = CohortAnchors(), year: Year
  ) throws(AccountingError) -> CohortFlows {
    let before = self
    var flows = CohortFlows(districts: districts)
    flows.mortalityScale = try scaleOfMortality(rates, anchors, year)
    survive(before, rates.survivorship, &flows)
    let births = try before.births(survivors: self, rates, anchors, year)
    for district in 0..<districts { enter(births[district], district, rates, &flows) }
    move(rates.moves, &flows)
    migrate(rates, anchors, &flows)
    try balance(against: before, flows, year)
    return flows
  }

  /// Takes everyone above age 0 to year-end and counts the deaths.
  mutating func survive(_ before: People, _ survivorship: Survivorship, _ flows: inout CohortFlows) {
    let open = Age.open.years
    let mortality = flows.mortalityScale
    let (districts, areas) = (districts, survivorship.areas)
    persons.withUnsafeMutableBufferPointer { persons in
      before.persons.withUnsafeBufferPointer { before in
        survivorship.sx.withUnsafeBufferPointer { sx in
          flows.deaths.withUnsafeMutableBufferPointer { deaths in
            for district in 0..<districts { deaths[district] = .zero }
            for sex in 0..<Sex.allCases.count {
              for age in 1...open {
                let cell = (sex * Age.count + age) * districts
                let ratios = (sex * Age.count + age) * areas
                for district in 0..<districts {
                  var exposed = before[cell - districts + district]
                  if age == open { exposed += before[cell + district] }
                  let dying = mortality * (1 - sx[ratios + district])
                  persons[cell + district] = exposed * (1 - dying)
                  deaths[district] += exposed * dying
                }
              }
              let born = sex * Age.count * districts
              for district in 0..<districts { persons[born + district] = .zero }
            }
          }
        }
      }
    }
  }

  /// Adds a district's births of the year that live to see its end.
  mutating func enter(_ births: LaneVector, _ district: Int, _ rates: CohortRates, _ flows: inout CohortFlows) {
    let srb = rates.srb.vector
    let survivorship = rates.survivorship
    for sex in Sex.allCases {
      let born = sex == .male ? births * srb / (1 + srb) : births / (1 + srb)
      let dying = flows.mortalityScale * (1 - survivorship.sx[survivorship.cell(district, sex, 0)])
      persons[cell(district, sex, 0)] = born * (1 - dying)
      flows.deaths[district] += born * dying
    }
    flows.births[district] = births
  }
}
