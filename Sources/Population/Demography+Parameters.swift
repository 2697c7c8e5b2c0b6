import Domain
import Formulas

/// The inputs of the population part.
public enum Demography {
  public static let mortalityIndex = Parameter("demography.mortality.k", .ratio, -200...200, .uncertainty)
  public static let mortalityDrift = Parameter("demography.mortality.drift", .ratio, -10...10, .uncertainty)
  /// How far the index stands from its path; the path itself is the median.
  public static let mortalityDeviation = Parameter("demography.mortality.k_deviation", .ratio, -300...300, .uncertainty)
  public static let alphaFemale = Parameter("demography.mortality.alpha_female", .ratio, -2...2, .fact)
  public static let alphaMale = Parameter("demography.mortality.alpha_male", .ratio, -2...2, .fact)
  public static let districtShift = Parameter("demography.mortality.district_shift", .ratio, -1...1, .fact, .district)
  public static let tfr = Parameter("demography.fertility.tfr", .ratio, 0...10, .uncertainty)
  public static let fertilityFactor = Parameter(
    "demography.fertility.district_factor", .ratio, 0...10, .fact, .district)
  public static let registeredFertility = Parameter("demography.fertility.registered_factor", .ratio, 0...10, .fact)
  public static let srb = Parameter("demography.srb", .ratio, 0.8...1.5, .uncertainty)
  public static let netMigration = Parameter("demography.migration.net", .persons, -1e7...1e7, .uncertainty)
  public static let migrationShare = Parameter(
    "demography.migration.district_share", .share, -2...2, .uncertainty, .district)
  public static let netTransfers = Parameter("demography.transfers.net", .persons, -1e7...1e7, .uncertainty)
  public static let transferShare = Parameter(
    "demography.transfers.district_share", .share, -2...2, .uncertainty, .district)

  public static let parameters: [Parameter] = [
    mortalityIndex, mortalityDrift, mortalityDeviation, alphaFemale, alphaMale, districtShift, tfr, fertilityFactor,
    registeredFertility,
    srb, netMigration, migrationShare, netTransfers, transferShare,
  ]

  public static let processes = [
    Process(
      "mortality", moves: mortalityDeviation, at: "demography.mortality", .level, heldBy: populationDeaths,
      .persistence, .deviation, .opening),
    Process(
      "fertility", moves: tfr, at: "demography.fertility", .level, heldBy: populationBirths,
      .persistence, .deviation, .opening, .yearly),
    Process(
      "migration", moves: netMigration, at: "demography.migration", .level, heldBy: populationTotal,
      .persistence, .deviation),
    Process(
      "transfers", moves: netTransfers, at: "demography.transfers", .level, heldBy: populationRegistered,
      .persistence, .deviation),
    Process(
      "district_mortality", moves: districtShift, at: "demography.mortality.district_shift", .level,
      heldBy: populationDeaths, .persistence, .opening),
    Process(
      "district_migration", moves: migrationShare, at: "demography.migration.district_share", .log,
      heldBy: populationTotal, .yearly),
    Process(
      "district_transfers", moves: transferShare, at: "demography.transfers.district_share", .log,
      heldBy: populationRegistered, .yearly),
  ]

  /// ln m(x) in the base year.
  public static let mortalityLevel = Schedule("demography.mortality.ax", .ratio)
  /// Change of ln m(x) with the mortality index.
  public static let mortalityChange = Schedule("demography.mortality.bx", .ratio)
  /// Share of the total fertility rate by age.
  public static let fertilityPattern = Schedule(
    "demography.fertility.pattern", .share, sexes: [.female], ages: 10...54)
  /// Net migrants by sex and age at the end of the year, adding up to one.
  public static let migrationProfile = Schedule("demography.migration.profile", .share)

  public static let schedules = [mortalityLevel, mortalityChange, fertilityPattern, migrationProfile]

  static func alpha(_ sex: Sex) -> Parameter { sex == .female ? alphaFemale : alphaMale }
}
