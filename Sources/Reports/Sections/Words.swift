import Domain
import Formulas

extension Parameter.Role {
  /// What decides the value, in words.
  var label: Label {
    switch self {
    case .lever: Label(zh: "政策", en: "lever")
    case .uncertainty: Label(zh: "不确定", en: "uncertainty")
    case .fact: Label(zh: "事实", en: "fact")
    }
  }
}

extension Parameter.Scope {
  /// For whom a value holds, in words.
  var label: Label {
    switch self {
    case .city: Label(zh: "全市", en: "city")
    case .district: Label(zh: "各区县", en: "each district")
    case .split: Label(zh: "全市分摊", en: "city, shared out")
    }
  }
}

extension Indicator.Aggregation {
  /// How the city's value comes about, in words.
  var label: Label {
    switch self {
    case .sum: Label(zh: "区县之和", en: "sum of districts")
    case .ratio: Label(zh: "各自计算", en: "worked out by area")
    case .uniform: Label(zh: "全市统一", en: "one for all")
    case .city: Label(zh: "只有全市", en: "city only")
    }
  }
}

extension Unit {
  /// The unit as readers of a language write it.
  func name(_ language: Language) -> String {
    guard language == .zh else { return symbol }
    switch self {
    case .share: return "%"
    case .ratio: return "比值"
    case .flag: return "是否"
    case .version: return "版本"
    case .persons: return "人"
    case .yuan: return "元"
    case .beds: return "张"
    case .years: return "岁"
    case .count: return "个"
    case .minutes: return "分钟"
    case .yuanPerPersonYear: return "元/人·年"
    case .yuanPerPersonMonth: return "元/人·月"
    case .yuanPerPersonDay: return "元/人·天"
    case .yuanPerPerson: return "元/人"
    case .yuanPerBed: return "元/张"
    case .yuanPerHour: return "元/小时"
    case .daysPerYear: return "天/年"
    case .hoursPerPersonMonth: return "小时/人·月"
    case .bedsPerTenThousand: return "张/万人"
    case .personsPerTenThousand: return "人/万人"
    case .personsPerBed: return "人/张"
    case .yuanPerYear: return "元/年"
    case .yuanPerPerson: return "元/人"
    case .yuanPerBed: return "元/张"
    case .yuanPerCount: return "元/个"
    case .yuanPerCountYear: return "元/个·年"
    default: return symbol
    }
  }
}
