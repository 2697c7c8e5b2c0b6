import Domain
import Formulas

/// Wages, prices and lottery sales: what costs and the fund go with.
public enum Economy {
  static let wageGrowth = Parameter("fiscal.wage_growth", .share, -0.5...1, .uncertainty)
  static let priceGrowth = Parameter("fiscal.price_growth", .share, -0.5...1, .uncertainty)
  /// How far unit costs of services go with wages; the rest goes with prices. Read where values are carried on.
  static let wageWeight = Parameter("fiscal.wage_weight", .share, 0...1, .uncertainty)
  static let lotterySales = Parameter("fund.lottery_sales", .yuan, 0...1e12, .uncertainty)
  static let lotterySalesGrowth = Parameter("fund.lottery_sales_growth", .share, -0.5...1, .uncertainty)

  public static let parameters = [wageGrowth, priceGrowth, wageWeight, lotterySales, lotterySalesGrowth]

  /// One in the base year, then last year's grown by a rate.
  private static func index(_ name: String, zh: String, en: String, growing rate: Parameter) -> Indicator {
    Indicator(
      "fiscal.\(name)", .ratio, zh: zh, en: en, .uniform,
      formula: .opening(.one, then: .lastYear(.itself) + .lastYear(.itself) * .parameter(rate)))
  }

  static let wageIndex = index("wage_index", zh: "工资指数（基年为 1）", en: "Wages (base year = 1)", growing: wageGrowth)
  public static let priceIndex = index(
    "price_index", zh: "物价指数（基年为 1）", en: "Prices (base year = 1)", growing: priceGrowth)

  public static let sales = Indicator(
    "fund.sales", .yuan, zh: "福利彩票销售额", en: "Welfare-lottery sales", .city, formula: .parameter(lotterySales))

  public static let indicators = [wageIndex, priceIndex, sales]

  public static let processes = [
    Process("wages", moves: wageGrowth, at: "fiscal.wage_growth", .level, .persistence, .deviation),
    Process("prices", moves: priceGrowth, at: "fiscal.price_growth", .level, .persistence, .deviation),
    Process(
      "lottery", moves: lotterySales, at: "fund.lottery_sales", .log, heldBy: sales, .persistence, .deviation),
  ]
}
