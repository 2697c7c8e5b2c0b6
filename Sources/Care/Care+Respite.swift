import Domain
import Formulas

/// 喘息服务: short stays in an institution that relieve those who care for a disabled person at home.
///
/// Guests take the beds that residents leave; where there are none, or no hands, they stay at home.
extension Care {
  /// People at home who are taken in for some days of the year.
  static let respiteTakeUp = byLevel("care.respite.takeup", .share, 0...1, .uncertainty, Ability.disabled)
  /// The days of the year that a guest stays.
  static let respiteDays = Parameter("care.respite.days", .daysPerYear, 0...365, .lever)

  static let respiteParameters = Ability.disabled.compactMap { respiteTakeUp[$0] } + [respiteDays]

  /// People of a level at home who ask for some days, those who wait for a place among them.
  private static func asking(_ level: Ability) -> Formula {
    (persons(level) - Ledger.of(Ledger.withBed, level)) * use(respiteTakeUp, level)
  }

  /// Guests of a level on an average day, if there is a bed for all.
  private static func guestsAsking(_ level: Ability) -> Formula {
    asking(level) * .parameter(respiteDays) / .daysPerYear
  }

  public static let respiteDemand = Indicator(
    "care.respite.demand", .beds, zh: "喘息服务床位需求（日均）", en: "Beds asked for by respite guests, daily mean",
    population: .resident, formula: .total(Ability.disabled.map(guestsAsking)) / .personsPerBed)

  /// The part of what is asked for that finds a bed; nothing where nobody asks.
  private static let bedded = Ledger.quotient(
    .smaller(.indicator(respiteDemand), .larger(usableBeds - bedsTaken, .zero(.beds))), .indicator(respiteDemand))

  private static let received = bedded * Ledger.served(.respite, nil)

  /// Beds that guests lie in on an average day: at most those that can be used and that no resident has.
  public static let respiteBeds = Indicator(
    "care.respite.beds", .beds, zh: "喘息服务在用床位（日均）", en: "Beds of respite guests, daily mean",
    population: .resident, formula: .indicator(respiteDemand) * received)

  static let respiteUsers = Indicator(
    "care.respite.users", .persons, zh: "喘息服务人数（全年）", en: "Respite guests in the year", population: .resident,
    formula: .total(Ability.disabled.map(asking)) * received)

  /// Guests of a level on an average day for whom there is a bed.
  static func respiteGuests(_ level: Ability) -> Formula { guestsAsking(level) * bedded }

  static let respiteIndicators = [respiteDemand, respiteBeds, respiteUsers]
}
