import Care
import Domain
import Formulas
import NumericCore
import Population

/// One district with round numbers of people, beds and workers, whose ledger is worked out by hand.
struct ToyDistrict {
  /// People aged 60 and over from intact to completely disabled.
  var people: [Double] = [8000, 1000, 600, 250, 150]
  var beds = 500.0
  var workers = 130.0
  var familyBeds = 50.0
  /// Share of disabled people of poor families.
  var poor = 0.0
  /// Values in place of those below, by path.
  var values: [String: Double] = [:]
  var order = ToyDistrict.order

  private static let usual: [String: Double] = [
    "care.institution.use_intact": 0.005, "care.institution.use_mild": 0.03, "care.institution.use_moderate": 0.09,
    "care.institution.use_severe": 0.25, "care.institution.use_complete": 0.4, "care.institution.district_factor": 1,
    "care.community.use_intact": 0.005, "care.community.use_mild": 0.06, "care.community.use_moderate": 0.14,
    "care.community.use_severe": 0.1, "care.community.use_complete": 0.06, "care.family_beds.share_moderate": 0.3,
    "care.family_beds.share_severe": 0.45, "care.family_beds.share_complete": 0.25, "care.home.takeup_moderate": 0.06,
    "care.home.takeup_severe": 0.2, "care.home.takeup_complete": 0.25, "care.home.hours_moderate": 6,
    "care.home.hours_severe": 18, "care.home.hours_complete": 24, "care.family_beds.hours_moderate": 6,
    "care.family_beds.hours_severe": 12, "care.family_beds.hours_complete": 16, "care.family_beds.in_use": 0.8,
    "care.family_beds.district_share": 1, "care.beds.district_factor": 1, "care.beds.occupancy_limit": 0.9,
    "care.staffing.residents_per_worker_intact": 17.5, "care.staffing.residents_per_worker_mild": 17.5,
    "care.staffing.residents_per_worker_moderate": 10, "care.staffing.residents_per_worker_severe": 4,
    "care.staffing.residents_per_worker_complete": 4, "care.staffing.community_users_per_worker": 7,
    "care.staffing.productive_hours": 140, "care.staffing.cover": 1.5, "care.staffing.work_per_contact_hour": 1.27,
    "care.staffing.least_density": 0.85, "care.response.insurance_home_help": 0.8,
    "care.response.subsidy_home_help": 0.5, "care.response.price_places": 0, "care.institution.fee": 1,
    "care.institution.least_own_share": 0.05, "care.light.hours_part": 0.5, "fiscal.light.unit_cost": 45,
    "care.norm.mild": 0.02, "care.norm.moderate": 0.4, "care.norm.severe": 0.7, "care.norm.complete": 0.8,
    "benefits.ltc_insurance.takeup": 0.5, "benefits.ltc_insurance.hours_used": 0.8,
    "benefits.ltc_insurance.hours_moderate": 12, "benefits.ltc_insurance.hours_severe": 25,
    "benefits.ltc_insurance.hours_complete": 35, "care.workers.certified_opening_share": 1,
    "fiscal.institution_running.unit_cost_moderate": 4400, "fiscal.institution_running.unit_cost_severe": 5600,
    "fiscal.institution_running.unit_cost_complete": 6800,
  ]

  /// Homes' least staff; the severely disabled elsewhere; all others; what homes would have beyond the least.
  static let order = CareOrder(
    CareOrder.needed.map { service, level, part in
      let rank =
        switch part {
        case .least: 1
        case .rest: 4
        case .all: (level ?? .intact) >= .severe ? 2 : 3
        }
      return CareOrder.Row(rank: rank, service: service, level: level, part: part)
    })

  private static let poorGiven = Parameter("test.poor", .ratio, 0...1, .fact)
  private static let lightGiven = Parameter("test.light", .persons, 0...1e9, .fact)
  private static let moneyGiven = Parameter("test.money", .yuan, 0...1e12, .fact)

  /// What benefit rules say, given outright.
  private static let given = [
    Indicator("benefits.poor_share", .ratio, zh: "", en: "", .ratio, formula: .parameter(poorGiven)),
    Indicator("benefits.service_subsidy.by_age", .persons, zh: "", en: "", formula: .parameter(lightGiven)),
    Indicator("benefits.service_subsidy.light_money", .yuan, zh: "", en: "", formula: .parameter(moneyGiven)),
  ]

  private static let areas = Areas(
    city: Area(code: "10", label: Label(zh: "市", en: "City"), kind: .city),
    districts: [Area(code: "11", label: Label(zh: "区", en: "District"), kind: .urban)])
  private static let year = 2020

  private func parameters() throws -> ResolvedTable {
    let all = Care.parameters + [ToyDistrict.poorGiven, ToyDistrict.lightGiven, ToyDistrict.moneyGiven]
    var values = ToyDistrict.usual.merging(values) { $1 }
    values["care.beds.opening"] = beds
    values["care.family_beds.opening"] = familyBeds
    values["care.workers.certified_opening"] = workers
    values["test.poor"] = poor
    values["test.light"] = 300
    // Half an hour a month for 300 people, at 45 yuan an hour, is half of the money.
    values["test.money"] = 300 * 0.5 * 12 * 45 / 0.5
    var given: [String: ParameterValues] = [:]
    for parameter in all {
      let value = DatedValue(
        from: Day(firstOf: 2019), value: values[parameter.path] ?? parameter.range.lowerBound, evidence: .assumed,
        source: "test", known: 2019)
      given[parameter.path] = ParameterValues(label: Label(zh: "", en: ""), city: [value])
    }
    let resolver = Resolver(
      areas: ToyDistrict.areas, years: 2019...2021, baseYear: ToyDistrict.year, knownUntil: ToyDistrict.year,
      parameters: all, values: given, overrides: [])
    return ResolvedTable(try resolver.resolve(all))
  }

  /// The ledger of the base year: a value by the indicator's name.
  func settle() throws -> (String) -> Double {
    let measures = Demography.measures + AbilityModel.measures + Care.expectancyMeasures.map(\.measure)
    let table = measures.flatMap { measure -> [LaneVector] in
      let level = Ability.allCases.first { AbilityModel.measures[$0.rawValue].name == measure.name }
      let value = level.map { people[$0.rawValue] } ?? 10_000
      return [LaneVector(repeating: value), LaneVector(repeating: value)]
    }
    let parameters = try parameters()
    let indicators = Demography.indicators + Care.indicators + Care.indicators(servedIn: order) + ToyDistrict.given
    let program = Program(indicators, parameters: parameters.all.map(\.parameter), measures: measures)
    var evaluation = Evaluation(
      program, areas: ToyDistrict.areas, baseYear: ToyDistrict.year,
      held: HeldValues(program, Observations([]), areas: ToyDistrict.areas))
    evaluation.evaluate(ToyDistrict.year, parameters: parameters.all, measures: table)
    return { name in
      guard let index = indicators.firstIndex(where: { $0.name == name }) else { return .nan }
      return evaluation.value(index, area: 0)[0]
    }
  }
}
