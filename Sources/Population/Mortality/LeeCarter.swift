import NumericCore
import RealModule

/// A Lee–Carter fit: ln m(x, t) = a(x) + b(x)·k(t), of one population or of
/// several with b and k in common.
///
/// Σ b = 1 over the ages and Σ k = 0 over the years of the fit, which also
/// settles the sign: with mortality falling on the whole, k falls.
public struct LeeCarter: Equatable, Sendable {
  /// Time mean of the log rates, shape `[population][age]`; for a common
  /// factor the populations are the sexes by raw value.
  public let a: [[Double]]
  /// Response of the log rates to k, by age; sums to 1.
  public let b: [Double]
  /// Level of mortality, by year; sums to 0.
  public let k: [Double]
  /// Mean yearly change of k.
  public let drift: Double
  /// Standard deviation of the yearly changes of k about the drift, with one
  /// degree of freedom taken off.
  public let innovationDeviation: Double
  /// Share of the squared deviations of the mean log rates that the first
  /// singular value takes, 0...1.
  public let firstComponentShare: Double
  /// Share of each population's own squared deviations that b·k explains.
  public let explainedShare: [Double]
}

extension LeeCarter {
  /// Logarithms of death rates.
  ///
  /// A zero rate has no logarithm: add 0.5 / exposure to the rates of small
  /// areas beforehand and say so.
  ///
  /// - Parameter rates: deaths per person-year, rows ages, columns years.
  /// - Throws: ``MortalityError/zeroRate(age:)``, ``MortalityError/rate(age:found:)``.
  public static func logarithms(of rates: Matrix) throws(MortalityError) -> Matrix {
    var result = rates
    for index in rates.values.indices {
      result.values[index] = try logarithm(of: rates.values[index], age: index % rates.rows)
    }
    return result
  }

  static func logarithm(of rate: Double, age: Int) throws(MortalityError) -> Double {
    if rate == 0 { throw .zeroRate(age: age) }
    guard rate.isFinite, rate > 0 else { throw .rate(age: age, found: rate) }
    return .log(rate)
  }

  /// Fits one population.
  ///
  /// - Parameter logRates: ln m as of ``logarithms(of:)``, rows ages, columns
  ///   consecutive years, at least three.
  /// - Throws: ``MortalityError/logRate(population:age:year:found:)``,
  ///   ``MortalityError/tooFewYears(found:)``, ``MortalityError/noCommonTrend``,
  ///   ``MortalityError/linearAlgebra(_:)``.
  ///
  /// Source: Lee and Carter (1992), "Modeling and forecasting U.S. mortality",
  /// *Journal of the American Statistical Association* 87 (419), 659–671,
  /// without its second-stage adjustment of k to observed deaths.
  public static func fit(logRates: Matrix) throws(MortalityError) -> LeeCarter {
    try fit(populations: [logRates])
  }

  /// Fits both sexes with b and k in common, so that they do not drift apart.
  ///
  /// The decomposed matrix is the mean over the sexes of ln m less its own
  /// time mean, both sexes counting the same.
  ///
  /// - Parameters: ln m of each sex as in ``fit(logRates:)``.
  ///
  /// Source: Li and Lee (2005), "Coherent mortality forecasts for a group of
  /// populations", *Demography* 42 (3), 575–594: its common factor alone, by
  /// equal weights.
  public static func commonFactor(
    female: Matrix, male: Matrix
  ) throws(MortalityError) -> LeeCarter {
    try fit(populations: [female, male])
  }
}
