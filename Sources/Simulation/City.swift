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
  /// The information date the dataset was made for; nil where it does not say.
  public var knownUntil: Year?
  public var areas: Areas
  /// Persons on 31 December of the base year by district, in the order of the areas.
  public var residents: [AgeTable]
  /// Empty where only residents are known.
  public var registered: [AgeTable]
  public let schedules: ScheduleTable
  public var observations: Observations
  /// Who is served first where hands are short, and who pays for care.
  public let careOrder: CareOrder
  public let carePayers: CarePayers
  public let programmes: [Programme]
  /// What the lottery fund may be used for.
  public let fundUses: [FundUse]
  /// Those of its dataset, then those of a plan file.
  public var targets: [Target]
  public var index: CompositeIndex
  public var values: [String: ParameterValues]
  /// Rates given outright.
  public var rates: RateTables
  /// Between the yearly innovations of processes.
  public var correlations: [Correlation]
  /// What its stated ranges mean, so that members draw from them; nil where it does not say.
  public var ranges: StatedRanges?
  /// How far the people of the base year may be off, where inputs are drawn.
  public var populationErrors: [PopulationError] = []
  /// The inputs that published figures settle, in the order in which they are solved.
  public var solves: [Solve]
  /// Under which function of the classification budget lines are entered, where that is known; by line.
  public var functionCodes: [String: FunctionCode] = [:]
  /// What was budgeted and spent in years past, where that is known.
  public var outturns: [Outturn] = []

  public init(
    name: String, baseYear: Year, knownUntil: Year? = nil, areas: Areas, residents: [AgeTable], registered: [AgeTable],
    schedules: ScheduleTable, observations: Observations, programmes: [Programme],
    careOrder: CareOrder = .together, carePayers: CarePayers = .households, fundUses: [FundUse] = [],
    targets: [Target], index: CompositeIndex = CompositeIndex(), values: [String: ParameterValues],
    rates: RateTables = RateTables(), correlations: [Correlation] = [], ranges: StatedRanges? = nil,
    solves: [Solve] = []
  ) {
    self.name = name
    self.baseYear = baseYear
    self.knownUntil = knownUntil
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
    self.ranges = ranges
    self.solves = solves
  }

  /// Everything declared for it.
  public var model: Model {
    Model(
      programmes: programmes, uses: fundUses, index: index, order: careOrder, payers: carePayers, marks: areas.marks)
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

  /// The year up to which a run knows what was published, unless a scenario says an earlier one: the dataset's own, which
  /// no new row moves, or without one the newest year anything was published for.
  public var informationDate: Year { max(knownUntil ?? newestObservation, baseYear) }

  /// The newest year anything is known of: published results, and values of parameters that are learnt later.
  public var newestKnowledge: Year {
    let dated = values.values.flatMap { $0.city + $0.districts.values.joined() }
    return max(informationDate, newestObservation, dated.map(\.known).max() ?? baseYear)
  }
}
