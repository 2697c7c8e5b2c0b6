/// What an outcome depends on, by one way of measuring: an answer for each input, the one that matters most first.
public struct Sensitivity: Equatable, Sendable {
  /// How it was measured.
  public enum Method: String, Sendable {
    /// From worlds that a run drew, whatever they were drawn for.
    case worlds
    /// From points that were not laid out for it.
    case given
    /// From Saltelli's rows.
    case saltelli
    /// From Morris's trajectories.
    case morris
    /// From rows that keep every set of inputs.
    case shapley
    /// From each input moved alone to its ends.
    case ends = "one-at-a-time"
  }

  public let method: Method
  /// The one that matters most first; of equals, the first as given.
  public private(set) var inputs: [Input]
  /// Points, rows or trajectories that count, and those left out because a point of them failed.
  public let used: Int
  public let failed: Int
  /// What an input that moves nothing would show; nil where nothing is shown by chance.
  public let floor: Double?
  /// The share of the variance that inputs and, where worlds tell it, chance explain.
  public let explained: Explained?

  /// Parts of the variance.
  public struct Explained: Equatable, Sendable {
    public let inputs: Estimate
    /// All that is chance as one; nil where it is not told apart.
    public let chance: Estimate?

    public var total: Double { inputs.value + (chance?.value ?? 0) }
  }

  init(
    _ method: Method, _ inputs: [Input], rankedBy rank: (Input) -> Double, used: Int, failed: Int,
    floor: Double? = nil, explained: Explained? = nil
  ) {
    self.method = method
    self.inputs = inputs.enumerated()
      .sorted { (rank($1.element), $0.offset) < (rank($0.element), $1.offset) }.map(\.element)
    self.used = used
    self.failed = failed
    self.floor = floor
    self.explained = explained
  }

  /// The inputs that move nothing, whichever way it was looked at.
  public var dead: [Input] {
    inputs.filter { input in
      let leading = input.measures.filter(\.kind.isLeading)
      return !leading.isEmpty && leading.allSatisfy { $0.verdict == .nothing }
    }
  }

  /// With what another way of measuring says of the same inputs beside it; inputs that only the other has come last.
  public func beside(_ other: Sensitivity) -> Sensitivity {
    var result = self
    let known = Set(inputs.map(\.name))
    result.inputs = inputs.map { input in
      let more = other.inputs.first { $0.name == input.name }?.measures ?? []
      return Input(input.name, input.measures + more)
    }
    result.inputs += other.inputs.filter { !known.contains($0.name) }
    return result
  }
}

extension Sensitivity {
  /// What is said of one input.
  public struct Input: Equatable, Sendable {
    public let name: String
    public let measures: [Measure]

    public init(_ name: String, _ measures: [Measure]) {
      self.name = name
      self.measures = measures
    }

    public subscript(kind: Kind) -> Measure? { measures.first { $0.kind == kind } }
  }

  /// A number of an input.
  public struct Measure: Equatable, Sendable {
    public let kind: Kind
    public let value: Double
    public let standardError: Double?
    /// The ends of the 95 % interval.
    public let low: Double?
    public let high: Double?
    public let verdict: Verdict?

    public init(
      _ kind: Kind, _ value: Double, standardError: Double? = nil, low: Double? = nil, high: Double? = nil,
      verdict: Verdict? = nil
    ) {
      self.kind = kind
      self.value = value
      self.standardError = standardError
      self.low = low
      self.high = high
      self.verdict = verdict
    }

    init(_ kind: Kind, _ index: IndexEstimate) {
      self.init(
        kind, index.value, standardError: index.standardError, low: index.low, high: index.high, verdict: index.verdict)
    }
  }

  /// What is measured, in the order in which it is shown.
  public enum Kind: String, CaseIterable, Sendable {
    /// The share of the variance that the input explains alone, whatever the shape.
    case share
    /// The same by a line and a square.
    case smooth = "smooth_share"
    /// Sobol's first-order and total-order indices.
    case first = "first_order"
    case total = "total_order"
    /// What an input adds to what is explained, averaged over all orders of coming to know inputs.
    case shapley = "shapley_effect"
    /// Morris's μ*, μ and σ.
    case effectSize = "effect_size"
    case effect
    case effectSpread = "effect_spread"
    /// The difference at the lower and at the upper end, everything else as it is, and how far apart the two are.
    case atLow = "at_low"
    case atHigh = "at_high"
    case swing

    /// Whether it is a share of the variance; else it is in the unit of the outcome.
    public var isShare: Bool { [.share, .smooth, .first, .total, .shapley].contains(self) }
    /// Whether an input without it moves nothing.
    var isLeading: Bool { [.share, .total, .shapley, .effectSize, .swing].contains(self) }
  }
}

extension Verdict {
  /// Of a share whose error falls with the root of the points: settled, or how many more are needed.
  init(half: Double, wanted: Double, points: Int) {
    let ratio = half / wanted
    self = ratio <= 1 ? .settled : .needsMore(points: Int((Double(points) * (ratio * ratio - 1)).rounded(.up)))
  }
}
