import Domain
import Formulas
import NumericCore

/// A share of a district's people that moves to another district of the city in a year.
public struct DistrictMove: Equatable, Sendable {
  public let origin: Int
  public let destination: Int
  /// Movers as a share of those alive at the end of the year, by sex and age then.
  public var rate: AgeTable

  public init(origin: Int, destination: Int, rate: AgeTable) {
    self.origin = origin
    self.destination = destination
    self.rate = rate
  }
}

extension People {
  /// Moves people between districts; the city keeps its number at every age.
  ///
  /// All moves are shares of the people before any of them, so their order does not matter.
  mutating func move(_ moves: [DistrictMove], _ vector: Int, _ flows: inout CohortFlows) {
    guard !moves.isEmpty else { return }
    let before = persons
    for move in moves {
      var moved = LaneVector.zero
      for sex in Sex.allCases {
        for age in 0...Age.open.years {
          let movers = before[cell(move.origin, sex, age) + vector] * move.rate[Age(age), sex]
          persons[cell(move.origin, sex, age) + vector] -= movers
          persons[cell(move.destination, sex, age) + vector] += movers
          moved += movers
        }
      }
      flows.netMigrants[move.origin * layout.vectors + vector] -= moved
      flows.netMigrants[move.destination * layout.vectors + vector] += moved
    }
  }
}
