import Domain
import Formulas
import NumericCore

/// A world that came to nothing under some scenario and counts in none of those run beside it.
public struct SetAside: Equatable, Sendable {
  /// Its number, from 1 on.
  public let world: Int
  /// The scenario under which it failed.
  public let scenario: String
  public let reason: RunError

  /// Of as many worlds one may be set aside; beyond that the run is an error.
  public static let worldsForEach = 1000

  /// Fails where more worlds are set aside than a run may leave out.
  static func requireFew(_ aside: [SetAside], of draws: Int) throws(RunError) {
    guard let first = aside.first, aside.count * worldsForEach > draws else { return }
    throw .tooManySetAside(aside.count, first)
  }
}

extension ChunkGroup {
  /// A chunk of every scenario, by its place among all; a member that fails under one of them counts in none.
  static func chunks(of groups: [ChunkGroup], _ index: Int, of draws: Int) throws(RunError) -> [Int: Chunk] {
    func chunks(without aside: [Int: SetAside]) throws(RunError) -> [Int: Chunk] {
      var byPlace: [Int: Chunk] = [:]
      for group in groups {
        let found = try group.chunks(index, of: draws, without: aside)
        for (place, chunk) in zip(group.places, found) { byPlace[place] = chunk }
      }
      return byPlace
    }
    do { return try chunks(without: [:]) } catch {
      var aside: [Int: SetAside] = [:]
      for group in groups {
        aside.merge(group.failures(index, of: draws, atMost: draws / SetAside.worldsForEach)) { first, _ in first }
      }
      guard !aside.isEmpty else { throw error }
      // More may fail than were looked for.
      try SetAside.requireFew(aside.sorted { $0.key < $1.key }.map(\.value), of: draws)
      return try chunks(without: aside)
    }
  }

  /// The members of a chunk that fail under any of its scenarios, by their place in the chunk.
  ///
  /// Each is computed alone, in all lanes, so that it fails or not whatever its neighbours do.
  ///
  /// - Parameter limit: beyond which the run comes to nothing, so that no more are looked for.
  private func failures(_ index: Int, of draws: Int, atMost limit: Int) -> [Int: SetAside] {
    var found: [Int: SetAside] = [:]
    for member in 0..<Chunk.members(index, of: draws) where found.count <= limit {
      if let failure = failure(ofWorld: index * Chunk.size + member + 1) { found[member] = failure }
    }
    return found
  }

  private func failure(ofWorld world: Int) -> SetAside? {
    guard let years = works[0].years else { return nil }
    let lane = (world - 1) % LaneVector.scalarCount
    var lanes = LaneOrder(first: UInt64(world - lane), lanes: [lane])
    var failing = works[0].plan.scenario.name
    do throws(RunError) {
      var leader = try works[0].leadingBlock(&lanes)
      var followers = works.dropFirst().map { $0.followingBlock(lanes) }
      for year in years {
        try leader.advance(to: year)
        for other in followers.indices {
          failing = works[other + 1].plan.scenario.name
          followers[other].evaluate(year, on: leader.measures)
          if year > works[0].plan.city.baseYear { try followers[other].requireBooks(year) }
          failing = works[0].plan.scenario.name
        }
      }
      return nil
    } catch {
      return SetAside(world: world, scenario: failing, reason: error)
    }
  }
}

/// Which worlds the lanes of a block hold: some of eight neighbours, the last of them again in the lanes left over.
struct LaneOrder: Sendable {
  /// The number of the first of the eight.
  let first: UInt64
  /// Those of the eight that are computed, in their order.
  let lanes: [Int]
  /// How often the inputs of each of the eight were drawn again, since they could not go together.
  private(set) var attempts = Array(repeating: 0, count: LaneVector.scalarCount)

  init(first: UInt64, lanes: [Int]) {
    self.first = first
    self.lanes = lanes
  }

  var isWhole: Bool { lanes.count == LaneVector.scalarCount }

  /// What is drawn for the block by the worlds it is of; nil where that is not known.
  var draws: BlockDraws?
  /// What published figures make of the inputs; nil where that is not known.
  var solved: WorldSolver.Solution?

  /// Beyond so many attempts a world comes to nothing.
  private static let mostAttempts = 100

  func canDrawAgain(lane: Int) -> Bool { attempts[sources[lane]] < LaneOrder.mostAttempts }

  /// Draws the inputs of the world in a lane again.
  mutating func drawAgain(lane: Int) {
    attempts[sources[lane]] += 1
    (draws, solved) = (nil, nil)
  }

  /// Where each lane's world stands among the eight.
  var sources: [Int] { (0..<LaneVector.scalarCount).map { lanes[min($0, lanes.count - 1)] } }
}
