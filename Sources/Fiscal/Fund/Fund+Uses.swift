import Domain
import Formulas

/// What uses need, and how much of it the fund covers.
extension Fund {
  /// What the fund may pay for a use: the fundable parts of its lines.
  func need(of use: FundUse) -> Indicator {
    let parts = lines.filter { $0.use == use && use.isFundable }.map { Formula.indicator($0.fundable) }
    return Indicator(
      Fund.needName(use.name), .yuan, zh: "公益金可承担：\(use.label.zh)", en: "Fundable: \(use.label.en)",
      observation: .compares, formula: parts.isEmpty ? .opening(.lastYear(.itself), then: .zero(.yuan)) : .total(parts))
  }

  var needs: [Indicator] { uses.map(need) }

  /// The part of a need that an account is for, in plain numbers; ``FundUse/accountNeed`` is the same as a formula.
  public static func partOfNeed(_ isCitysOwn: Bool, _ cityNeedShare: Double) -> Double {
    isCitysOwn ? cityNeedShare : 1 - cityNeedShare
  }

  public static func needName(_ use: String) -> String { "fund.need.\(use)" }

  /// The share of the fundable parts of a use's lines that the fund pays, in every area.
  static func coveredName(_ use: String) -> String { "fund.covered.\(use)" }
}

extension FundUse {
  private var need: Formula { .indicator(name: Fund.needName(name), unit: .yuan) }

  private func step(
    _ kind: String, _ unit: Unit, _ aggregation: Indicator.Aggregation, zh: String, en: String, _ formula: Formula
  ) -> Indicator {
    Fund.step(
      "\(kind).\(name)", unit, zh: "\(zh)：\(label.zh)", en: "\(en): \(label.en)", aggregation, formula)
  }

  /// The part of the need that an account is for: the city's own for a share of all, a district's for the rest of its own.
  public var accountNeed: Indicator {
    step(
      "account_need", .yuan, .ratio, zh: "账户需求", en: "Need of an account",
      need * .inCity(.parameter(Fund.cityNeedShare), elsewhere: .one - .ofCity(Fund.cityNeedShare)))
  }

  /// What an account would spend on the use: the share of its money that was decided, and no more than is needed.
  var planned: Indicator {
    step(
      "account_planned", .yuan, .ratio, zh: "账户按比例支出", en: "Spent by an account as decided",
      .opening(
        .lastYear(.itself),
        then: .present(
          .smaller(.parameter(decided) * .indicator(Fund.money), .indicator(accountNeed)), else: .zero(.yuan))))
  }

  /// What it spends once the floor of eldercare is kept.
  public var spent: Indicator {
    let planned = Formula.indicator(planned)
    return step(
      "account_spent", .yuan, .ratio, zh: "账户支出", en: "Spent by an account",
      isEldercare
        ? planned + (.indicator(accountNeed) - planned) * .indicator(name: Fund.toppedUpName, unit: .share)
        : planned * .indicator(name: Fund.leftName, unit: .share))
  }

  /// The share of the need that the city's own account covers, the same in all districts.
  var coveredByCity: Indicator {
    step(
      "covered_by_city", .share, .uniform, zh: "市本级账户承担比例", en: "Covered by the city's own account",
      .indicator(spent) / need)
  }

  var covered: Indicator {
    step(
      "covered", .share, .ratio, zh: "公益金承担比例", en: "Covered by the fund",
      .present(.indicator(coveredByCity), else: .zero(.share))
        + .inCity(.zero(.share), elsewhere: .present(.indicator(spent) / need, else: .zero(.share))))
  }
}
