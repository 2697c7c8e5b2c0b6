import Domain
import NumericCore

/// Scenarios with the same people in every world: the population and its ability are computed once for all of them.
struct ChunkGroup: Sendable {
  /// Where its scenarios stand among all.
  let places: [Int]
  let works: [ChunkWork]

  /// Sorts scenarios by their people.
  static func groups(of works: [ChunkWork]) -> [ChunkGroup] {
    var groups: [[Int]] = []
    for (place, work) in works.enumerated() {
      if let found = groups.firstIndex(where: { works[$0[0]].plan.hasSamePeople(as: work.plan) }) {
        groups[found].append(place)
      } else {
        groups.append([place])
      }
    }
    return groups.map { places in ChunkGroup(places: places, works: places.map { works[$0] }) }
  }

  /// Computes a chunk of each scenario, block by block.
  ///
  /// - Parameter aside: members that do not count, by their place in the chunk.
  func chunks(_ index: Int, of draws: Int, without aside: [Int: SetAside]) throws(RunError) -> [Chunk] {
    var chunks = works.map { $0.chunk(index, of: draws, without: aside) }
    guard let years = works[0].years else { return chunks }
    let members = Chunk.members(index, of: draws)
    var kept = 0
    for first in stride(from: 0, to: members, by: LaneVector.scalarCount) {
      let lanes = (0..<min(LaneVector.scalarCount, members - first)).filter { aside[first + $0] == nil }
      guard !lanes.isEmpty else { continue }
      var order = LaneOrder(first: UInt64(index * Chunk.size + first + 1), lanes: lanes)
      var leader = try works[0].leadingBlock(&order)
      chunks[0].count(order)
      var followers = works.dropFirst().map { $0.followingBlock(order) }
      for year in years {
        let place = year - years.lowerBound
        try leader.advance(to: year)
        works[0].keep(leader, leader.people, place, kept, lanes.count, in: &chunks[0])
        works[0].add(leader.people, place, lanes.count, to: &chunks[0])
        for other in followers.indices {
          followers[other].evaluate(year, on: leader.measures)
          if year > works[0].plan.city.baseYear { try followers[other].requireBooks(year) }
          works[other + 1].keep(followers[other], leader.people, place, kept, lanes.count, in: &chunks[other + 1])
        }
      }
      kept += lanes.count
    }
    for other in chunks.indices.dropFirst() {
      chunks[other].people = chunks[0].people
      (chunks[other].attempts, chunks[other].unmet) = (chunks[0].attempts, chunks[0].unmet)
    }
    return chunks
  }
}
