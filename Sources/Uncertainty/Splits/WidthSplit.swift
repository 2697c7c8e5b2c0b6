import NumericCore

/// What one cause of an outcome's spread drew in each world: one number, or several that go together.
public struct Cause: Equatable, Sendable {
  /// Shape `[number][world]`.
  public let columns: [[Double]]
  /// Whether it is chance, as against an input that is not known.
  public let isChance: Bool

  public init(columns: [[Double]], isChance: Bool) {
    self.columns = columns
    self.isChance = isChance
  }
}

/// A cause with what it gives a regression over all its worlds, for several outcomes.
public struct PreparedCause: Sendable {
  let cause: Cause
  let terms: CauseTerms
  private let worlds: Int

  public init(_ cause: Cause) {
    self.cause = cause
    worlds = cause.columns.first?.count ?? 0
    terms = CauseTerms(cause: cause, kept: Array(0..<worlds))
  }

  /// What it gives a regression over some worlds.
  func terms(_ kept: [Int]) -> CauseTerms { kept.count == worlds ? terms : CauseTerms(cause: cause, kept: kept) }
}

/// How much of an outcome's variance over worlds comes from what, from the worlds themselves.
///
/// First-order shares: what a cause explains alone. Shares of chance and of inputs are the sums of theirs, with what the
/// strongest of a kind do together; what is left is what chance and inputs do together, or bend more than a square.
public struct WidthSplit: Equatable, Sendable {
  /// Fewer worlds cannot tell shares apart.
  public static let fewestWorlds = 500
  /// Causes that enter the regression, chosen by what each explains alone.
  public static let screenedCauses = 25
  /// No share below is named: it would be about as large as its error.
  public static let smallestShare = 0.03

  public struct Part: Equatable, Sendable {
    /// Its place in the list of causes given.
    public let cause: Int
    public let share: Estimate
  }

  public let chance: Estimate
  public let inputs: Estimate
  /// What neither chance nor inputs explain alone: 1 less both; never below zero.
  public let together: Double
  /// Causes with at least ``smallestShare``, the largest first.
  public let parts: [Part]
  /// What each cause given explains when it is looked at by itself.
  public let alone: [Double]
  public let usedWorlds: Int

  /// - Parameters:
  ///   - outcome: one a world; NaN where it failed: the world is left out.
  ///   - causes: what the same worlds drew. Causes are independent of one another; columns of one need not be.
  /// - Returns: `nil` with fewer than ``fewestWorlds`` worlds, or where the outcome does not vary.
  ///
  /// Source: linear and squared terms as in Sudret (2008), *Reliability Engineering and System Safety* 93, 964–979; the
  /// bias Σ β̂² ≈ Σ β² + tr(C Σ) is taken off.
  public init?(outcome: [Double], causes: [Cause]) {
    self.init(outcome: outcome, prepared: causes.map(PreparedCause.init))
  }

  /// The same of causes that several outcomes are split between.
  public init?(outcome: [Double], prepared: [PreparedCause]) {
    let causes = prepared.map(\.cause)
    let kept = outcome.indices.filter { outcome[$0].isFinite }
    guard kept.count >= Self.fewestWorlds, let y = standardised(kept.map { outcome[$0] }) else { return nil }
    let terms = prepared.map { $0.terms(kept) }
    let screening = CauseScreening(outcome: y, terms: terms, screened: Self.screenedCauses)
    let pairs = CausePairs(outcome: y, terms: terms, kinds: causes.map(\.isChance), screening)
    let screened = screening.screened.count
    let regression = CauseRegression(outcome: y, terms: screening.screened.map { terms[$0] } + pairs.terms)
    let shares = regression.shares()
    let remaining = CauseRemainder(
      outcome: y, terms: terms, others: screening.others, residuals: regression.residuals())
    func total(_ isChance: Bool) -> Estimate {
      let places =
        screening.screened.indices.filter { causes[screening.screened[$0]].isChance == isChance }
        + pairs.terms.indices.filter { pairs.isChance[$0] == isChance }.map { screened + $0 }
      let rest = remaining.sum { causes[$0].isChance == isChance }
      let leftOut = (0..<Jackknife.blocks).map { block in places.reduce(0) { $0 + shares[$1].leftOut[block] } }
      let error = Jackknife.standardError(leftOut)
      return Estimate(
        value: min(max(places.reduce(0) { $0 + shares[$1].share } + rest.value, 0), 1),
        standardError: (error * error + rest.standardError * rest.standardError).squareRoot())
    }
    chance = total(true)
    inputs = total(false)
    together = max(1 - chance.value - inputs.value, 0)
    parts = screening.screened.indices.filter { shares[$0].share >= Self.smallestShare }
      .sorted { (shares[$1].share, screening.screened[$0]) < (shares[$0].share, screening.screened[$1]) }
      .map { place in
        let error = Jackknife.standardError(shares[place].leftOut)
        return Part(cause: screening.screened[place], share: Estimate(value: shares[place].share, standardError: error))
      }
    alone = screening.alone
    usedWorlds = kept.count
  }
}
