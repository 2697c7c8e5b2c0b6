import Domain
import Formulas

/// What may be changed to reach something: a parameter between two values, on a lattice of steps.
public struct Lever: Equatable, Sendable {
  /// As it was written; the name of a column.
  public let address: String
  /// Ascending, the ends among them, a step apart; the last step may be shorter.
  public let values: [Double]
  /// What it is when nothing is changed; nil where that is no single number.
  public let present: Double?
  public let step: Double
  /// A change of the scenario, of which only the number varies.
  public let template: Override?

  public init(
    _ address: String, from low: Double, to high: Double, step: Double, present: Double?, template: Override? = nil
  ) {
    precondition(low < high && step > 0, "a lever without a way to go")
    self.address = address
    self.step = step
    self.present = present
    self.template = template
    // Multiples of the step, so that what is found is a round number; the ends as they were written.
    let first = (low / step).rounded(.up)
    let last = (high / step).rounded(.down)
    let inner = first <= last ? (0...Int(last - first)).map { (first + Double($0)) * step } : []
    values = [low] + inner.filter { $0 > low && $0 < high } + [high]
  }

  /// A round step of which a stretch has about a hundred: 1, 2 or 5 times a power of ten.
  ///
  /// - Parameter isWhole: whether parts of one mean nothing.
  public static func usualStep(from low: Double, to high: Double, isWhole: Bool) -> Double {
    let wanted = (high - low) / 100
    var power = 1.0
    while power * 10 <= wanted { power *= 10 }
    while power > wanted { power /= 10 }
    let step = [5, 2, 1].map { $0 * power }.first { $0 <= wanted * (1 + 1e-9) } ?? power
    return isWhole ? max(step.rounded(), 1) : step
  }

  /// The place nearest to what it is now; the lowest value's where that is not known.
  var presentPlace: Int {
    guard let present else { return 0 }
    return values.indices.min { abs(values[$0] - present) < abs(values[$1] - present) } ?? 0
  }
}

/// What a mix of levers came to.
public struct SeekTrial: Equatable, Sendable {
  /// The share of worlds in which the condition holds; nil where the mix cannot be.
  public let chance: Double?
  /// What it costs on average; nil where that is not asked for, or the mix cannot be.
  public let cost: Double?

  public init(chance: Double?, cost: Double?) {
    self.chance = chance
    self.cost = cost
  }
}

/// Mixes of levers that were tried, each once.
struct TrialBook: Sendable {
  let levers: [Lever]
  private let evaluate: @Sendable ([[Double]]) async throws -> [SeekTrial]
  private var known: [[Int]: SeekTrial] = [:]
  private(set) var order: [[Int]] = []

  init(_ levers: [Lever], _ evaluate: @escaping @Sendable ([[Double]]) async throws -> [SeekTrial]) {
    self.levers = levers
    self.evaluate = evaluate
  }

  /// What mixes come to, by the places of their values; those not tried before are computed together.
  mutating func trials(_ places: [[Int]]) async throws -> [SeekTrial] {
    let new = places.uniqued().filter { known[$0] == nil }
    if !new.isEmpty {
      let found = try await evaluate(new.map { place in zip(levers, place).map { $0.values[$1] } })
      for (place, trial) in zip(new, found) {
        known[place] = trial
        order.append(place)
      }
    }
    return places.map { known[$0] ?? SeekTrial(chance: nil, cost: nil) }
  }

  mutating func chances(_ places: [[Int]]) async throws -> [Double] {
    try await trials(places).map { $0.chance ?? -1 }
  }

  /// Everything tried, in the order of its values.
  var tried: [(values: [Double], trial: SeekTrial)] {
    order.sorted { $0.lexicographicallyPrecedes($1) }.map { place in
      (zip(levers, place).map { $0.values[$1] }, known[place] ?? SeekTrial(chance: nil, cost: nil))
    }
  }
}
