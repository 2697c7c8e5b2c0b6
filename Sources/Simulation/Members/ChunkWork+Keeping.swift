import Domain
import NumericCore
import Population

/// Putting what blocks found into chunks.
extension ChunkWork {
  /// Keeps what a block found in a year: its series from a member of the chunk on.
  func keep(_ block: Block, _ people: [People], _ year: Int, _ first: Int, _ lanes: Int, in chunk: Chunk) {
    guard let places = chunk.values?.places else { return }
    let row = places.baseAddress.unsafelyUnwrapped + year * list.count * chunk.members + first
    func write(_ vector: LaneVector, _ series: Int) {
      let place = row + series * chunk.members
      if lanes == LaneVector.scalarCount {
        UnsafeMutableRawPointer(place).storeBytes(of: vector, as: LaneVector.self)
      } else {
        for lane in 0..<lanes { place[lane] = vector[lane] }
      }
    }
    block.evaluation.withValues { values in
      for (series, place) in list.places.enumerated() { write(values[place], series) }
    }
    for sex in Sex.allCases {
      for group in SeriesList.groups.indices {
        write(SeriesList.persons(people[0], sex, group: group), list.pyramid(sex, group: group))
      }
    }
  }

  /// Adds the people of a year to the chunk's sums.
  func add(_ people: [People], _ year: Int, _ lanes: Int, to chunk: inout Chunk) {
    var place = year * cells
    chunk.people.withUnsafeMutableBufferPointer { sums in
      for people in people {
        for cell in people.persons {
          // A whole block adds up by halves, a part of one member by member: by its place, never by chance.
          sums[place] += lanes == LaneVector.scalarCount ? cell.sum() : (0..<lanes).reduce(0) { $0 + cell[$1] }
          place += 1
        }
      }
    }
  }
}
