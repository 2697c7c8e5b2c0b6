import Care
import Domain
import Formulas

/// What programmes pay a person and month at most, by setting and level.
public enum CareRights {
  private static func runningParameter(_ name: String) -> Parameter {
    Parameter("fiscal.running_subsidy.\(name)", .yuanPerPersonMonth, 0...1e5, .lever)
  }

  /// Subsidies to homes for each resident, more for the disabled.
  static let runningBase = runningParameter("base")
  static let runningDisabled = runningParameter("disabled")

  typealias Right = @Sendable (_ rest: Formula) -> Formula

  /// The subsidy to a home for a resident of a level.
  public static func runningSubsidy(_ level: Ability) -> Parameter {
    level >= .moderate ? runningDisabled : runningBase
  }

  static func running(_ level: Ability) -> Right { { _ in .meanOverYear(runningSubsidy(level)) } }

  /// Of someone admitted: a daily rate, or the hours that are paid for.
  static func insurance(_ setting: CareService, _ level: Ability) -> Right {
    let amount: Formula =
      setting == .institution
      ? CareInsurance.month(level)
      : Formula.smaller(Ledger.hoursAtHome(setting, level).insured, CareInsurance.most(level))
        * .meanOverYear(LTCInsurance.hourRate)
    return { _ in amount }
  }

  /// Of those who claim: a share of what is left for them, up to a cap.
  static func consumption(_ setting: CareService) -> Right {
    let rate =
      setting == .institution ? ConsumptionSubsidy.rateInInstitutions : ConsumptionSubsidy.rateAtHome
    return { rest in
      .smaller(.meanOverYear(rate) * rest, .meanOverYear(ConsumptionSubsidy.cap))
        * .meanOverYear(ConsumptionSubsidy.claimed)
    }
  }

  static func amount(_ amounts: [(level: Ability, amount: Parameter)], _ level: Ability) -> Right? {
    guard let amount = amounts.first(where: { $0.level == level })?.amount else { return nil }
    return { _ in .meanOverYear(amount) }
  }

  static let parameters = [runningBase, runningDisabled]
}
