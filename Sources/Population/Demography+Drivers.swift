import Domain
import Formulas

/// The city-wide series that drive the cohort step, as formulas of their parameters.
extension Demography {
  private static func driver(_ name: String, _ unit: Unit, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator(
      "drivers.\(name)", unit, zh: zh, en: en, .city, observation: .compares, isPublished: false, formula: formula)
  }

  /// The mortality index follows its path, then drifts.
  static let mortalityPath = driver(
    "mortality_path", .ratio, zh: "死亡率指数的路径", en: "Path of the mortality index",
    .present(.parameter(mortalityIndex), else: .lastYear(.itself) + .parameter(mortalityDrift)))
  static let mortalityDriver = driver(
    "mortality_k", .ratio, zh: "死亡率指数", en: "Mortality index",
    .indicator(mortalityPath) + .present(.parameter(mortalityDeviation), else: .zero(.ratio)))
  static let fertilityDriver = driver(
    "tfr", .ratio, zh: "总和生育率", en: "Total fertility rate", .parameter(tfr))
  static let registeredFertilityDriver = driver(
    "registered_tfr", .ratio, zh: "户籍总和生育率", en: "Total fertility rate, registered",
    .indicator(fertilityDriver) * .parameter(registeredFertility))
  static let srbDriver = driver("srb", .ratio, zh: "出生性别比", en: "Sex ratio at birth", .parameter(srb))
  static let migrationDriver = driver(
    "net_migration", .persons, zh: "净迁入", en: "Net migration", .parameter(netMigration))
  static let transferDriver = driver(
    "net_transfers", .persons, zh: "户籍净迁入", en: "Net transfers of registration", .parameter(netTransfers))

  public static let drivers = [
    mortalityPath, mortalityDriver, fertilityDriver, registeredFertilityDriver, srbDriver, migrationDriver,
    transferDriver,
  ]
}
