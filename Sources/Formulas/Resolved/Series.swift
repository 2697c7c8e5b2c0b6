import Domain

/// The resolved values of a parameter in one area, year by year.
public struct Series: Equatable, Sendable {
  public let firstYear: Year
  /// The value on 31 December of each year.
  public var yearEnd: [Lanes]
  /// The mean over the days of each year.
  public var mean: [Lanes]
  /// Which scenario line set the value; nil for the dataset.
  public var origins: [Origin?]
  /// How far experts take the values to be off; nil where nobody said.
  var spread: Spread?

  public init(firstYear: Year, count: Int) {
    self.firstYear = firstYear
    yearEnd = Array(repeating: .absent, count: count)
    mean = yearEnd
    origins = Array(repeating: nil, count: count)
  }

  public var years: Range<Year> { firstYear..<firstYear + yearEnd.count }

  public func value(in year: Year) -> Lanes {
    years.contains(year) ? yearEnd[year - firstYear] : .absent
  }

  public func mean(in year: Year) -> Lanes {
    years.contains(year) ? mean[year - firstYear] : .absent
  }

  /// The scenario line that set the value of a year; nil for the dataset.
  public func origin(in year: Year) -> Origin? { years.contains(year) ? origins[year - firstYear] : nil }

  /// Fills the years from the first point on, following `between`.
  ///
  /// The years must reach back to the first point. Returns the index of the first
  /// year after the last point, where the rule for the time beyond begins.
  ///
  /// - Parameter leavesOpen: whether what stands before the first day is found by formulas (``PartYear``) where no
  ///   value is here: then the year has no mean.
  mutating func place(
    _ points: [Override.Point], between: ParameterValues.Between, origin: Origin?, scale: Process.Scale = .level,
    leavesOpen: Bool = false
  ) -> Int {
    guard let first = points.first, let last = points.last else { return yearEnd.count }
    precondition(first.from.year >= firstYear, "the years reach back to the first point")
    placeSpread(points, between, scale)
    let below = meanBefore(first.from)
    let leavesOpen = leavesOpen && years.contains { $0 < first.from.year && !value(in: $0).isAbsent }
    for index in yearEnd.indices {
      let year = firstYear + index
      guard year >= first.from.year, year <= last.from.year else { continue }
      let opening = year == first.from.year ? below : .uniform(Series.level(points, at: year - 1, between))
      yearEnd[index] = .uniform(Series.level(points, at: year, between))
      let isOpen = year == first.from.year && !first.from.isFirstOfYear && leavesOpen && opening.isAbsent
      mean[index] = isOpen ? .absent : Series.mean(points, year: year, opening: opening, between: between)
      origins[index] = origin
    }
    return last.from.year + 1 - firstYear
  }

  /// The mean of what stood here over the days of a year before one of them; absent where nothing did.
  ///
  /// A year whose mean is not its last value had a step; where it was, the mean tells.
  private func meanBefore(_ day: Day) -> Lanes {
    let (start, end, mean) = (value(in: day.year - 1), value(in: day.year), mean(in: day.year))
    guard !day.isFirstOfYear, !start.isAbsent, !end.isAbsent, mean != end else { return end }
    let share = day.elapsedShareOfYear
    let change = start.combined(with: end) { $0 - $1 }
    let step = mean.combined(with: end) { $0 - $1 }.combined(with: change) {
      ($0 / $1).replacing(with: 0, where: $1 .== 0)
    }
    let before = step.combined(with: .uniform(share)) { ($0 / $1).replacing(with: 1, where: $0 .> $1) }
    return end.combined(with: before.combined(with: change) { $0 * $1 }) { $0 + $1 }
  }

  /// Places the intervals about the points as the points themselves.
  private mutating func placeSpread(
    _ points: [Override.Point], _ between: ParameterValues.Between, _ scale: Process.Scale
  ) {
    guard spread != nil || points.contains(where: { $0.interval != nil }) else { return }
    var result = spread ?? Spread(scale, years: yearEnd.count)
    let isAtEnd = points.contains { point in
      point.interval.map { ![point.value, $0.low, $0.high].allSatisfy(scale.contains) } ?? false
    }
    for (position, point) in points.enumerated() {
      let start = point.from.year - firstYear
      guard yearEnd.indices.contains(start) else { continue }
      result.set(start, value: point.value, point.interval, isAtEnd: isAtEnd)
      let next = position + 1 < points.count ? points[position + 1].from.year - firstYear : start
      guard next > start + 1, yearEnd.indices.contains(next) else { continue }
      if between == .linear {
        result.set(next, value: points[position + 1].value, points[position + 1].interval, isAtEnd: isAtEnd)
      }
      for index in start + 1..<next {
        if between == .linear { result.blend(index, between: start, and: next) } else { result.carry(to: index) }
      }
    }
    spread = result
  }

  /// Holds the interval about the first value before it, also where that value comes after the last year.
  mutating func holdSpread(of first: Override.Point, scale: Process.Scale) {
    let place = first.from.year - firstYear
    guard place >= yearEnd.count else {
      spread?.hold(before: place)
      return
    }
    guard let interval = first.interval, let last = yearEnd.indices.last else { return }
    var held = Spread(scale, years: yearEnd.count)
    let isAtEnd = ![first.value, interval.low, interval.high].allSatisfy(scale.contains)
    held.set(last, value: first.value, interval, isAtEnd: isAtEnd)
    held.hold(before: last)
    spread = held
  }

  /// The level at the end of a year that lies between the first and the last point.
  private static func level(_ points: [Override.Point], at year: Year, _ between: ParameterValues.Between) -> Double {
    guard let before = points.last(where: { $0.from.year <= year }) else { return .nan }
    guard between == .linear, before.from.year < year,
      let after = points.first(where: { $0.from.year > year })
    else { return before.value }
    let share = Double(year - before.from.year) / Double(after.from.year - before.from.year)
    return before.value + share * (after.value - before.value)
  }

  /// The day-weighted mean of a year: steps count from their day, paths by the year.
  private static func mean(
    _ points: [Override.Point], year: Year, opening: Lanes, between: ParameterValues.Between
  ) -> Lanes {
    let changes = points.filter { $0.from.year == year }
    guard between == .step, changes.contains(where: { !$0.from.isFirstOfYear }) else {
      return .uniform(level(points, at: year, between))
    }
    let first = changes[0].from.elapsedShareOfYear
    let before = opening.isAbsent ? .uniform(changes[0].value) : opening
    return before.combined(with: .uniform(first)) { $0 * $1 }
      .combined(with: .uniform(PartYear.sum(of: points, in: year))) { $0 + $1 }
  }
}
