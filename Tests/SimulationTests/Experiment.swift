import Domain
import Formulas

/// One lever moved, and what must come of it.
struct Experiment: Sendable, CustomStringConvertible {
  enum Move: Sendable {
    case times(Double)
    case set(Double)
  }

  enum Sense: Sendable {
    case up, down, same
    /// Nothing is left of it.
    case nothing
  }

  let name: String
  let path: String
  let move: Move
  let from: Year
  /// Where alone the lever is moved; nil for the whole city.
  let district: String?
  /// Whether there are working hours enough, so that nothing is short for want of hands.
  let hasHands: Bool
  let expected: [(indicator: String, sense: Sense)]

  init(
    _ name: String, _ path: String, _ move: Move, from: Year = 2026, in district: String? = nil, hands: Bool = false,
    _ expected: [(String, Sense)]
  ) {
    self.name = name
    self.path = path
    self.move = move
    self.from = from
    self.district = district
    hasHands = hands
    self.expected = expected
  }

  var description: String { name }

  var override: Override {
    let origin = Origin(file: "test", line: 1, column: 1)
    let change: Override.Change =
      switch move {
      case .times(let factor): .multiply(by: factor, from: from, to: nil)
      case .set(let value): .points([Override.Point(from: Day(firstOf: from), value: value)])
      }
    return Override(path: path, district: district, change: change, origin: origin)
  }

  /// So many hires that nobody waits for hands.
  static let hands = Override(
    path: "care.workers.hires", change: .multiply(by: 6, from: 2021, to: nil),
    origin: Origin(file: "test", line: 2, column: 1))
}

extension Experiment {
  private static let needed = "care.workers.needed"
  private static let atWork = "care.workers.at_work"
  private static let stock = "care.workers.stock"
  private static let unmet = "care.unmet_need"
  private static let waiting = "care.ledger.waiting"

  static let all = beds + insurance + workers + settings + money

  private static let beds: [Experiment] = [
    Experiment(
      "more family beds", "care.family_beds.build", .times(10),
      [
        (needed, .up), ("care.ledger.family_bed.sought", .up), ("care.ledger.home.sought", .down),
      ]),
    Experiment("no more family beds", "care.family_beds.build", .set(0), [(needed, .down)]),
    Experiment(
      "family beds in one district", "care.family_beds.build", .set(2000), in: "330110",
      [
        (needed, .up), ("care.ledger.family_bed.sought", .up),
      ]),
    Experiment("family beds later", "care.family_beds.build", .times(5), from: 2030, [(needed, .up)]),
    Experiment(
      "no beds", "care.beds.occupancy_limit", .set(0),
      [
        ("care.ledger.institution.got", .nothing), ("benefits.ltc_insurance.institution_payment", .nothing),
        ("care.beds.shortage", .up), ("care.ledger.home.sought", .up),
      ]),
    Experiment(
      "twice the beds built", "care.beds.build", .times(2),
      [
        ("care.beds.stock", .up), ("care.beds.occupancy", .down), ("fiscal.line.bed_subsidy", .up),
      ]),
    Experiment(
      "no beds built", "care.beds.build", .set(0),
      [
        ("care.beds.stock", .down), ("care.beds.occupancy", .up), ("fiscal.line.bed_construction", .nothing),
      ]),
    Experiment("beds retired", "care.beds.retire", .times(3), [("care.beds.stock", .down)]),
    Experiment(
      "more converted than there are", "care.beds.convert", .set(30_000),
      [
        ("care.beds.nursing_share", .up), ("care.in_vain.convert", .up),
      ]),
    Experiment(
      "more public than built", "care.beds.public_build", .set(20_000),
      [
        ("care.in_vain.public_build", .up), ("care.beds.stock", .same),
      ]),
    Experiment(
      "more dementia-care beds than beds", "care.beds.dementia_build", .set(60_000),
      [
        ("care.in_vain.dementia_build", .up), ("care.beds.dementia_per_10k", .up),
      ]),
    Experiment("beds in one district", "care.beds.build", .set(2000), in: "330127", [("care.beds.stock", .up)]),
  ]

  private static let insurance: [Experiment] = [
    Experiment(
      "more insured", "benefits.ltc_insurance.takeup", .times(1.2),
      [
        ("care.ledger.home.sought", .up), (needed, .up),
      ]),
    Experiment(
      "fewer insured", "benefits.ltc_insurance.takeup", .times(0.5),
      [
        ("care.ledger.home.sought", .down), (needed, .down), ("fiscal.insurance_cost", .down),
      ]),
    Experiment("more insured later", "benefits.ltc_insurance.takeup", .times(1.2), from: 2030, [(needed, .up)]),
    Experiment(
      "more insured in one district", "benefits.ltc_insurance.takeup", .set(0.9), in: "330110",
      [
        (needed, .up), ("care.ledger.institution.sought", .up),
      ]),
    Experiment(
      "more insured, with hands", "benefits.ltc_insurance.takeup", .times(1.2), hands: true,
      [
        ("care.ledger.home.got", .up), (unmet, .down), ("fiscal.insurance_cost", .up), (atWork, .up),
      ]),
    Experiment(
      "the moderately disabled insured", "benefits.ltc_insurance.takeup_moderate", .set(0.3),
      [
        (needed, .up), ("benefits.ltc_insurance.recipients", .up),
      ]),
    Experiment(
      "more hours insured", "benefits.ltc_insurance.hours_severe", .times(1.3), hands: true,
      [
        (needed, .up), ("benefits.ltc_insurance.home_payment", .up), ("care.ledger.home.got", .same),
      ]),
    Experiment(
      "a higher rate an hour", "benefits.ltc_insurance.hour_rate", .times(1.1), from: 2030,
      [
        ("benefits.ltc_insurance.home_payment", .up), ("fiscal.household_cost", .down), (needed, .same),
      ]),
    Experiment(
      "a higher daily rate", "benefits.ltc_insurance.day_severe", .times(1.5),
      [
        ("care.ledger.institution.sought", .up), ("benefits.ltc_insurance.institution_payment", .up),
      ]),
    Experiment(
      "insurance that moves nobody", "care.response.insurance_home_help", .set(0),
      [
        ("care.ledger.home.sought", .down), (needed, .down),
      ]),
  ]

  private static let workers: [Experiment] = [
    Experiment(
      "six in ten leave", "care.workers.exit_rate", .set(0.6),
      [
        (stock, .down), (atWork, .down), (unmet, .up), (needed, .same),
      ]),
    Experiment("fewer leave", "care.workers.exit_rate", .times(0.5), [(stock, .up), (atWork, .up)]),
    Experiment("fewer leave in one district", "care.workers.exit_rate", .times(0.5), in: "330127", [(stock, .up)]),
    Experiment("uncertified leave", "care.workers.uncertified_exit_rate", .times(2), from: 2030, [(stock, .down)]),
    Experiment("pay up", "fiscal.care_wage.basic", .times(1.1), [(stock, .up), ("fiscal.wages.basic_month", .up)]),
    Experiment("pay down", "fiscal.care_wage.basic", .times(0.9), [(stock, .down)]),
    Experiment(
      "allowances up", "benefits.worker_certificate.lower", .times(4),
      [
        (stock, .up), ("benefits.worker_certificate.payment", .up),
      ]),
    Experiment("more hired in one district", "care.workers.hires", .set(600), in: "330127", [(stock, .up)]),
    Experiment(
      "nobody trained", "care.workers.training_intake", .set(0),
      [
        ("care.workers.certified", .down), ("fiscal.line.training", .nothing),
      ]),
    Experiment(
      "more residents to a worker", "care.staffing.residents_per_worker_severe", .times(1.3),
      [
        (needed, .down)
      ]),
  ]

  private static let settings: [Experiment] = [
    Experiment(
      "more help, with hands", "care.home.takeup_moderate", .set(0.15), hands: true,
      [
        ("care.ledger.home.got", .up), ("fiscal.cost", .up), (unmet, .down),
      ]),
    // With insurance most of the severely disabled have what the norm asks: help for more of them lowers nothing there.
    Experiment(
      "more help beyond the norm", "care.home.takeup_severe", .set(0.5), hands: true,
      [
        ("care.ledger.home.got", .up), ("fiscal.cost", .up), (unmet, .same), ("care.ledger.none", .down),
      ]),
    Experiment(
      "more help without hands", "care.home.takeup_moderate", .set(0.12),
      [
        (waiting, .up), ("care.ledger.home.sought", .up),
      ]),
    Experiment(
      "more day care, with hands", "care.community.use_moderate", .times(1.5), from: 2030, hands: true,
      [
        ("care.ledger.community.got", .up), ("fiscal.line.community_care", .up), (needed, .up),
      ]),
    Experiment(
      "dearer places", "care.institution.fee", .times(1.2),
      [
        ("care.ledger.institution.sought", .down), ("care.beds.demand", .down),
      ]),
    Experiment(
      "cheaper places in one district", "care.institution.fee", .times(0.8), in: "330110",
      [
        ("care.ledger.institution.sought", .up)
      ]),
    Experiment("more respite care", "care.respite.takeup_severe", .set(0.1), [(needed, .up)]),
    Experiment("a higher norm", "care.norm.severe", .set(0.9), [(unmet, .up), (needed, .same), (atWork, .same)]),
    Experiment(
      "more light service", "benefits.service_subsidy.takeup", .set(0.95), hands: true,
      [
        ("care.ledger.light.got", .up), (needed, .up), ("benefits.service_subsidy.payment", .up),
      ]),
  ]

  private static let money: [Experiment] = [
    Experiment(
      "nursing subsidy doubled", "benefits.nursing_subsidy.severe", .times(2),
      [
        ("fiscal.fiscal_cost", .up), ("fiscal.household_cost", .down), (needed, .same),
      ]),
    Experiment(
      "running subsidy doubled", "fiscal.running_subsidy.disabled", .times(2), from: 2030,
      [
        ("fiscal.line.running_subsidy", .up), ("fiscal.household_cost", .down),
      ]),
    Experiment(
      "vouchers in force again", "benefits.consumption_subsidy.takeup", .set(0.5), from: 2030,
      [
        ("fiscal.payer.centre", .up), ("fiscal.household_cost", .down), (needed, .same),
      ]),
    Experiment(
      "discounts on meals", "fiscal.meals.discount", .times(1.5),
      [
        ("fiscal.line.meal_discount", .up), ("fiscal.line.meals", .down),
      ]),
    Experiment(
      "governments contribute more", "benefits.ltc_insurance.resident_government", .times(2),
      [
        ("fiscal.fiscal_cost", .up), ("fiscal.cost", .same), ("benefits.ltc_insurance.balance", .up),
      ]),
    Experiment(
      "dearer hours at home", "fiscal.home_help.unit_cost", .times(1.2),
      [
        ("fiscal.line.home_help", .up), (needed, .same),
      ]),
  ]
}
