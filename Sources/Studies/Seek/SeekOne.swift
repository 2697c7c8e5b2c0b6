import Domain

/// The smallest change of one lever that meets a condition often enough.
///
/// The chance is looked at over the whole stretch first. Where it only rises or only falls, each change from too seldom to
/// often enough is bracketed to a step; where it does both, the stretch is looked at four times as closely before, and all
/// places where it changes are bracketed.
public struct SeekOne: Sendable {
  private let lever: Lever
  private let wanted: Double
  private var book: TrialBook

  /// - Parameters:
  ///   - wanted: the share of worlds in which the condition is to hold.
  ///   - evaluate: what values come to; an empty list of values is the scenario as it is.
  public init(
    _ lever: Lever, wanted: Double, _ evaluate: @escaping @Sendable ([[Double]]) async throws -> [SeekTrial]
  ) {
    self.lever = lever
    self.wanted = wanted
    book = TrialBook([lever], evaluate)
  }

  private static let looks = 8
  private static let closerLooks = 32
  /// Values tried between two ends at a time.
  private static let cuts = 3

  /// - Parameter unchanged: what the scenario comes to as it is.
  public mutating func answer(unchanged: SeekTrial) async throws -> SeekAnswer {
    var places = Self.spread(over: lever.values.count, Self.looks)
    var chances = try await book.chances(places.map { [$0] })
    let isMonotone = Self.isMonotone(chances)
    if !isMonotone {
      places = Self.spread(over: lever.values.count, Self.closerLooks)
      chances = try await book.chances(places.map { [$0] })
    }
    let edges = try await edges(places, chances)
    let stretches = stretches(places, chances, edges)
    let outcome = try await outcome(places, chances, edges, unchanged)
    return SeekAnswer(
      outcome: outcome, unchanged: unchanged, stretches: stretches, isMonotone: isMonotone, tried: book.tried)
  }

  /// Neighbouring places of which the first is too seldom and the second often enough, or the other way round.
  private struct Edge {
    let failing: Int
    let meeting: Int
  }

  private func meets(_ chance: Double) -> Bool { chance >= wanted }

  private mutating func edges(_ places: [Int], _ chances: [Double]) async throws -> [Edge] {
    var edges: [Edge] = []
    for index in places.indices.dropFirst() where meets(chances[index]) != meets(chances[index - 1]) {
      let rises = meets(chances[index])
      edges.append(
        try await bracketed(
          failing: rises ? places[index - 1] : places[index], meeting: rises ? places[index] : places[index - 1]))
    }
    return edges
  }

  private mutating func bracketed(failing: Int, meeting: Int) async throws -> Edge {
    var (failing, meeting) = (failing, meeting)
    while abs(meeting - failing) > 1 {
      let (low, high) = (min(failing, meeting), max(failing, meeting))
      let inner = (1...Self.cuts).map { low + (high - low) * $0 / (Self.cuts + 1) }.filter { $0 > low && $0 < high }
      let tried = (inner.isEmpty ? [(low + high) / 2] : inner.uniqued())
      let found = try await book.chances(tried.map { [$0] })
      // From the failing end on, the first that meets; what lies before it fails.
      let ordered = zip(tried, found).sorted { failing < meeting ? $0.0 < $1.0 : $0.0 > $1.0 }
      if let first = ordered.firstIndex(where: { meets($0.1) }) {
        meeting = ordered[first].0
        if first > 0 { failing = ordered[first - 1].0 }
      } else if let last = ordered.last {
        failing = last.0
      }
    }
    return Edge(failing: failing, meeting: meeting)
  }

  private func stretches(_ places: [Int], _ chances: [Double], _ edges: [Edge]) -> [ClosedRange<Double>] {
    var bounds: [Int] = meets(chances[0]) ? [places[0]] : []
    bounds += edges.map(\.meeting)
    if bounds.count % 2 == 1 { bounds.append(places[places.count - 1]) }
    return stride(from: 0, to: bounds.count, by: 2).map {
      lever.values[bounds[$0]]...max(lever.values[bounds[$0]], lever.values[bounds[$0 + 1]])
    }
  }

  private mutating func outcome(
    _ places: [Int], _ chances: [Double], _ edges: [Edge], _ unchanged: SeekTrial
  ) async throws -> SeekAnswer.Outcome {
    if let chance = unchanged.chance, meets(chance) { return .already }
    let origin = lever.present ?? lever.values[0]
    func distance(_ place: Int) -> Double { abs(lever.values[place] - origin) }
    let ends = [0, places.count - 1].filter { meets(chances[$0]) }.map { places[$0] }
    let meeting = (edges.map(\.meeting) + ends).min { distance($0) < distance($1) }
    guard let meeting else {
      let best = places.indices.max { chances[$0] < chances[$1] } ?? 0
      return .none(best: try await mix(places[best]))
    }
    let less = edges.first { $0.meeting == meeting && distance($0.failing) < distance(meeting) }
    let oneLess =
      if let less { (lever: 0, mix: try await mix(less.failing)) } else { (lever: Int, mix: SeekAnswer.Mix)?.none }
    return .found(try await mix(meeting), oneLess: oneLess)
  }

  private mutating func mix(_ place: Int) async throws -> SeekAnswer.Mix {
    SeekAnswer.Mix(values: [lever.values[place]], trial: try await book.trials([[place]])[0])
  }

  /// Places from the first to the last, about so many equal parts between them.
  static func spread(over count: Int, _ parts: Int) -> [Int] {
    (0...parts).map { (count - 1) * $0 / parts }.uniqued()
  }

  static func isMonotone(_ chances: [Double]) -> Bool {
    let pairs = zip(chances, chances.dropFirst())
    return pairs.allSatisfy { $0 <= $1 } || pairs.allSatisfy { $0 >= $1 }
  }
}
