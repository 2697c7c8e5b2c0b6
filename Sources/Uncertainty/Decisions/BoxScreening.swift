extension BoxSearch {
  /// Inputs that a search looks at: beyond, chance finds ends that mean nothing.
  public static let mostInputs = 20

  /// The inputs with which cases go together most, by a line and a square, in their order.
  ///
  /// - Parameter inputs: shape `[input][point]`.
  public static func screened(inputs: [[Double]], isCase: [Bool]) -> [Int] {
    guard let y = standardised(isCase.map { $0 ? 1 : 0 }) else { return [] }
    let kept = Array(isCase.indices)
    let shares = inputs.map {
      CauseTerms(cause: Cause(columns: [$0], isChance: false), kept: kept).shareExplained(of: y)
    }
    let strongest = inputs.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }.prefix(mostInputs)
    return strongest.filter { shares[$0] > 0 }.sorted()
  }
}
