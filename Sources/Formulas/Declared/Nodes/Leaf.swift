import Domain

extension Formula {
  /// How a formula reads a parameter.
  public enum Reading: Hashable, Sendable {
    /// At the end of the year: the area's own value, else the city's.
    case atYearEnd
    /// The mean over the days of the year.
    case meanOverYear
    /// The city's value, in every area.
    case ofCity
    /// The area's own value; no value where it has none.
    case ownValue
    /// The area's value as the dataset has it, whatever a scenario changes.
    case asGiven
  }

  /// What formulas are built from.
  public enum Leaf: Hashable, Sendable {
    case parameter(Parameter, Reading)
    case measure(Measure)
    case indicator(Indicator.Reference)
    /// The indicator being defined; only last year's value of it may be used.
    case itself
    case constant(Constant)
  }

  public static func parameter(_ parameter: Parameter) -> Formula { Formula(.parameter(parameter, .atYearEnd)) }
  /// The mean over the days of the year.
  public static func meanOverYear(_ parameter: Parameter) -> Formula { Formula(.parameter(parameter, .meanOverYear)) }
  /// The city's value of a parameter, in every area.
  public static func ofCity(_ parameter: Parameter) -> Formula { Formula(.parameter(parameter, .ofCity)) }
  /// The area's own value of a parameter; no value where it has none.
  public static func ownValue(_ parameter: Parameter) -> Formula { Formula(.parameter(parameter, .ownValue)) }
  /// The area's value as the dataset has it, whatever a scenario changes.
  public static func asGiven(_ parameter: Parameter) -> Formula { Formula(.parameter(parameter, .asGiven)) }
  public static func measure(_ measure: Measure) -> Formula { Formula(.measure(measure)) }
  public static func indicator(_ reference: Indicator.Reference) -> Formula { Formula(.indicator(reference)) }
  public static func indicator(_ indicator: Indicator) -> Formula { .indicator(indicator.reference) }

  /// An indicator that is defined further on; only last year's value of it may be used.
  public static func indicator(name: String, unit: Unit) -> Formula {
    .indicator(Indicator.Reference(name: name, unit: unit))
  }

  /// The indicator being defined; only last year's value of it may be used.
  public static let itself = Formula(.itself)
}

extension Formula.Leaf {
  /// - Parameter own: the unit of the indicator the formula defines.
  func unit(of own: Unit) -> Unit {
    switch self {
    case .parameter(let p, _): p.unit
    case .measure(let m): m.unit
    case .indicator(let reference): reference.unit
    case .itself: own
    case .constant(let constant): constant.unit
    }
  }

  /// - Parameter name: what a parameter, measure or indicator is to be called; its path or name where nil.
  func written(in language: Language, name: String?) -> Written {
    switch self {
    case .parameter(let p, let reading): reading.written(name ?? p.path, in: language)
    case .measure(let m): Written(name ?? m.name)
    case .indicator(let reference): Written(name ?? reference.name)
    case .itself: Written(name ?? language.say("自身", "itself"))
    case .constant(let constant): Written(constant.name(language))
    }
  }
}

extension Formula.Reading {
  fileprivate func written(_ name: String, in language: Language) -> Written {
    switch self {
    case .atYearEnd: Written(name)
    case .meanOverYear: Written(language.say("年内均值(\(name))", "mean over the year(\(name))"))
    case .ofCity: Written(language.say("全市的 \(name)", "city's \(name)"))
    case .ownValue: Written(language.say("本地的 \(name)", "own \(name)"))
    case .asGiven: Written(language.say("数据集中的 \(name)", "\(name) as given"))
    }
  }
}
