import Domain
import NumericCore

/// Books that do not balance: an error of the program or of impossible inputs.
public enum AccountingError: Error, Equatable, Sendable {
  /// Two sums that must agree do not; the cell is named.
  case unbalanced(identity: String, area: Int, year: Year, expected: Double, found: Double)
  /// An indicator is no number, or beyond all numbers, where the central member has one.
  case noNumber(indicator: String, area: Int, year: Year)
  /// Fewer than no people in a cell.
  case negative(kind: PopulationKind, area: Int, sex: Sex, age: Int, year: Year, persons: Double)
  /// Neither a table nor a model gives the rates of a year; the parameter or schedule that the model lacks is named.
  case noRates(RateKind, PopulationKind, area: Int, year: Year, missing: String)
  /// Births were observed where fertility and the women there are give none.
  case noBirths(year: Year, observed: Double)
  /// Observed deaths that no scaling of the probabilities of dying gives.
  case implausibleDeaths(year: Year, observed: Double, ratio: Double)
}

/// What moves people from one year to the next.
public enum RateKind: String, Sendable {
  case mortality, fertility, migration
}

/// The largest relative difference between two sums that must agree.
public let accountingTolerance = 1e-9

/// Checks that two sums agree in every lane.
public func requireBalance(
  _ identity: String, area: Int, year: Year, expected: LaneVector, found: LaneVector
) throws(AccountingError) {
  let size = expected.replacing(with: -expected, where: expected .< 0)
  let difference = found - expected
  let off = difference.replacing(with: -difference, where: difference .< 0) .> size * accountingTolerance + 1e-9
  guard any(off) || any(difference .!= difference) else { return }
  let lane = (0..<LaneVector.scalarCount).first { off[$0] || difference[$0].isNaN } ?? 0
  throw .unbalanced(identity: identity, area: area, year: year, expected: expected[lane], found: found[lane])
}

extension People {
  /// Checks P(t + 1) = P(t) + births − deaths + net migrants in every district, and that no cell is negative.
  func balance(against before: People, _ flows: CohortFlows, _ year: Year) throws(AccountingError) {
    for district in 0..<districts {
      let expected =
        before.sum(district, ages: 0...Age.open.years)
        + flows.births[district] - flows.deaths[district] + flows.netMigrants[district]
      try requireBalance(
        "\(kind.rawValue) population", area: district, year: year, expected: expected,
        found: sum(district, ages: 0...Age.open.years))
    }
    try requireNoNegative(year)
  }

  private func requireNoNegative(_ year: Year) throws(AccountingError) {
    let least = persons.reduce(LaneVector.zero) { $0.replacing(with: $1, where: $1 .< $0) }
    guard any(least .< 0) else { return }
    for district in 0..<districts {
      for sex in Sex.allCases {
        for age in 0...Age.open.years {
          let value = persons[cell(district, sex, age)]
          guard any(value .< 0) else { continue }
          throw .negative(kind: kind, area: district, sex: sex, age: age, year: year, persons: value.min())
        }
      }
    }
  }
}
