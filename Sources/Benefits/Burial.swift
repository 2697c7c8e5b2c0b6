import Domain
import Formulas
import Population

/// 惠民殡葬: the basic items are free for every registered person who dies.
enum Burial {
  private static let names = RuleNames("burial", zh: "基本殡葬服务免费", en: "Free basic burial services")

  static let cost = names.parameter("cost", .yuanPerPerson, 0...1e6, .lever)

  private static let deaths = Formula.measure(Demography.registeredDeaths)

  static let rule = BenefitRule(
    names, .burial, recipients: names.recipients(deaths), payment: names.payment(deaths * .meanOverYear(cost)))
}
