import Domain
import Formulas

/// 价格临时补贴: a part of the standard for each month in which prices rise fast.
///
/// The year knows only its mean rise; months lie about it evenly within a width, so that the share of months above
/// the trigger grows from none to all.
extension BenefitRule {
  static let priceTrigger = Parameter("benefits.price_subsidy.trigger", .share, 0...1, .lever)
  static let priceWidth = Parameter("benefits.price_subsidy.width", .share, 0.0001...0.5, .uncertainty)
  /// The rise of prices from which on it is made up for.
  static let priceFloor = Parameter("benefits.price_subsidy.floor", .share, 0...1, .lever)

  private static let label = Label(zh: "价格临时补贴", en: "Price subsidy")
  /// Declared further on, in the economy.
  private static let prices = Formula.indicator(name: "fiscal.price_index", unit: .ratio)
  private static let rise = Formula.present(prices / .lastYear(prices) - .one, else: .zero(.ratio))
  private static let above = rise - .parameter(priceTrigger) + .parameter(priceWidth)

  private static let months = Indicator(
    "benefits.price_subsidy.share_of_months", .share, zh: "达到启动条件的月份占比", en: "Share of months that reach the trigger",
    .uniform,
    formula: .smaller(
      .larger(above / (.parameter(priceWidth) + .parameter(priceWidth)), .zero(.share)), .one))

  private static let covered =
    .indicator(dibaoRecipients) + .indicator(destituteRecipients) + .indicator(orphansRecipients)
    + .indicator(childrenAtEdge)

  private static let persons = recipients("price_subsidy", label, covered * .indicator(months))

  static let priceSubsidy = BenefitRule(
    "price_subsidy", label, fundRole: .socialAssistance, parameters: [priceTrigger, priceWidth, priceFloor],
    steps: [months],
    recipients: persons,
    payment: payment(
      "price_subsidy", label,
      .yearly(
        .indicator(persons),
        .indicator(dibaoOfYear) * .larger(rise - .parameter(priceFloor), .zero(.share)))))
}
