import Domain
import RealModule

/// Death rates as a function of one level: ln m(x) = a(x) + b(x)·k, with k = 0
/// in the jump-off year.
public struct LogRateModel: Equatable, Sendable {
  /// ln m in the jump-off year, shape `[population][age]`; of a common factor
  /// the populations are the sexes by raw value.
  public let a: [[Double]]
  /// Response to k, by age.
  public let b: [Double]

  /// - Throws: ``MortalityError/shape(expected:found:)`` when a population has
  ///   other ages than `b`.
  public init(a: [[Double]], b: [Double]) throws(MortalityError) {
    for ages in a where ages.count != b.count {
      throw .shape(expected: b.count, found: ages.count)
    }
    self.a = a
    self.b = b
  }

  /// Death rates of one sex at a level k, deaths per person-year by age.
  public func mx(_ sex: Sex, k: Double) -> [Double] {
    zip(a[sex.rawValue], b).map { .exp($0 + $1 * k) }
  }
}

extension LeeCarter {
  /// The fitted response, started from the rates of one year.
  ///
  /// a becomes ln m of that year and k is counted from there, so that the
  /// model has no error in its first year. The year need not be one of the fit.
  ///
  /// - Parameter rates: deaths per person-year, shape `[population][age]`,
  ///   populations and ages as in the fit.
  /// - Throws: ``MortalityError/zeroRate(age:)``, ``MortalityError/rate(age:found:)``,
  ///   ``MortalityError/shape(expected:found:)``.
  ///
  /// Source: Lee and Miller (2001), "Evaluating the performance of the
  /// Lee–Carter method for forecasting mortality", *Demography* 38 (4), 537–549.
  public func jumpedOff(at rates: [[Double]]) throws(MortalityError) -> LogRateModel {
    guard rates.count == a.count else { throw .shape(expected: a.count, found: rates.count) }
    var logRates: [[Double]] = []
    for population in rates {
      var column: [Double] = []
      for (age, rate) in population.enumerated() {
        column.append(try Self.logarithm(of: rate, age: age))
      }
      logRates.append(column)
    }
    return try LogRateModel(a: logRates, b: b)
  }
}
