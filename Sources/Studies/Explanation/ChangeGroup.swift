import Domain
import Formulas

/// What makes two numbers differ: groups of the places where a year's graph is cut.
public enum ChangeGroup: String, CaseIterable, Sendable {
  case people
  case ageMix = "age_mix"
  case ability
  case use
  case capacity
  case standards
  case unitCosts = "unit_costs"
  case prices
  case rollOut = "roll_out"
  case payers

  public var label: Label {
    switch self {
    case .people: Label(zh: "人数", en: "People")
    case .ageMix: Label(zh: "年龄结构", en: "Age mix")
    case .ability: Label(zh: "失能程度", en: "Ability")
    case .use: Label(zh: "使用与享受面", en: "Take-up and settings")
    case .capacity: Label(zh: "床位与人手", en: "Capacity")
    case .standards: Label(zh: "待遇标准", en: "Standards")
    case .unitCosts: Label(zh: "单位成本", en: "Unit costs")
    case .prices: Label(zh: "工资、物价与收入", en: "Wages, prices, incomes")
    case .rollOut: Label(zh: "项目推进", en: "Roll-out")
    case .payers: Label(zh: "出资与公益金", en: "Payers and fund")
    }
  }
}

/// The group of what stands at a leaf.
extension ChangeGroup {
  /// By the beginnings of paths and names; the longest counts.
  private static let beginnings: [(String, ChangeGroup)] = [
    ("demography.", .people), ("population.", .people), ("care.people.", .ability),
    ("care.ability.", .ability), ("care.dementia.", .ability), ("care.life_expectancy", .ability),
    ("care.", .use), ("gap.", .capacity),
    ("care.beds.", .capacity), ("care.family_beds.", .capacity), ("care.family_beds.share_", .use),
    ("care.family_beds.in_use", .use), ("care.family_beds.hours", .use), ("care.workers.", .capacity),
    ("care.staffing.", .capacity), ("care.institution.fee", .unitCosts), ("care.institution.least_own_share", .payers),
    ("care.paid.", .payers),
    ("benefits.", .use), ("benefits.consumption_growth", .standards), ("benefits.dibao.ratio", .standards),
    ("benefits.dibao.standard", .standards), ("benefits.dibao.rounding", .standards),
    ("benefits.low_edge.subsidy_ratio", .standards), ("benefits.low_edge.multiple", .standards),
    ("benefits.dibao_elder_supplement.ratio", .standards), ("benefits.disability_living.ratio", .standards),
    ("benefits.income", .prices), ("benefits.mean_income", .prices), ("benefits.minimum_wage", .prices),
    ("benefits.price_subsidy.", .standards), ("benefits.ltc_insurance.employee_share", .payers),
    ("benefits.ltc_insurance.resident_", .payers), ("benefits.ltc_insurance.employee_", .payers),
    ("fiscal.", .unitCosts), ("fiscal.wage", .prices), ("fiscal.price", .prices), ("fiscal.care_wage", .prices),
    ("fiscal.payer.", .payers), ("fiscal.fund.", .payers), ("fiscal.fund_pays.", .payers),
    ("fiscal.shared.", .payers), ("fiscal.fundable.", .payers), ("fiscal.insurance_", .payers),
    ("fund.", .payers), ("fund.lottery_sales", .prices), ("fund.sales", .prices), ("programmes.", .rollOut),
    ("index.", .rollOut),
  ]

  /// Whether a group is named for what begins so.
  public static func knows(_ name: String) -> Bool { beginnings.contains { name.hasPrefix($0.0) } }

  /// - Parameters:
  ///   - name: path of a parameter or name of an indicator.
  ///   - unit: money in a benefit is its standard.
  public init(of name: String, in unit: Unit?) {
    let found = ChangeGroup.beginnings.filter { name.hasPrefix($0.0) }.max { $0.0.count < $1.0.count }
    let parts = name.split(separator: ".")
    switch (found?.1, parts.last.map(String.init) ?? "") {
    case (.unitCosts, let last) where last.hasPrefix("share_") || last == "fund_share": self = .payers
    case (.unitCosts, "units"), (.unitCosts, "amount"): self = .rollOut
    case (.use, _) where name.hasPrefix("benefits.") && (unit?.dimension.yuan ?? 0) != 0: self = .standards
    case (let group?, _): self = group
    // What changes of a parameter's values come to beside it stands under a path that begins otherwise.
    case (nil, _): self = .rollOut
    }
  }
}

extension CutGraph.Source {
  /// The one group a leaf belongs to; nil for people, who are split by number, ages and ability.
  var group: ChangeGroup? {
    switch self {
    case .parameter(let parameter): ChangeGroup(of: parameter.path, in: parameter.unit)
    case .indicator(let name): ChangeGroup(of: name, in: nil)
    case .measure(let measure):
      measure.unit != .persons ? measure.name.hasPrefix("ability.") ? .ability : .ageMix : nil
    }
  }
}
