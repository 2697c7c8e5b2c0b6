import Domain
import Fiscal
import Population

/// A published figure that is not met in some worlds.
public struct UnmetFigure: Equatable, Sendable {
  public let solve: Solve
  /// In how many.
  public let worlds: Int
}

/// What the members of a run say, beside the central one.
public struct EnsembleResults: Sendable {
  /// Worlds drawn, those set aside among them.
  public let draws: Int
  /// The worlds that count in no statistics, in the order of their numbers.
  public let setAside: [SetAside]
  /// How often the inputs of worlds were drawn again since they could not go together, by their numbers.
  let attempts: [Int: Int]
  /// Figures that some worlds do not meet, since the input they settle comes to an end of what it can be.
  public let unmet: [UnmetFigure]
  let list: SeriesList
  /// The first year in which members may differ.
  let firstYear: Year
  /// Shape `[year][series]`, from the first year on.
  private let statistics: [Statistics]
  /// The members of series asked for, in the order of the worlds.
  private let kept: [SeriesYear: [Double]]
  /// Means, shape `[year][kind][sex][age][district]`.
  private let people: [Double]
  private let cells: Int
  /// The largest error of a quantile in its rank, as a share of the members; nil where quantiles are exact.
  public let rankError: Double?

  init(
    draws: Int, setAside: [SetAside], attempts: [Int: Int], unmet: [UnmetFigure], list: SeriesList, firstYear: Year,
    statistics: [Statistics], kept: [SeriesYear: [Double]],
    people: [Double],
    cells: Int, rankError: Double?
  ) {
    self.draws = draws
    self.setAside = setAside
    self.attempts = attempts
    self.unmet = unmet
    self.list = list
    self.firstYear = firstYear
    self.statistics = statistics
    self.kept = kept
    self.people = people
    self.cells = cells
    self.rankError = rankError
  }

  /// How often the inputs of worlds were drawn again in all.
  public var redrawn: Int { attempts.values.reduce(0, +) }

  /// How many worlds count.
  public var counted: Int { draws - setAside.count }

  /// The numbers of the worlds that count, in their order.
  public var worlds: [Int] {
    let aside = Set(setAside.map(\.world))
    return (0..<draws).map { $0 + 1 }.filter { !aside.contains($0) }
  }

  /// The statistics of an indicator in a year counted from the first; nil where it does not vary.
  func statistics(_ indicator: Int, area: Int, year: Int) -> Statistics? {
    guard year >= 0, let series = list.series(indicator, area: area) else { return nil }
    return statistics[year * list.count + series]
  }

  func pyramid(_ sex: Sex, group: Int, year: Int) -> Statistics? {
    year < 0 ? nil : statistics[year * list.count + list.pyramid(sex, group: group)]
  }

  func members(_ indicator: Int, area: Int, year: Int) -> [Double]? {
    list.series(indicator, area: area).flatMap { kept[SeriesYear(year: year, series: $0)] }
  }

  /// The mean number of persons in a cell.
  func mean(year: Int, kind: Int, districts: Int, cell: Int) -> Double? {
    year < 0 ? nil : people[year * cells + kind * 2 * Age.count * districts + cell]
  }
}

extension ChunkWork {
  /// The series of which every member is kept: what targets and published values are held against, and what was asked for.
  func wanted(_ options: EnsembleOptions) -> Set<SeriesYear> {
    guard let years else { return [] }
    let published = plan.program.indicators.filter(\.isPublished)
    var result: Set<SeriesYear> = []
    func want(_ name: String?, _ area: Int, _ year: Year) {
      guard years.contains(year), let index = published.firstIndex(where: { $0.name == name }),
        let series = list.series(index, area: area)
      else { return }
      result.insert(SeriesYear(year: year - years.lowerBound, series: series))
    }
    for target in plan.city.targets { want(target.indicator, plan.city.areas.cityIndex, target.year) }
    for observation in plan.city.observations.all where observation.year > plan.knownUntil {
      want(observation.indicator, observation.area, observation.year)
    }
    let areas = options.keptAreas?.sorted() ?? Array(0..<plan.city.areas.count)
    let kept = options.keptYears?.sorted() ?? Array(years)
    // What to budget at is a quantile of its own.
    if let year = plan.budgetYears(1)?.lowerBound { want(Budget.Sum.fiscalCost.name, plan.city.areas.cityIndex, year) }
    for outcome in plan.headlines + options.keptOutcomes { want(outcome.indicator, outcome.area, outcome.year) }
    for name in options.kept {
      for area in areas { for year in kept { want(name, area, year) } }
    }
    return result
  }
}
