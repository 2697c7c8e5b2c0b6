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
  func chunks(_ index: Int, of draws: Int) throws(RunError) -> [Chunk] {
    var chunks = works.map { $0.chunk(index, of: draws) }
    guard let years = works[0].years else { return chunks }
    let members = chunks[0].members
    for first in stride(from: 0, to: members, by: LaneVector.scalarCount) {
      let number = UInt64(index * Chunk.size + first + 1)
      let lanes = min(LaneVector.scalarCount, members - first)
      var leader = works[0].leadingBlock(firstMember: number)
      var followers = works.dropFirst().map { $0.followingBlock(firstMember: number) }
      for year in years {
        let place = year - years.lowerBound
        try leader.advance(to: year)
        works[0].keep(leader, leader.people, place, first, lanes, in: &chunks[0])
        works[0].add(leader.people, place, lanes, to: &chunks[0])
        for other in followers.indices {
          followers[other].evaluate(year, on: leader.measures)
          works[other + 1].keep(followers[other], leader.people, place, first, lanes, in: &chunks[other + 1])
        }
      }
    }
    for other in chunks.indices.dropFirst() { chunks[other].people = chunks[0].people }
    return chunks
  }
}
