import Domain
import Formulas

/// The accounts' books: what they have, what they pay for under the shares decided, what they keep.
extension Fund {
  public static let cityNeedShare = Parameter("fund.city_need_share", .share, 0...1, .lever, isChoice: true)

  /// What the city hands a district, as a share of the city's own money.
  public static let decidedTransfer = Parameter(
    "fund.decided_transfer", .share, 0...1, .lever, .district, isChoice: true)

  /// What an account receives in a year from last year's sales; nobody knows the flows of the base year.
  static let income = step(
    "account_income", zh: "账户收入（市级下拨前）", en: "An account's income before what the city hands on", .ratio,
    .opening(.lastYear(.itself), then: .lastYear(.indicator(resources)) * .lastYear(.indicator(accountShare))))

  private static let kept = Formula.lastYear(.indicator(name: Fund.keptName, unit: .yuan))

  /// The city's own money before it hands some on.
  static let cityGross = step(
    "city_gross", zh: "市本级账户可用资金（下拨前）", en: "Money of the city's own account before it hands some on", .uniform,
    kept + .indicator(income))

  /// What a district is handed by the city.
  static let received = step(
    "account_received", zh: "市级下拨", en: "Received from the city", .ratio,
    .inCity(
      .zero(.yuan),
      elsewhere: .present(.parameter(decidedTransfer), else: .zero(.share)) * .indicator(cityGross)))

  public static var accountRevenueName: String { accountRevenue.name }

  static let accountRevenue = step(
    "account_revenue", zh: "账户收入", en: "An account's revenue", .ratio,
    .indicator(income)
      + .inCity(.zero(.yuan) - .overDistricts(.indicator(received)), elsewhere: .indicator(received)))

  /// What an account has in a year.
  static let money = step(
    "account_money", zh: "账户可用资金", en: "Money of an account", .ratio, kept + .indicator(accountRevenue))

  private func sum(_ uses: [FundUse]) -> Formula {
    uses.isEmpty ? .opening(.lastYear(.itself), then: .zero(.yuan)) : .total(uses.map { .indicator($0.spent) })
  }

  var spentOfAccount: Indicator {
    Fund.step("account_spent", zh: "账户支出", en: "Spent by an account", .ratio, sum(fundable))
  }

  var eldercareOfAccount: Indicator {
    Fund.step(
      "account_eldercare", zh: "账户养老支出", en: "Spent by an account on eldercare", .ratio,
      sum(fundable.filter(\.isEldercare)))
  }

  /// What an account has left; in the base year a share of what comes in the year after.
  var keptByAccount: Indicator {
    Fund.step(
      "account_carried_over", zh: "账户结转", en: "Carried over by an account", .ratio,
      .opening(
        .parameter(Fund.openingShare) * .indicator(Fund.resources) * .indicator(Fund.accountShare),
        then: .indicator(Fund.money) - .indicator(spentOfAccount)))
  }

  /// All accounts together in the city, the district's own in a district.
  private static func whole(_ account: Indicator) -> Formula {
    .inCity(.indicator(account) + .overDistricts(.indicator(account)), elsewhere: .indicator(account))
  }

  /// What all accounts together come to.
  public enum Sum: String, NamedIndicator {
    case income, revenue, spent
    case carriedOver = "carried_over"
    case eldercareShare = "eldercare_share"
    case lowestEldercareShare = "eldercare_share_lowest"

    public var name: String { "fund.\(rawValue)" }
  }

  private static func result(_ sum: Sum, zh: String, en: String, _ formula: Formula) -> Indicator {
    Indicator(sum.name, .yuan, zh: zh, en: en, .ratio, observation: .compares, formula: formula)
  }

  var published: [Indicator] {
    let income = Fund.result(
      .income, zh: "福彩公益金收入（市级下拨前）", en: "Lottery fund: income before what the city hands on", Fund.whole(Fund.income))
    let revenue = Fund.result(
      .revenue, zh: "福彩公益金收入", en: "Lottery fund: revenue", Fund.whole(Fund.accountRevenue))
    let spent = Fund.result(.spent, zh: "福彩公益金支出", en: "Lottery fund: spent", Fund.whole(spentOfAccount))
    let carried = Fund.result(
      .carriedOver, zh: "福彩公益金年末结转", en: "Lottery fund: carried over", Fund.whole(keptByAccount))
    let eldercare = Fund.step(
      "eldercare", zh: "福彩公益金养老支出", en: "Lottery fund: spent on eldercare", .ratio,
      Fund.whole(eldercareOfAccount))
    let share = Indicator(
      Sum.eldercareShare.name, .share, zh: "福彩公益金用于养老的比例", en: "Lottery fund: share spent on eldercare", .ratio,
      observation: .compares, formula: .indicator(eldercare) / .indicator(spent))
    let lowest = Indicator(
      Sum.lowestEldercareShare.name, .share, zh: "福彩公益金用于养老的比例：最低的区县",
      en: "Lottery fund: share spent on eldercare, lowest district", .city, observation: .compares,
      formula: .overDistricts(.indicator(share), .smallest))
    let atHand = Fund.step(
      "at_hand", zh: "上年结转与收入之和", en: "Carried in and received", .ratio,
      .lastYear(.indicator(carried)) + .indicator(revenue))
    return [income, revenue, spent, carried, eldercare, share, lowest, atHand, paid(spent)]
  }

  /// What the fund pays in an area, whichever account it comes from, by use; the budget counts the same by line.
  private func paid(_ spent: Indicator) -> Indicator {
    let here = fundable.map { Formula.present(.indicator($0.covered) * .indicator(need(of: $0)), else: .zero(.yuan)) }
    let none = Formula.opening(.lastYear(.itself), then: .zero(.yuan))
    return Fund.step(
      "paid", zh: "公益金在本地的支出", en: "Paid by the fund in the area", .ratio,
      .inCity(.indicator(spent), elsewhere: here.isEmpty ? none : .opening(.lastYear(.itself), then: .total(here))))
  }
}

/// Steps that an allocation reads.
extension Fund {
  /// The indicators that a decision goes by: its money and its needs.
  public var figureNames: [String] { [Fund.keptName, Fund.incomeName] + fundable.map(\.accountNeed.name) }

  public static let keptName = "fund.account_carried_over"
  public static let incomeName = "fund.account_income"
}
