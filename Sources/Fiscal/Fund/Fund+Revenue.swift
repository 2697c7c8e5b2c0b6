import Domain
import Formulas
import Population

/// From lottery sales to what accounts receive, a year later.
extension Fund {
  static let raisedShare = Parameter("fund.raised_share", .share, 0...1, .uncertainty)
  static let centreShare = Parameter("fund.centre_share", .share, 0...1, .fact)
  static let provinceShare = Parameter("fund.province_share", .share, 0...1, .fact)
  static let fromAbove = Parameter("fund.from_above", .share, 0...5, .uncertainty)
  public static let cityShare = Parameter("fund.city_share", .share, 0...1, .lever)
  static let districtWeight = Parameter("fund.district_weight", .ratio, 0.01...100, .lever, .district)
  static let openingShare = Parameter("fund.opening_share", .share, 0...5, .uncertainty, .district, isFixed: true)

  /// What goes to others than the city and its districts.
  public static let handedUp = [centreShare, provinceShare]

  static let revenueParameters = [
    raisedShare, centreShare, provinceShare, fromAbove, cityShare, districtWeight, openingShare,
  ]

  public static let raised = Indicator(
    "fund.raised", .yuan, zh: "福利彩票公益金筹集额", en: "Lottery fund raised", .city,
    formula: .indicator(Economy.sales) * .parameter(raisedShare))

  public static let retained = Indicator(
    "fund.retained", .yuan, zh: "市及以下留成公益金", en: "Lottery fund kept by the city and below", .city,
    observation: .compares,
    formula: .indicator(raised)
      * .larger(.one - .parameter(centreShare) - .parameter(provinceShare), .zero(.share)))

  /// What a year's sales bring the city and its districts in the year after: what is kept, and what centre and
  /// province hand down.
  static let resources = step(
    "resources", zh: "当年销售形成的下年可用资金", en: "What a year's sales bring", .uniform,
    .indicator(retained) * (.one + .parameter(fromAbove)))

  /// An account's part of it: the city's own, and districts by their registered older people.
  static let accountShare: Indicator = {
    let people = Formula.present(
      .indicator(Demography.populationRegistered60Plus), else: .indicator(Demography.populationAged60Plus))
    let weighted = people * .parameter(districtWeight)
    return step(
      "account_share", .share, zh: "账户份额", en: "Share of an account", .ratio,
      .inCity(
        .parameter(cityShare), elsewhere: (.one - .ofCity(cityShare)) * weighted / .overDistricts(weighted)))
  }()

  static let revenueIndicators = [raised, retained, resources, accountShare]

  /// An indicator that only others need.
  static func step(
    _ name: String, _ unit: Unit = .yuan, zh: String, en: String, _ aggregation: Indicator.Aggregation,
    _ formula: Formula
  ) -> Indicator {
    Indicator(
      "fund.\(name)", unit, zh: zh, en: en, aggregation, observation: .compares, isPublished: false, formula: formula)
  }
}
