import Benefits
import Care
import Domain
import Fiscal
import Formulas
import Population
import Programmes
import Targets

/// Everything the model declares, for a city's programmes and its index.
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
  public let processes: [Process]

  public static let schedules = Demography.schedules + Care.schedules
  public static let measures =
    Demography.measures + AbilityModel.measures + Care.expectancyMeasures.map(\.measure)

  /// What is left to chance; new ones join at the end, so that the draws of the others stay as they are.
  public static let processes = Demography.processes + Care.processes + BenefitRule.processes + Economy.processes

  /// Results of the benefit rules.
  public static let standards = BenefitRule.all.flatMap(\.indicators)

  /// The parameters every dataset must give.
  public static let parameters =
    Demography.parameters + Care.parameters + BenefitRule.all.flatMap(\.parameters) + Economy.parameters
    + CompositeIndex.parameters + coefficients(of: processes)
  /// Those a dataset may leave out, and with them the uncertainty, or the index.
  public static let optional = Set(
    [Demography.mortalityDeviation] + CompositeIndex.parameters + coefficients(of: processes))

  /// Whether a parameter is moved by a process of which any of these coefficients is one.
  public static func isMoved(_ parameter: Parameter, among paths: Set<String>) -> Bool {
    processes.contains { process in
      process.parameter == parameter && process.coefficients.contains { paths.contains($0.parameter.path) }
    }
  }

  /// The indicators every city has.
  public static let indicators =
    Demography.indicators + Care.indicators + standards + Economy.indicators + gaps.flatMap(\.indicators)

  /// The model of the population alone.
  public static let population = Model()

  private init() {
    extent = .population
    processes = Demography.processes
    parameters = Demography.parameters + Model.coefficients(of: processes)
    indicators = Demography.indicators
  }

  public init(programmes: [Programme], index: CompositeIndex = CompositeIndex()) {
    extent = .whole
    processes = Model.processes
    parameters = Model.parameters + programmes.map(\.path) + index.parameters
    indicators = Model.indicators + programmes.map(\.level) + index.indicators
  }

  private static func coefficients(of processes: [Process]) -> [Parameter] {
    processes.flatMap(\.coefficients).map(\.parameter)
  }

  /// The indicators that reach the output.
  public var published: [Indicator] { indicators.filter(\.isPublished) }
}
