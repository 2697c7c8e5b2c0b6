import Domain
import RealModule

extension LeeCarter {
  /// Where a forecast starts.
  public enum JumpOff: String, CaseIterable, Sendable {
    /// From the fitted rates of the last year.
    case fitted
    /// From the observed rates of a year, which leaves no error at the start.
    case observed
  }

  /// The fitted rates of the last year as a start: a + b·k(T).
  public var fittedLevel: [[Double]] {
    let last = k[k.count - 1]
    return a.map { population in zip(population, b).map { $0 + $1 * last } }
  }

  /// Life expectancies at birth along the drift, the median of a random walk.
  ///
  /// - Parameters:
  ///   - level: ln m at the start, shape `[sex][age]` in the order of `sexes`.
  ///   - years: how many years ahead.
  ///   - sexes: of the populations fitted.
  /// - Returns: shape `[year ahead − 1][sex]`, in the order of `sexes`.
  /// - Throws: ``MortalityError`` when rates leave the range of a life table.
  ///
  /// Source: Lee and Carter (1992), *JASA* 87 (419), 659–671.
  public func medianLifeExpectancies(
    from level: [[Double]], years: Int, of sexes: [Sex] = Sex.allCases
  ) throws(MortalityError) -> [[Double]] {
    guard level.count == sexes.count else { throw .shape(expected: sexes.count, found: level.count) }
    for ages in level where ages.count != b.count { throw .shape(expected: b.count, found: ages.count) }
    var result: [[Double]] = []
    for ahead in 1...max(years, 1) {
      var bySex: [Double] = []
      let k = drift * Double(ahead)
      for (sex, start) in zip(sexes, level) {
        bySex.append(try LifeTable(mx: zip(start, b).map { .exp($0 + $1 * k) }, sex: sex).ex[0])
      }
      result.append(bySex)
    }
    return result
  }
}
