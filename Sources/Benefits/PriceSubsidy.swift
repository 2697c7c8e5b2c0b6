import Domain
import Formulas

/// 价格临时补贴: a part of the standard for each month in which prices rise fast.
///
/// The year knows only its mean rise; months lie about it evenly within a width, so that the share of months above
/// the trigger grows from none to all.
enum PriceSubsidy {
  private static let names = RuleNames("price_subsidy", zh: "价格临时补贴", en: "Price subsidy")

  static let trigger = names.parameter("trigger", .share, 0...1, .lever)
  static let width = names.parameter("width", .share, 0.0001...0.5, .uncertainty)
  /// The rise of prices from which on it is made up for.
  static let floor = names.parameter("floor", .share, 0...1, .lever)

  /// Declared further on, in the economy.
  private static let prices = Formula.indicator(name: "fiscal.price_index", unit: .ratio)
  private static let rise = Formula.present(prices / .lastYear(prices) - .one, else: .zero(.ratio))
  private static let above = rise - .parameter(trigger) + .parameter(width)

  private static let months = names.indicator(
    "share_of_months", .share, zh: "达到启动条件的月份占比", en: "Share of months that reach the trigger", .uniform,
    observation: .holds,
    formula: .smaller(.larger(above / (.parameter(width) + .parameter(width)), .zero(.share)), .one))

  private static let covered =
    .indicator(Dibao.recipients) + .indicator(Destitute.recipients) + .indicator(Orphans.recipients)
    + .indicator(ChildrenInDifficulty.atEdge)

  private static let persons = names.recipients(covered * .indicator(months))

  static let rule = BenefitRule(
    names, .socialAssistance, steps: [months], recipients: persons,
    payment: names.payment(
      .yearly(
        .indicator(persons), .indicator(Dibao.ofYear) * .larger(rise - .parameter(floor), .zero(.share)))))
}
