import Domain

/// Turns the dataset's values and the scenario's layers into values by area and year.
public struct Resolver: Sendable {
  public let areas: Areas
  public let years: ClosedRange<Year>
  public let baseYear: Year
  public let knownUntil: Year
  private let declared: [String: Parameter]
  private var values: [String: ParameterValues]
  /// Names of indicators that parameters may follow; their values there come with the formulas.
  private let indicators: Set<String>
  private var overrides: [String: [Override]]
  /// Paths that others follow.
  private let followed: Set<String>
  /// What of the dataset's stated ranges is drawn; nil for nothing.
  private let ranges: DrawnRanges?
  /// Every series begins where the oldest does, so that an index reaches back as far as what it moves.
  private let firstYear: Year

  /// - Parameters:
  ///   - years: the years wanted, the one before the base year included.
  ///   - overrides: every layer's changes, in the order of the layers.
  ///   - others: changes that members may make besides (``laying(_:)``).
  ///   - ranges: what of the stated ranges members draw from.
  public init(
    areas: Areas, years: ClosedRange<Year>, baseYear: Year, knownUntil: Year,
    parameters: [Parameter], values: [String: ParameterValues], overrides: [Override], or others: [Override] = [],
    indicators: Set<String> = [], drawing ranges: DrawnRanges? = nil
  ) {
    self.areas = areas
    self.years = years
    self.baseYear = baseYear
    self.knownUntil = knownUntil
    self.values = values
    self.ranges = ranges
    self.indicators = indicators
    declared = Dictionary(parameters.map { ($0.path, $0) }) { first, _ in first }
    self.overrides = Dictionary(grouping: overrides, by: \.path)
    let dated = values.values.flatMap(\.all).map(\.from.year)
    let changed = (overrides + others).map { $0.firstYear(knownUntil: knownUntil) }
    followed = values.values.reduce(into: []) { $0.formUnion($1.followed) }
    firstYear = (dated + changed).min().map { min($0, years.lowerBound) } ?? years.lowerBound
  }

  /// The same with other layers.
  ///
  /// - Parameter overrides: every layer's changes, none of them before those that the resolver was made for.
  public func laying(_ overrides: [Override]) -> Resolver {
    var result = self
    result.overrides = Dictionary(grouping: overrides, by: \.path)
    return result
  }

  /// The same of a dataset that says otherwise of some parameters, with dates none of which lies before its own.
  public func giving(_ others: [String: ParameterValues]) -> Resolver {
    guard !others.isEmpty else { return self }
    var result = self
    result.values.merge(others) { $1 }
    return result
  }

  /// The parameters with some of them resolved again under this resolver's layers.
  ///
  /// - Parameter changed: positions in ``ResolvedTable/all``; whatever follows a changed parameter is among them.
  public func resolve(_ central: ResolvedTable, again changed: Set<Int>) throws(ResolutionError) -> ResolvedTable {
    var done = Done(central, but: changed)
    var all = central.all
    for index in changed.sorted() { all[index] = try resolve(all[index].parameter, &done, under: []) }
    return central.replacing(all)
  }

  /// Resolves every declared parameter, in the order given.
  public func resolve(_ parameters: [Parameter]) throws(ResolutionError) -> [ResolvedParameter] {
    var done = Done()
    var result: [ResolvedParameter] = []
    for parameter in parameters {
      result.append(try resolve(parameter, &done, under: []))
    }
    return result
  }

  /// The parameters of a block: those named are resolved again as the draws move them, the others stay as they are.
  ///
  /// - Parameter moved: in the order of ``ResolvedTable/all``; whatever follows a moved parameter is among them.
  public func resolve(_ central: ResolvedTable, moved: Set<Int>, by draws: BlockDraws) -> ResolvedTable {
    var done = Done(central, but: moved)
    var all = central.all
    for index in moved.sorted() {
      let path = all[index].parameter.path
      if values[path]?.followed.isEmpty ?? true {
        // What follows nothing stands as it did but for what is drawn for itself.
        all[index].move(by: draws)
        if followed.contains(path) { done[path] = all[index] }
      } else if let again = try? resolve(all[index].parameter, &done, under: [], draws) {
        // What resolved once resolves again: draws add no way to fail.
        all[index] = again
      }
    }
    return central.replacing(all)
  }

  private func resolve(
    _ parameter: Parameter, _ done: inout Done, under parents: [String],
    _ draws: BlockDraws? = nil
  ) throws(ResolutionError) -> ResolvedParameter {
    if let known = done[parameter.path] { return known }
    guard let given = values[parameter.path] else { throw .missing(path: parameter.path) }
    guard !parents.contains(parameter.path) else { throw .indexCycle(paths: parents + [parameter.path]) }

    var index: GrowthIndex?
    if case .index(let path) = given.beyond {
      if let target = declared[path] {
        let below = parents + [parameter.path]
        let main = try resolve(target, &done, under: below, draws)
        var blend: (weight: ResolvedParameter, rest: ResolvedParameter)?
        if let paths = given.blend {
          guard let weight = declared[paths.weight], let rest = declared[paths.rest] else {
            throw .unknownIndex(path: parameter.path, index: paths.rest)
          }
          blend = (try resolve(weight, &done, under: below, draws), try resolve(rest, &done, under: below, draws))
        }
        index = GrowthIndex(main: main, blend: blend)
      } else if !indicators.contains(path) {
        throw .unknownIndex(path: parameter.path, index: path)
      }
    }
    var resolved = ResolvedParameter(
      parameter: parameter, city: emptySeries,
      districts: Array(repeating: nil, count: areas.districts.count))
    resolved.city = try series(given.city, given, index?.growth(in: areas.cityIndex), (parameter, areas.city))
    for (area, district) in areas.districts.enumerated() {
      // Where a district's values are all still hidden, the city's count.
      if let own = given.districts[district.code], given.city.isEmpty || own.contains(where: isKnown) {
        resolved.districts[area] = try series(own, given, index?.growth(in: area), (parameter, district))
      } else if parameter.scope == .district, given.city.isEmpty, !given.districts.isEmpty {
        throw .missingDistrict(path: parameter.path, district: district.label.zh)
      }
    }
    let isAdjustedLater = declared[Adjustment.givenPath(of: parameter)] != nil
    if overrides[parameter.path] != nil { resolved.keepBeneath() }
    for change in overrides[parameter.path] ?? [] {
      if setsNothing(change, resolved) { throw .voidForCity(path: parameter.path, origin: change.origin) }
      guard isAdjustedLater || touched(by: change, resolved).contains(where: { $0.isAdjustable(by: change.change) })
      else {
        throw .nothingToAdjust(path: parameter.path, origin: change.origin)
      }
      apply(change, to: &resolved, given, index)
      if draws == nil, let value = resolved.firstOutside(parameter.range) {
        throw .outOfRange(path: parameter.path, value: value, range: parameter.range, origin: change.origin)
      }
    }
    if let draws { resolved.move(by: draws) }
    done[parameter.path] = resolved
    return resolved
  }

  private func isKnown(_ value: DatedValue) -> Bool { value.known <= max(knownUntil, baseYear) }

  var emptySeries: Series { Series(firstYear: firstYear, count: years.upperBound - firstYear + 1) }

  private func series(
    _ points: [DatedValue], _ given: ParameterValues, _ growth: Growth?, _ what: (parameter: Parameter, area: Area)
  ) throws(ResolutionError) -> Series {
    var series = emptySeries
    let seen = points.filter(isKnown)
    guard let first = seen.first, let last = seen.last else {
      if given.before == .fail, !points.isEmpty || what.parameter.scope == .city {
        throw .outsideDates(path: what.parameter.path, area: what.area.label.zh, year: baseYear)
      }
      return series
    }
    let next = series.place(
      self.points(seen, what.parameter), between: given.between,
      origin: nil, scale: .natural(for: what.parameter))
    series.goOn(from: next, given.beyond, growth: growth, origin: nil)
    if given.before == .hold {
      for i in 0..<min(first.from.year - firstYear, series.yearEnd.count) {
        series.yearEnd[i] = .uniform(first.value)
        series.mean[i] = .uniform(first.value)
      }
      series.holdSpread(of: self.points([first], what.parameter)[0], scale: .natural(for: what.parameter))
    }
    if let year = missingYear(first: first.from.year, last: last.from.year, given) {
      throw .outsideDates(path: what.parameter.path, area: what.area.label.zh, year: year)
    }
    return series
  }

  /// Values with the intervals that members draw from.
  private func points(_ values: [DatedValue], _ parameter: Parameter) -> [Override.Point] {
    values.map { value in
      let interval = value.interval ?? ranges?.interval(of: value, parameter)
      return Override.Point(from: value.from, value: value.value, interval: interval)
    }
  }

  private func missingYear(first: Year, last: Year, _ given: ParameterValues) -> Year? {
    if given.before == .fail, first > baseYear { return baseYear }
    if given.beyond == .fail, last < years.upperBound { return years.upperBound }
    return nil
  }
}
