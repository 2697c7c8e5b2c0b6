import Domain
import NumericCore
import Population

extension Chunk {
  /// Counts what became of the inputs of a block's worlds.
  mutating func count(_ order: LaneOrder) {
    for lane in order.lanes where order.attempts[lane] > 0 {
      attempts[Int(order.first) + lane] = order.attempts[lane]
    }
    guard let solved = order.solved else { return }
    let found = solved.unmet.map { lanes in lanes.prefix(order.lanes.count).count { $0 } }
    unmet = unmet.isEmpty ? found : zip(unmet, found).map(+)
  }
}

/// Putting what blocks found into chunks.
extension ChunkWork {
  /// Keeps what a block found in a year: its series from a member of the chunk on.
  func keep(_ block: Block, _ people: [People], _ year: Int, _ first: Int, _ lanes: Int, in chunk: inout Chunk) {
    guard let places = chunk.values?.places.baseAddress else { return }
    let members = chunk.members
    var others: [(row: Int, value: LaneVector)] = []
    list.values(of: block, people).withUnsafeBufferPointer { values in
      layout.rows.withUnsafeBufferPointer { rows in
        for series in 0..<values.count {
          let row = year * values.count + series
          switch rows[row] {
          case .own(let place): store(values[series], lanes, at: places + place * members + first)
          case .constant(let constant):
            if values[series].bits != LaneVector(repeating: constant).bits { others.append((row, values[series])) }
          case .same(let other):
            if values[series].bits != values[other].bits { others.append((row, values[series])) }
          }
        }
      }
    }
    for (row, value) in others { chunk.exceptions[row, default: []].append((first, lanes, value)) }
  }

  private func store(_ value: LaneVector, _ lanes: Int, at place: UnsafeMutablePointer<Double>) {
    if lanes == LaneVector.scalarCount {
      UnsafeMutableRawPointer(place).storeBytes(of: value, as: LaneVector.self)
    } else {
      for lane in 0..<lanes { place[lane] = value[lane] }
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
