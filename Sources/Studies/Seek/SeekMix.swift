/// The cheapest mix of several levers that meets a condition often enough.
///
/// For given values of all levers but the last, the last takes the smallest change that does. The others are looked at
/// over their whole stretches, then ever closer around the cheapest mix, until no neighbour a step away is cheaper. Where
/// costs bend more than once, a cheaper mix may lie elsewhere.
public struct SeekMix: Sendable {
  private let levers: [Lever]
  private let wanted: Double
  private var book: TrialBook
  /// Whether the chance rises with the last lever.
  private var rises = true

  /// - Parameter evaluate: what mixes come to, each with a cost.
  public init(
    _ levers: [Lever], wanted: Double, _ evaluate: @escaping @Sendable ([[Double]]) async throws -> [SeekTrial]
  ) {
    precondition(levers.count >= 2, "a mix of one lever")
    self.levers = levers
    self.wanted = wanted
    book = TrialBook(levers, evaluate)
  }

  /// Values looked at of each lever but the last.
  private static let looks = 6

  public mutating func answer(unchanged: SeekTrial) async throws -> SeekAnswer {
    let isMonotone = try await look()
    if let chance = unchanged.chance, chance >= wanted { return answer(.already, unchanged, isMonotone) }
    let spreads = levers.dropLast().map { SeekOne.spread(over: $0.values.count, Self.looks) }
    var best = try await cheapest(of: Self.combinations(spreads), from: nil)
    guard best != nil else { return answer(.none(best: try await nearest()), unchanged, isMonotone) }
    var steps = levers.dropLast().map { max(($0.values.count - 1) / Self.looks / 2, 1) }
    while let now = best {
      let better = try await cheapest(of: neighbours(now, steps), from: now)
      if let better, try await cost(better) < cost(now) {
        best = better
      } else if steps.allSatisfy({ $0 == 1 }) {
        break
      } else {
        steps = steps.map { max($0 / 2, 1) }
      }
    }
    guard let best else { preconditionFailure("there was one before") }
    return answer(.found(try await mix(best), oneLess: try await oneLess(best)), unchanged, isMonotone)
  }

  private func answer(_ outcome: SeekAnswer.Outcome, _ unchanged: SeekTrial, _ isMonotone: Bool) -> SeekAnswer {
    SeekAnswer(
      outcome: outcome, unchanged: unchanged, stretches: [], isMonotone: isMonotone, tried: book.tried)
  }

  private var last: Int { levers.count - 1 }

  /// Looks along each lever, the others where they are now, and remembers which way the last one has to go.
  private mutating func look() async throws -> Bool {
    var isMonotone = true
    for lever in levers.indices {
      let places = SeekOne.spread(over: levers[lever].values.count, Self.looks).map { place in
        levers.indices.map { $0 == lever ? place : levers[$0].presentPlace }
      }
      let chances = try await book.chances(places)
      isMonotone = isMonotone && SeekOne.isMonotone(chances)
      if lever == last { rises = (chances.first ?? 0) <= (chances.last ?? 0) }
    }
    return isMonotone
  }

  /// For each mix of the other levers the smallest last one that does, and of these the cheapest; nil where none does.
  private mutating func cheapest(of others: [[Int]], from known: [Int]?) async throws -> [Int]? {
    let count = levers[last].values.count
    // Places of the last lever from the least change on: the first fails or is the answer.
    func place(_ rank: Int) -> Int { rises ? rank : count - 1 - rank }
    var open = others.map { (others: $0, low: -1, high: count - 1) }
    let ends = try await book.chances(open.map { $0.others + [place(count - 1)] })
    open = zip(open, ends).filter { $1 >= wanted }.map(\.0)
    while open.contains(where: { $0.high - $0.low > 1 }) {
      let waiting = open.indices.filter { open[$0].high - open[$0].low > 1 }
      let tried = waiting.map { (open[$0].low + open[$0].high) / 2 }
      let found = try await book.chances(zip(waiting, tried).map { open[$0].others + [place($1)] })
      for (index, (rank, chance)) in zip(waiting, zip(tried, found)) {
        if chance >= wanted { open[index].high = rank } else { open[index].low = rank }
      }
    }
    let mixes = open.map { $0.others + [place($0.high)] }
    let costs = try await book.trials(mixes).map { $0.cost ?? .infinity }
    return mixes.indices.min { (costs[$0], $0) < (costs[$1], $1) }.map { mixes[$0] }
  }

  private func neighbours(_ mix: [Int], _ steps: [Int]) -> [[Int]] {
    let around = mix.dropLast().enumerated().map { lever, place in
      [place - steps[lever], place, place + steps[lever]].filter(levers[lever].values.indices.contains)
    }
    return Self.combinations(around).filter { $0 != Array(mix.dropLast()) }
  }

  private static func combinations(_ places: [[Int]]) -> [[Int]] {
    places.reduce([[]]) { mixes, places in mixes.flatMap { mix in places.map { mix + [$0] } } }
  }

  private mutating func cost(_ mix: [Int]) async throws -> Double {
    try await book.trials([mix])[0].cost ?? .infinity
  }

  private mutating func mix(_ place: [Int]) async throws -> SeekAnswer.Mix {
    SeekAnswer.Mix(values: zip(levers, place).map { $0.values[$1] }, trial: try await book.trials([place])[0])
  }

  /// The same mix with the last lever one step nearer to where it does nothing.
  private mutating func oneLess(_ best: [Int]) async throws -> (lever: Int, mix: SeekAnswer.Mix)? {
    var less = best
    less[last] += rises ? -1 : 1
    guard levers[last].values.indices.contains(less[last]) else { return nil }
    return (last, try await mix(less))
  }

  /// Of what was tried the mix with the highest chance, with every lever at one of its ends.
  private mutating func nearest() async throws -> SeekAnswer.Mix {
    let ends = Self.combinations(levers.map { [0, $0.values.count - 1] })
    let chances = try await book.chances(ends)
    let best = ends.indices.max { chances[$0] < chances[$1] } ?? 0
    return try await mix(ends[best])
  }
}
