import Benefits
import Care
import Domain
import Formulas
import Population
import Programmes

/// Everything the model declares, for a city's programmes.
///
/// Readers, help, reports and tests walk these lists; a new part joins them here.
public struct Model: Sendable {
  /// How far along the chain a run goes.
  public enum Extent: Sendable {
    /// The population alone.
    case population
    /// The whole chain.
    case whole
  }

  public let extent: Extent
  public let parameters: [Parameter]
  public let indicators: [Indicator]

  public static let schedules = Demography.schedules + Care.schedules
  public static let measures = Demography.measures + AbilityModel.measures

  /// Results of the benefit rules.
  public static let standards = BenefitRule.all.flatMap(\.indicators)

  /// The parameters every dataset must give.
  public static let parameters =
    Demography.parameters + Care.parameters + BenefitRule.all.flatMap(\.parameters)
  /// The indicators every city has.
  public static let indicators =
    Demography.indicators + Care.indicators + standards

  /// The model of the population alone.
  public static let population = Model()

  private init() {
    extent = .population
    parameters = Demography.parameters
    indicators = Demography.indicators
  }

  public init(programmes: [Programme]) {
    extent = .whole
    parameters = Model.parameters + programmes.map(\.path)
    indicators = Model.indicators + programmes.map(\.level)
  }

  /// The indicators that reach the output.
  public var published: [Indicator] { indicators.filter(\.isPublished) }
}
