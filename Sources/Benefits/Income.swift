import Domain
import Formulas
import Population

/// Incomes of registered people: log-normal in town and country about means that follow the city's.
enum Income {
  static let mean = Parameter("benefits.mean_income", .yuanPerPersonYear, 1000...1e7, .uncertainty)
  static let growth = Parameter("benefits.income_growth", .share, -0.5...1, .uncertainty)
  /// Mean income in town and in the country over the city's.
  static let urbanRatio = Parameter("benefits.income.urban_ratio", .ratio, 0.1...10, .fact)
  static let ruralRatio = Parameter("benefits.income.rural_ratio", .ratio, 0.1...10, .fact)
  /// Registered people who live in town.
  static let urbanShare = Parameter("benefits.income.urban_share", .share, 0...1, .uncertainty, .district)
  /// σ, the standard deviation of the logarithm of income near its lower tail.
  static let deviation = Parameter("benefits.income.log_deviation", .ratio, 0.05...3, .uncertainty)

  static let parameters = [mean, growth, urbanRatio, ruralRatio, urbanShare, deviation]

  static let process = Process(
    "income", moves: growth, at: "benefits.income_growth", .level, growthOf: mean, .persistence, .deviation)

  static let registered = Formula.measure(Demography.registeredMeasure)

  static let urbanMean = Indicator(
    "benefits.income.urban", .yuanPerPersonYear, zh: "城镇人均可支配收入", en: "Mean income in town", .uniform,
    observation: .compares, formula: .parameter(mean) * .parameter(urbanRatio))
  static let ruralMean = Indicator(
    "benefits.income.rural", .yuanPerPersonYear, zh: "农村人均可支配收入", en: "Mean income in the country", .uniform,
    observation: .compares, formula: .parameter(mean) * .parameter(ruralRatio))
  static let indicators = [urbanMean, ruralMean]

  /// What the tail says of a line, in town or in the country.
  static func tail(_ tail: LogNormalTail, below line: Formula, mean: Indicator) -> Formula {
    .logNormal(tail, below: line, mean: .indicator(mean), deviation: .parameter(deviation))
  }

  /// The mean over a district's people of a quantity of town and one of the country.
  static func overPeople(urban: Formula, rural: Formula) -> Formula {
    .parameter(urbanShare) * urban + .rest(urbanShare) * rural
  }
}
