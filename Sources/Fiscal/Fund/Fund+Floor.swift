import Domain
import Formulas

/// The floor of eldercare in every member: shares decided on the central member are mended where money or needs differ.
///
/// With e and o decided for eldercare and the rest, E what eldercare needs and φ the floor, eldercare gets
/// e′ = max(e, min(φ (e + o), E)) and the rest o′ = min(e + o − e′, e′ (1 − φ)/φ); what is left is carried over. Then the
/// city's own account does the same for the floor of all accounts together, beside what the districts have above it.
extension Fund {
  private var eldercare: [FundUse] { fundable.filter(\.isEldercare) }
  private var others: [FundUse] { fundable.filter { !$0.isEldercare } }

  private func sum(_ uses: [FundUse], _ amount: (FundUse) -> Indicator) -> Formula {
    uses.isEmpty ? .zero(.yuan) : .total(uses.map { .indicator(amount($0)) })
  }

  private static func yuan(_ name: String, zh: String, en: String, _ formula: Formula) -> Indicator {
    step(name, zh: zh, en: en, .ratio, formula)
  }

  // MARK: - As decided

  private var plannedEldercare: Indicator {
    Fund.yuan(
      "account_planned_eldercare", zh: "账户按比例的养老支出", en: "Spent on eldercare as decided", sum(eldercare, \.planned))
  }

  private var plannedOthers: Indicator {
    Fund.yuan("account_planned_others", zh: "账户按比例的其他支出", en: "Spent on the rest as decided", sum(others, \.planned))
  }

  private var needOfEldercare: Indicator {
    Fund.yuan(
      "account_eldercare_need", zh: "账户养老需求", en: "Need of eldercare in an account", sum(eldercare, \.accountNeed))
  }

  // MARK: - At an account's own floor

  private static let ownFloor = Formula.inCity(.parameter(cityEldercareFloor), elsewhere: .parameter(eldercareFloor))

  private var eldercareAtFloor: Indicator {
    let (e, o) = (Formula.indicator(plannedEldercare), Formula.indicator(plannedOthers))
    return Fund.yuan(
      "account_eldercare_at_floor", zh: "账户达到下限的养老支出", en: "Spent on eldercare at the floor",
      .larger(e, .smaller(Fund.ownFloor * (e + o), .indicator(needOfEldercare))))
  }

  private var othersAtFloor: Indicator {
    let (e, o) = (Formula.indicator(plannedEldercare), Formula.indicator(plannedOthers))
    let mended = Formula.indicator(eldercareAtFloor)
    return Fund.yuan(
      "account_others_at_floor", zh: "账户达到下限的其他支出", en: "Spent on the rest at the floor",
      .larger(.smaller(e + o - mended, Fund.atMost(mended, Fund.ownFloor, else: o)), .zero(.yuan)))
  }

  /// What the rest may come to beside so much eldercare; no limit where there is no floor.
  private static func atMost(
    _ eldercare: Formula, _ floor: Formula, beside credit: Formula = .zero(.yuan), else none: Formula
  ) -> Formula {
    .present((eldercare * (.one - floor) + credit) / floor, else: none)
  }

  // MARK: - At the floor of all accounts together

  /// What the districts together spend on eldercare above the floor of all.
  private var credit: Indicator {
    let (e, o) = (Formula.indicator(eldercareAtFloor), Formula.indicator(othersAtFloor))
    return Fund.step(
      "eldercare_above_floor", zh: "区县高于下限的养老支出", en: "Eldercare of the districts above the floor", .uniform,
      .overDistricts(e) - .ofCity(Fund.eldercareFloor) * (.overDistricts(e) + .overDistricts(o)))
  }

  private var mendedEldercare: Indicator {
    let (e, o) = (Formula.indicator(eldercareAtFloor), Formula.indicator(othersAtFloor))
    let needed = Formula.ofCity(Fund.eldercareFloor) * (e + o) - .indicator(credit)
    return Fund.yuan(
      "account_mended_eldercare", zh: "账户养老支出（修正后）", en: "Spent on eldercare, mended",
      .inCity(
        .larger(e, .smaller(.smaller(needed, .indicator(needOfEldercare)), e + o)), elsewhere: e))
  }

  private var mendedOthers: Indicator {
    let (e, o) = (Formula.indicator(eldercareAtFloor), Formula.indicator(othersAtFloor))
    let mended = Formula.indicator(mendedEldercare)
    let most = Fund.atMost(mended, .ofCity(Fund.eldercareFloor), beside: .indicator(credit), else: o)
    return Fund.yuan(
      "account_mended_others", zh: "账户其他支出（修正后）", en: "Spent on the rest, mended",
      .inCity(.larger(.smaller(e + o - mended, most), .zero(.yuan)), elsewhere: o))
  }

  // MARK: - What uses make of it

  static let toppedUpName = "fund.account_topped_up"
  static let leftName = "fund.account_left"

  /// The share of what eldercare still needs that is added to it.
  private var toppedUp: Indicator {
    let planned = Formula.indicator(plannedEldercare)
    return Indicator(
      Fund.toppedUpName, .share, zh: "养老补足比例", en: "Eldercare topped up", .ratio, observation: .compares,
      isPublished: false,
      formula: share(
        .indicator(mendedEldercare) - planned, of: .indicator(needOfEldercare) - planned, else: .zero(.share)))
  }

  /// The share of the rest that is left to it.
  private var left: Indicator {
    Indicator(
      Fund.leftName, .share, zh: "其他支出保留比例", en: "Left to the rest", .ratio, observation: .compares, isPublished: false,
      formula: share(.indicator(mendedOthers), of: .indicator(plannedOthers), else: .one))
  }

  /// A share inside 0…1: where the whole is nothing but for rounding, a part of it is no multiple of it.
  private func share(_ part: Formula, of whole: Formula, else none: Formula) -> Formula {
    .larger(.smaller(.present(part / whole, else: none), .one), .zero(.share))
  }

  /// Every step from the shares decided to what is spent.
  var floorSteps: [Indicator] {
    [
      plannedEldercare, plannedOthers, needOfEldercare, eldercareAtFloor, othersAtFloor, credit, mendedEldercare,
      mendedOthers, toppedUp, left,
    ]
  }
}
