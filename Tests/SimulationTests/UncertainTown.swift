import Domain
import Formulas
import Inputs
import Simulation

/// The invented city with something left to chance.
enum UncertainTown {
  /// Every process at work, with figures of the size a real city has.
  static let coefficients: [String: Double] = [
    "demography.mortality.process.persistence": 0.985, "demography.mortality.process.deviation": 1.5,
    "demography.mortality.process.opening": 2, "demography.fertility.process.persistence": 0.9,
    "demography.fertility.process.deviation": 0.05, "demography.fertility.process.opening": 0.03,
    "demography.fertility.process.yearly": 0.04, "demography.migration.process.persistence": 0.7,
    "demography.migration.process.deviation": 400, "demography.transfers.process.persistence": 0.7,
    "demography.transfers.process.deviation": 300,
    "demography.mortality.district_shift.process.persistence": 0.9,
    "demography.mortality.district_shift.process.opening": 0.02,
    "demography.migration.district_share.process.yearly": 0.15,
    "demography.transfers.district_share.process.yearly": 0.15, "care.ability.onset.process.deviation": 0.01,
    "care.workers.exit_rate.process.persistence": 0.6, "care.workers.exit_rate.process.deviation": 0.15,
    "care.staffing.subsidy_takeup.process.persistence": 0.8, "care.staffing.subsidy_takeup.process.deviation": 0.1,
    "benefits.consumption_growth.process.deviation": 0.03, "benefits.consumption_growth.process.reversal": 0.4,
    "fiscal.wage_growth.process.persistence": 0.5, "fiscal.wage_growth.process.deviation": 0.015,
    "fiscal.price_growth.process.persistence": 0.5, "fiscal.price_growth.process.deviation": 0.01,
    "fund.lottery_sales.process.persistence": 0.8, "fund.lottery_sales.process.deviation": 0.12,
  ]

  /// The city with these coefficients and no others.
  static func city(
    _ coefficients: [String: Double] = coefficients,
    _ correlations: [(String, String, Double)] = [("wages", "consumption", 0.5), ("mortality", "onset", 0.3)]
  ) throws -> City {
    let town = try Cities.tinytown()
    var values = town.values
    values["demography.mortality.k_deviation"] = plain(0)
    for (path, value) in coefficients { values[path] = plain(value) }
    return town.with(
      values: values,
      correlations: correlations.map { Correlation($0.0, $0.1, $0.2, origin: Origin(file: "test", line: 1, column: 1)) }
    )
  }

  static func plain(_ value: Double) -> ParameterValues {
    ParameterValues(
      label: Label(zh: "系数", en: "coefficient"),
      city: [
        DatedValue(from: Day(firstOf: 2020), value: value, evidence: .assumed, source: "invented", known: 2020)
      ], before: .hold)
  }
}

extension City {
  func plan(
    _ changes: [(path: String, change: Override.Change)] = [], to: Year = 2028, seed: UInt64 = 1
  ) throws -> Plan {
    let origin = Origin(file: "test", line: 1, column: 1)
    return try Plan(
      self,
      Scenario(
        name: "test", title: nil, horizon: baseYear...to, knownUntil: nil, seed: seed,
        overrides: changes.map { Override(path: $0.path, change: $0.change, origin: origin) }))
  }
}
