import Domain
import Formulas
import NumericCore

/// Healthy life expectancy at 60 in the city.
extension Care {
  /// A count of years in a band of levels, by one method.
  public struct ExpectancyMeasure: Sendable {
    public let measure: Measure
    let sex: Sex
    let isMultistate: Bool
    /// The worst level that counts.
    let worst: Ability
  }

  private static func expectancy(_ sex: Sex, multistate: Bool, _ worst: Ability) -> ExpectancyMeasure {
    let band =
      switch worst {
      case .intact: (name: "intact", zh: "能力完好", en: "intact")
      case .mild: (name: "independent", zh: "未达中度失能", en: "free of moderate disability or worse")
      default: (name: "total", zh: "余寿", en: "in all")
      }
    let method = worst == .complete ? ("", "") : multistate ? ("，多状态法", ", multistate") : ("，沙利文法", ", Sullivan")
    let (zh, en) = sex == .female ? ("女性", "women") : ("男性", "men")
    let measure = Measure(
      "ability.\(band.name)_60_\(sex.name)\(multistate ? "_multistate" : "")", .years,
      zh: "60 岁\(zh)\(band.zh)年数\(method.0)", en: "Years from age 60, \(band.en), \(en)\(method.1)")
    return ExpectancyMeasure(measure: measure, sex: sex, isMultistate: multistate, worst: worst)
  }

  public static let expectancyMeasures: [ExpectancyMeasure] = Sex.allCases.flatMap { sex in
    [expectancy(sex, multistate: false, .complete)]
      + [false, true].flatMap { method in
        [Ability.intact, .mild].map { expectancy(sex, multistate: method, $0) }
      }
  }

  static let expectancyIndicators = expectancyMeasures.map { expectancy in
    Indicator(
      "care.life_expectancy.\(expectancy.measure.name.split(separator: ".")[1])", .years,
      zh: expectancy.measure.label.zh, en: expectancy.measure.label.en, .city, population: .resident,
      formula: .measure(expectancy.measure))
  }
}

extension HealthExpectancies {
  /// The years of a measure.
  public func years(_ expectancy: Care.ExpectancyMeasure) -> LaneVector {
    let byLevel = (expectancy.isMultistate ? multistate : sullivan)[expectancy.sex.rawValue]
    return byLevel[...expectancy.worst.rawValue].reduce(.zero, +)
  }
}
