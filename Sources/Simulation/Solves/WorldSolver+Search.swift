import NumericCore

extension WorldSolver {
  /// Inputs on their way to where figures are met: every lane of every figure for itself, each as soon as those that it
  /// depends on have arrived.
  ///
  /// What is found is nearly a straight line in an input's factor, so secants meet a figure within a few passes. Where
  /// an input moves nothing any more, it stands at the end of what it can be.
  struct Search {
    private let targets: [LaneVector]
    /// Which figures each waits for.
    private let awaited: [[Int]]
    private var ways: [[Way]]

    init(_ targets: [LaneVector], awaiting awaited: [[Int]]) {
      self.targets = targets
      self.awaited = awaited
      ways = targets.map { _ in Array(repeating: Way(), count: LaneVector.scalarCount) }
    }

    /// Says of every lane whether what was found at the end is its figure.
    mutating func judge(_ found: [LaneVector]) {
      for place in ways.indices {
        for lane in ways[place].indices { ways[place][lane].judge(found[place][lane], of: targets[place][lane]) }
      }
    }

    /// Of inputs that move by a factor its logarithm.
    var distances: [LaneVector] { ways.map { LaneVector($0.map(\.distance)) } }
    /// Whether a lane's figure is not met, by figure.
    var unmet: [[Bool]] { ways.map { $0.map { !$0.isMet } } }

    /// Takes what was found at the distances, and goes on from there.
    ///
    /// - Returns: whether anything is left to do.
    mutating func take(_ found: [LaneVector]) -> Bool {
      var isOpen = false
      let before = ways
      for place in ways.indices {
        for lane in ways[place].indices {
          if awaited[place].allSatisfy({ before[$0][lane].isDone }) {
            ways[place][lane].take(found[place][lane], of: targets[place][lane])
          }
          if !ways[place][lane].isDone { isOpen = true }
        }
      }
      return isOpen
    }
  }

  /// The way of one lane to one figure.
  struct Way {
    private(set) var distance = 0.0
    private var last: (distance: Double, found: Double)?
    /// Whether there is nothing to gain by moving on.
    private(set) var isDone = false
    private(set) var isMet = false

    /// How near the model comes to a figure, relatively.
    private static let tolerance = 1e-10
    /// How far an input moves at once, and in all.
    private static let farthestStep = 2.0
    private static let farthest = 14.0
    /// What is found moves by less than this part of itself for all of the input: it stands at an end.
    private static let flat = 1e-9

    mutating func take(_ found: Double, of target: Double) {
      judge(found, of: target)
      isDone = isMet || !found.isFinite
      guard !isDone else { return }
      let next = next(found, target)
      isDone = next == distance
      last = (distance, found)
      distance = next
    }

    mutating func judge(_ found: Double, of target: Double) {
      isMet = abs(target - found) <= Way.tolerance * abs(target)
    }

    private func next(_ found: Double, _ target: Double) -> Double {
      guard found > 0, target > 0 else { return distance }
      var factor = target / found
      if let last, last.distance != distance {
        // The input's factors now and before, over the one now.
        let before = exponential(LaneVector(repeating: last.distance - distance))[0]
        let slope = (found - last.found) / (1 - before)
        if slope <= Way.flat * found { return distance }
        factor = 1 + (target - found) / slope
      }
      let step =
        factor > 0 ? min(max(naturalLogarithm(factor), -Way.farthestStep), Way.farthestStep) : -Way.farthestStep
      return min(max(distance + step, -Way.farthest), Way.farthest)
    }
  }
}
