import Benefits
import Care
import Domain
import Fiscal
import Formulas
import Population
import Programmes
import Targets

/// A city as the model sees it: everything a dataset holds, checked.
public struct City: Sendable {
  public let name: String
  public let baseYear: Year
  public let areas: Areas
  /// Persons on 31 December of the base year by district, in the order of the areas.
  public let residents: [AgeTable]
  /// Empty where only residents are known.
  public let registered: [AgeTable]
  public let schedules: ScheduleTable
  public let observations: Observations
  /// Who is served first where hands are short, and who pays for care.
  public let careOrder: CareOrder
  public let carePayers: CarePayers
  public let programmes: [Programme]
  /// What the lottery fund may be used for.
  public let fundUses: [FundUse]
  public let targets: [Target]
  public let index: CompositeIndex
  public let values: [String: ParameterValues]
  /// Rates given outright.
  public let rates: RateTables
  /// Between the yearly innovations of processes.
  public let correlations: [Correlation]

  public init(
    name: String, baseYear: Year, areas: Areas, residents: [AgeTable], registered: [AgeTable],
    schedules: ScheduleTable, observations: Observations, programmes: [Programme],
    careOrder: CareOrder = .together, carePayers: CarePayers = .households, fundUses: [FundUse] = [], targets: [Target],
    index: CompositeIndex = CompositeIndex(), values: [String: ParameterValues],
    rates: RateTables = RateTables(),
    correlations: [Correlation] = []
  ) {
    self.name = name
    self.baseYear = baseYear
    self.areas = areas
    self.residents = residents
    self.registered = registered
    self.schedules = schedules
    self.observations = observations
    self.careOrder = careOrder
    self.carePayers = carePayers
    self.programmes = programmes
    self.fundUses = fundUses
    self.targets = targets
    self.index = index
    self.values = values
    self.rates = rates
    self.correlations = correlations
  }

  /// Everything declared for it.
  public var model: Model {
    Model(programmes: programmes, uses: fundUses, index: index, order: careOrder, payers: carePayers)
  }

  /// What is known of every parameter: those of the package's files, and those its tables bring along.
  public var allValues: [String: ParameterValues] {
    let paths = programmes.map { ($0.path.path, ParameterValues(label: $0.label)) }
    return values.merging(paths) { own, _ in own }.merging(index.values) { own, _ in own }
  }

  /// The benefit rules that its dataset gives values for.
  public var benefits: [BenefitRule] {
    BenefitRule.all.filter { rule in
      !rule.isLocal || rule.parameters.contains { values[$0.path].map { !$0.all.isEmpty } == true }
    }
  }

  /// The newest year anything was published for.
  public var newestObservation: Year { max(observations.newestYear ?? baseYear, baseYear) }

  /// The newest year anything is known of: published results, and values of parameters that are learnt later.
  public var newestKnowledge: Year {
    let dated = values.values.flatMap { $0.city + $0.districts.values.joined() }
    return max(newestObservation, dated.map(\.known).max() ?? baseYear)
  }
}
