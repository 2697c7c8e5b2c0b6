import Domain
import Formulas
import Population
import Targets

/// What a run found for every indicator, area and year: the central member's numbers, and what the members say.
public struct Results: Sendable {
  public let plan: Plan
  /// The indicators that are part of the output.
  public let indicators: [Indicator]
  /// Shape `[year][indicator][area]`; not a number where there is no value.
  private var values: [Double] = []
  /// Shape `[year][kind][area]`, the kinds in the order of ``kinds``.
  private var people: [AgeTable] = []
  /// The populations computed: residents, and the registered where there are any.
  public let kinds: [PopulationKind]
  /// Nil for a run of the central member alone.
  public internal(set) var ensemble: EnsembleResults?
  private let indexOf: [String: Int]
  /// The central member's values of indicators that are only steps on the way, shape `[year][step][area]`.
  private var steps: [Double] = []
  private let stepOf: [String: Int]
  /// What the payers of the budget's lines pay, by the central member.
  private(set) var payments: PaymentBooks

  /// Every value of the central member in the years asked for; nil where none was.
  public let record: Record?

  /// - Parameter recorded: the years of which every value is kept.
  init(_ plan: Plan, _ central: CentralRun, recording recorded: Set<Year> = []) {
    self.plan = plan
    let computed = Set(plan.program.indicators.map(\.name))
    indicators = plan.model.published.filter { computed.contains($0.name) }
    indexOf = Dictionary(indicators.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let hidden = plan.program.indicators.filter { !$0.isPublished }
    stepOf = Dictionary(hidden.enumerated().map { ($1.name, $0) }) { first, _ in first }
    payments = PaymentBooks(plan)
    let known: [PopulationKind] = plan.city.registered.isEmpty ? [.resident] : [.resident, .registered]
    kinds = plan.kernels == .none ? [] : known
    record = recorded.isEmpty ? nil : central.record(of: plan, recorded)
    for end in central.yearEnds { append(end) }
  }

  public var years: ClosedRange<Year> { plan.scenario.horizon }
  public var areas: Areas { plan.city.areas }
  /// Worlds drawn beside the central member, those set aside among them.
  public var draws: Int { ensemble?.draws ?? 0 }

  /// The value of an indicator, nil where there is none.
  public func value(_ indicator: Int, area: Int, year: Year) -> Double? {
    let value = values[((year - plan.years.lowerBound) * indicators.count + indicator) * areas.count + area]
    return value.isNaN ? nil : value
  }

  /// The value of an indicator by name, nil where there is none.
  public func value(_ name: String, area: Int, year: Year) -> Double? {
    guard plan.years.contains(year), let index = indexOf[name] else { return nil }
    return value(index, area: area, year: year)
  }

  /// The central member's value of any indicator, one that is only a step on the way included.
  public func step(_ name: String, area: Int, year: Year) -> Double? {
    guard plan.years.contains(year), let index = stepOf[name] else { return value(name, area: area, year: year) }
    let value = steps[((year - plan.years.lowerBound) * stepOf.count + index) * areas.count + area]
    return value.isNaN ? nil : value
  }

  /// The value of an indicator in the city, nil where there is none.
  public func city(_ name: String, _ year: Year) -> Double? { value(name, area: areas.cityIndex, year: year) }

  /// Persons by sex and age at the end of a year.
  public func population(_ kind: PopulationKind, area: Int, year: Year) -> AgeTable {
    guard let order = kinds.firstIndex(of: kind) else { return AgeTable() }
    return people[((year - plan.years.lowerBound) * kinds.count + order) * areas.count + area]
  }

  private mutating func append(_ end: CentralRun.YearEnd) {
    for (index, indicator) in plan.program.indicators.enumerated() {
      let first = plan.program.operation(of: index) * areas.count
      let found = end.record[first..<first + areas.count]
      if indicator.isPublished { values += found } else { steps += found }
    }
    payments.append(end.record)
    for population in end.people where !kinds.isEmpty {
      let tables = areas.districts.indices.map { population.table($0, lane: 0) }
      people += tables + [AgeTable(adding: tables)]
    }
  }
}

/// What the members of a run say; what does not vary is the central member's in all of them.
extension Results {
  /// Years counted from the first that can vary.
  private func offset(_ year: Year) -> Int { year - (ensemble?.firstYear ?? plan.years.lowerBound) }

  /// The members' statistics; nil without members, or where there is no value.
  public func statistics(_ indicator: Int, area: Int, year: Year) -> Statistics? {
    guard let ensemble else { return nil }
    if let found = ensemble.statistics(indicator, area: area, year: offset(year)) {
      return found.mean.isNaN ? nil : found
    }
    return value(indicator, area: area, year: year).map(Statistics.init(certain:))
  }

  public func statistics(_ name: String, area: Int, year: Year) -> Statistics? {
    guard plan.years.contains(year), let index = indexOf[name] else { return nil }
    return statistics(index, area: area, year: year)
  }

  /// The numbers of the worlds that count, in their order; none without worlds.
  public var worlds: [Int] { ensemble?.worlds ?? [] }

  /// The members of an indicator that is kept or does not vary, in the order of the worlds.
  public func members(_ name: String, area: Int, year: Year) -> [Double]? {
    guard let ensemble, plan.years.contains(year), let index = indexOf[name] else { return nil }
    if let kept = ensemble.members(index, area: area, year: offset(year)) { return kept }
    guard ensemble.statistics(index, area: area, year: offset(year)) == nil else { return nil }
    return value(index, area: area, year: year).map { Array(repeating: $0, count: ensemble.counted) }
  }

  /// Mean persons by sex and age at the end of a year; nil without members.
  public func meanPopulation(_ kind: PopulationKind, area: Int, year: Year) -> AgeTable? {
    guard let ensemble, let order = kinds.firstIndex(of: kind) else { return nil }
    guard offset(year) >= 0 else { return population(kind, area: area, year: year) }
    let districts = areas.districts.count
    func table(_ district: Int) -> AgeTable {
      var table = AgeTable()
      for cell in table.values.indices {
        table.values[cell] =
          ensemble.mean(year: offset(year), kind: order, districts: districts, cell: cell * districts + district) ?? 0
      }
      return table
    }
    return area < districts ? table(area) : AgeTable(adding: areas.districts.indices.map(table))
  }

  /// Statistics of the city's residents of a sex and five-year group; nil without members.
  public func pyramid(_ sex: Sex, group: Int, year: Year) -> Statistics? {
    guard let ensemble else { return nil }
    if let found = ensemble.pyramid(sex, group: group, year: offset(year)) { return found }
    let table = population(.resident, area: areas.cityIndex, year: year)
    return Statistics(certain: table.sum(sex, from: SeriesList.groups[group]))
  }

  /// The first age of each five-year group of the pyramid.
  public static let groups = SeriesList.groups
}

extension Statistics {
  /// Those of a number that does not vary.
  public init(certain value: Double) {
    mean = value
    quantiles = Array(repeating: value, count: Statistics.probabilities.count)
  }
}

extension AgeTable {
  /// The sum of tables, cell by cell.
  init(adding tables: [AgeTable]) {
    self.init()
    for table in tables {
      for cell in values.indices { values[cell] += table.values[cell] }
    }
  }

  /// Persons of a sex in the five-year group from an age on.
  public func sum(_ sex: Sex, from age: Int) -> Double {
    (age..<min(age + 5, Age.count)).reduce(0) { $0 + self[Age($1), sex] }
  }
}
