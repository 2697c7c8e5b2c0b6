import Care
import Domain
import Formulas
import NumericCore
import Population
import TestSupport

/// A made-up city of two districts with plain figures for every care parameter.
struct CareCase {
  static let baseYear = 2020
  let areas = Areas(
    city: Area(code: "10", label: Label(zh: "市", en: "City"), kind: .city),
    districts: [
      Area(code: "11", label: Label(zh: "东", en: "East"), kind: .urban),
      Area(code: "12", label: Label(zh: "西", en: "West"), kind: .county),
    ])
  /// Values in place of the ones below, by path.
  var values: [String: Double] = [:]
  /// Values of both districts, by path.
  var districtValues: [String: [Double]] = [:]
  var dementiaCurve = AgeTable(repeating: 0.08)

  /// What each parameter is worth unless a test says otherwise; the rest is its lowest value.
  private static let usual: [String: Double] = [
    "care.ability.mild.intercept": -1.8647, "care.ability.mild.wide_intercept": -1.3, "care.ability.mild.slope": 0.1,
    "care.ability.mild.women": 0.18, "care.ability.moderate.intercept": -2.7498,
    "care.ability.moderate.wide_intercept": -1.8, "care.ability.moderate.slope": 0.108,
    "care.ability.moderate.women": 0.12, "care.ability.severe.intercept": -4.0001,
    "care.ability.severe.wide_intercept": -3.1, "care.ability.severe.slope": 0.115, "care.ability.severe.women": 0.06,
    "care.ability.complete.intercept": -4.9698, "care.ability.complete.wide_intercept": -4.1,
    "care.ability.complete.slope": 0.12, "care.ability.complete.women": 0.06,
    "care.ability.mortality_ratio_mild": 1.5, "care.ability.mortality_ratio_moderate": 2.2,
    "care.ability.mortality_ratio_severe": 3.5, "care.ability.mortality_ratio_complete": 5.5,
    "care.ability.mortality_fade_age": 70, "care.ability.mortality_faded": 0.35, "care.ability.mortality_cap": 0.97,
    "care.ability.recovery_mild": 0.2, "care.ability.recovery_moderate": 0.14, "care.ability.recovery_severe": 0.08,
    "care.ability.recovery_complete": 0.04, "care.ability.recovery_slope": 0.055, "care.ability.recovery_age": 70,
    "care.ability.onset_trend": 0, "care.ability.recovery_trend": 0,
    "care.ability.reading": 1, "care.ability.reference_age": 75, "care.ability.age_cap": 97,
    "care.ability.district_shift": 0, "care.dementia.scale": 1, "care.dementia.cap": 0.6,
    "care.dementia.level_cap": 0.95, "care.dementia.odds_intact": 0.4, "care.dementia.odds_mild": 2,
    "care.dementia.odds_moderate": 4, "care.dementia.odds_severe": 5.5, "care.dementia.odds_complete": 6.5,
    "care.institution.use_intact": 0.0055, "care.institution.use_mild": 0.03, "care.institution.use_moderate": 0.09,
    "care.institution.use_severe": 0.25, "care.institution.use_complete": 0.4, "care.institution.district_factor": 1,
    "care.community.use_mild": 0.06, "care.community.use_moderate": 0.14, "care.beds.opening": 1000,
    "care.beds.district_factor": 1, "care.beds.occupancy_limit": 0.9, "care.family_beds.opening": 50,
    "care.family_beds.district_share": 0.5, "care.family_beds.share_moderate": 0.3,
    "care.family_beds.share_severe": 0.45, "care.family_beds.share_complete": 0.25, "care.family_beds.in_use": 0.8,
    // Hands for everyone, so that beds alone are short.
    "care.workers.certified_opening": 1000, "care.workers.certified_opening_share": 0.01,
    "care.staffing.productive_hours": 140, "care.staffing.cover": 1, "care.staffing.work_per_contact_hour": 1,
    "care.staffing.least_density": 0.85, "care.staffing.residents_per_worker_intact": 15,
    "care.staffing.residents_per_worker_mild": 15, "care.staffing.residents_per_worker_moderate": 10,
    "care.staffing.residents_per_worker_severe": 4, "care.staffing.residents_per_worker_complete": 4,
    "care.staffing.community_users_per_worker": 7, "fiscal.light.unit_cost": 45, "care.institution.fee": 1,
    "care.response.price_places": 0, "care.institution.least_own_share": 0.05,
  ]

  /// What benefit rules say of the people of the ledger: nobody is poor or has light service.
  static let withoutBenefits = [
    Indicator("benefits.poor_share", .ratio, zh: "", en: "", .ratio, formula: .zero(.ratio)),
    Indicator("benefits.service_subsidy.by_age", .persons, zh: "", en: "", formula: .zero(.persons)),
    Indicator("benefits.service_subsidy.light_money", .yuan, zh: "", en: "", formula: .zero(.yuan)),
  ]

  /// Every care parameter resolved for 2019 to 2030.
  func parameters() throws -> ResolvedTable {
    func dated(_ value: Double) -> [DatedValue] {
      [DatedValue(from: Day(firstOf: 2019), value: value, evidence: .assumed, source: "test", known: 2019)]
    }
    var given: [String: ParameterValues] = [:]
    for parameter in Care.parameters {
      let value = values[parameter.path] ?? CareCase.usual[parameter.path] ?? parameter.range.lowerBound
      given[parameter.path] = ParameterValues(label: Label(zh: "", en: ""), city: dated(value))
      for (district, value) in zip(areas.districts, districtValues[parameter.path] ?? []) {
        given[parameter.path]?.districts[district.code] = dated(value)
      }
    }
    let resolver = Resolver(
      areas: areas, years: 2019...2030, baseYear: CareCase.baseYear, knownUntil: CareCase.baseYear,
      parameters: Care.parameters, values: given, overrides: [])
    return ResolvedTable(try resolver.resolve(Care.parameters))
  }

  /// One model for cases side by side, each in a lane of its own.
  static func model(_ cases: [CareCase], _ people: People, yielding: Bool = false, refusing: (Int) -> Void = { _ in })
    throws -> AbilityModel
  {
    let tables = try cases.map { try $0.parameters() }
    let town = cases[0]
    return try AbilityModel(
      people, survivorship: town.survivorship,
      parameters: ResolvedTable(byLane: tables, moved: Care.parameters.indices),
      schedules: ScheduleTable([Care.dementiaCurve.path: town.dementiaCurve]), areas: town.areas,
      baseYear: CareCase.baseYear, isUniform: false, yielding: yielding, refusing: refusing)
  }

  func model(_ people: People) throws -> AbilityModel {
    try AbilityModel(
      people, survivorship: survivorship, parameters: parameters(),
      schedules: ScheduleTable([Care.dementiaCurve.path: dementiaCurve]), areas: areas, baseYear: CareCase.baseYear)
  }

  /// A life table of its own for each area, the city last.
  let survivorship = CareCase.survivorship()

  /// Gompertz death rates by age.
  static func rates(_ sex: Sex) -> [Double] {
    var aged = 0.000015
    return (0..<Age.count).map { age in
      defer { aged *= 1.1 }
      return (sex == .male ? 1.4 : 1) * (age == 0 ? 0.006 : 0.0001 + aged)
    }
  }

  /// Survivorship under Gompertz rates, which the districts shift and the city has as they are.
  private static func survivorship() -> Survivorship {
    var level = AgeTable()
    for sex in Sex.allCases {
      for (age, rate) in rates(sex).enumerated() { level[Age(age), sex] = naturalLogarithm(rate) }
    }
    return RelationalMortality(ax: level, bx: AgeTable(repeating: 0.01)).survivorship(
      k: .uniform(0), shift: [-0.1, 0.15, 0].map { [.uniform($0), .uniform($0)] })
  }

  /// Carries the levels on by a year under the base year's mortality.
  func advance(
    _ model: AbilityModel, _ state: inout AbilityState, to people: People, onset: Double = 0, recovery: Double = 0,
    mortality: Double = 1, year: Year = 2021
  ) throws {
    try model.advance(
      &state, to: people, survivorship: survivorship, mortalityScale: LaneVector(repeating: mortality),
      trends: (LaneVector(repeating: onset), LaneVector(repeating: recovery)), year: year)
  }

  /// Random people of all ages in both districts.
  static func people(seed: UInt64, _ kind: PopulationKind = .resident, upTo most: Double = 5000) -> People {
    var generator = SplitMix(seed: seed)
    let tables = (0..<2).map { _ in
      var table = AgeTable()
      for cell in table.values.indices { table.values[cell] = Double.random(in: 0...most, using: &generator) }
      return table
    }
    return People(kind, districts: tables)
  }

  /// The first lane of every measure in a district in the base year.
  static func counts(_ model: AbilityModel, _ people: People, _ district: Int) -> [String: Double] {
    counts(model, model.opening(people), district)
  }

  /// The first lane of every measure in a district.
  static func counts(_ model: AbilityModel, _ state: AbilityState, _ district: Int) -> [String: Double] {
    let sums = model.count(state)
    return Dictionary(
      uniqueKeysWithValues: AbilityModel.measures.indices.map {
        (AbilityModel.measures[$0].name, sums[$0 * state.districts + district][0])
      })
  }
}
