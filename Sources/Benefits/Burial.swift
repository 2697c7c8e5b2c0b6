import Domain
import Formulas
import Population

/// 惠民殡葬: the basic items are free for every registered person who dies.
extension BenefitRule {
  static let burialCost = Parameter("benefits.burial.cost", .yuanPerPerson, 0...1e6, .lever)

  private static let label = Label(zh: "基本殡葬服务免费", en: "Free basic burial services")
  private static let deaths = Formula.measure(Demography.registeredDeaths)

  static let burial = BenefitRule(
    "burial", label, fundRole: .burial, parameters: [burialCost], recipients: recipients("burial", label, deaths),
    payment: payment("burial", label, deaths * .meanOverYear(burialCost)))
}
