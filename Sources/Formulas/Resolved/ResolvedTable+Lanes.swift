import Domain
import NumericCore

extension ResolvedTable {
  /// The tables of a block's members side by side: some parameters lane by lane, the rest as the first has them.
  ///
  /// - Parameters:
  ///   - tables: one for each lane, of the same parameters over the same years.
  ///   - moved: positions of the parameters that may differ.
  public init(byLane tables: [ResolvedTable], moved: some Sequence<Int>) {
    precondition(tables.count == LaneVector.scalarCount, "a table for every lane")
    self = tables[0].replacing(moved, byLane: tables)
  }

  /// The table with some parameters as those of a block's members have them, lane by lane.
  public func replacing(_ positions: some Sequence<Int>, byLane tables: [ResolvedTable]) -> ResolvedTable {
    var all = all
    for position in positions { all[position] = ResolvedParameter(byLane: tables.map { $0.all[position] }) }
    return replacing(all)
  }

  /// What one member of a block has, for all.
  public func lane(_ lane: Int) -> ResolvedTable { replacing(all.map { $0.variesByLane ? $0.lane(lane) : $0 }) }
}

extension ResolvedParameter {
  init(byLane lanes: [ResolvedParameter]) {
    self = lanes[0]
    city = Series(byLane: lanes.map(\.city))
    for area in districts.indices where lanes.contains(where: { $0.districts[area] != nil }) {
      // Where a member has no values of its own for a district, the city's count, or none of a split parameter.
      let series = lanes.map { own in
        own.districts[area] ?? (own.parameter.scope == .split ? own.city.withoutValues : own.city)
      }
      districts[area] = Series(byLane: series)
    }
  }

  /// Whether members of a block have numbers of their own.
  public var variesByLane: Bool {
    ([city] + districts.compactMap { $0 }).contains { series in
      (series.yearEnd + series.mean).contains { if case .each = $0 { true } else { false } }
    }
  }

  func lane(_ lane: Int) -> ResolvedParameter {
    var result = self
    result.city = city.lane(lane)
    result.districts = districts.map { $0?.lane(lane) }
    return result
  }
}

extension Series {
  fileprivate init(byLane lanes: [Series]) {
    self = lanes[0]
    for index in yearEnd.indices {
      yearEnd[index] = Lanes(byLane: lanes.map { $0.yearEnd[index] })
      mean[index] = Lanes(byLane: lanes.map { $0.mean[index] })
    }
  }

  fileprivate func lane(_ lane: Int) -> Series {
    var result = self
    result.yearEnd = yearEnd.map { .uniform($0.vector[lane]) }
    result.mean = mean.map { .uniform($0.vector[lane]) }
    return result
  }

  fileprivate var withoutValues: Series { Series(firstYear: firstYear, count: yearEnd.count) }
}

extension Lanes {
  /// One number where all lanes have it.
  fileprivate init(byLane lanes: [Lanes]) {
    let numbers = lanes.indices.map { lanes[$0].vector[$0] }
    if numbers.allSatisfy({ $0.bitPattern == numbers[0].bitPattern }) {
      self = .uniform(numbers[0])
    } else {
      self = .each(LaneVector(numbers))
    }
  }
}
