import Domain
import NumericCore

/// What is drawn for the members of one block: how far its drivers stand from their paths.
public struct BlockDraws: Sendable {
  /// The deviations of a process, on its scale.
  struct Deviations: Sendable {
    let scale: Process.Scale
    /// The first year with a deviation.
    let from: Year
    /// Shape `[district][year]`, or one row for the city.
    let values: [[LaneVector]]
  }

  /// By the path of the parameter moved.
  private(set) var deviations: [String: Deviations] = [:]
  /// Standard normal numbers for experts' intervals, by path; the same in all years and districts.
  private(set) var normals: [String: LaneVector] = [:]

  /// By path, what the value of each district is multiplied by.
  private(set) var factors: [String: [LaneVector]] = [:]

  /// How far solved inputs move, by path: they are not drawn where a figure settles them.
  public var solved: [String: [SolvedMove]] = [:]
  /// The index of the city among the areas.
  fileprivate let cityIndex: Int

  public init(areas: Areas) { cityIndex = areas.cityIndex }

  /// - Parameter values: shape `[district][year]`, or one row for the city.
  public mutating func set(_ process: Process, from year: Year, _ values: [[LaneVector]]) {
    deviations[process.parameter.path] = Deviations(scale: process.scale, from: year, values: values)
  }

  public mutating func set(_ parameter: Parameter, normal: LaneVector) { normals[parameter.path] = normal }

  /// - Parameter factors: one a district.
  public mutating func set(_ parameter: Parameter, districtFactors factors: [LaneVector]) {
    self.factors[parameter.path] = factors
  }

  /// Takes the inputs of some members from other draws.
  public mutating func take(_ lanes: [Int], ofInputsIn other: BlockDraws) {
    for (path, numbers) in other.normals {
      for lane in lanes { normals[path]?[lane] = numbers[lane] }
    }
  }

  /// The same draws with other members in the lanes: each lane takes what stands in its source.
  public func arranged(_ sources: [Int]) -> BlockDraws {
    func arranged(_ lanes: LaneVector) -> LaneVector {
      var result = LaneVector.zero
      for (lane, source) in sources.enumerated() { result[lane] = lanes[source] }
      return result
    }
    var result = self
    result.deviations = deviations.mapValues { moved in
      Deviations(scale: moved.scale, from: moved.from, values: moved.values.map { $0.map(arranged) })
    }
    result.normals = normals.mapValues(arranged)
    result.factors = factors.mapValues { $0.map(arranged) }
    result.solved = solved.mapValues { moves in
      moves.map { move in
        var move = move
        move.distance = arranged(move.distance)
        return move
      }
    }
    return result
  }
}

extension ResolvedParameter {
  /// Moves the values as the draws say; what leaves the range that makes sense stays at its end.
  mutating func move(by draws: BlockDraws) {
    if beneath != nil {
      var given = asGiven
      given.move(by: draws)
      keepBeneath(given)
    }
    if let deviations = draws.deviations[parameter.path] {
      if parameter.scope == .district {
        for area in districts.indices {
          var own = series(in: area)
          own.move(by: deviations, row: area, within: parameter.range)
          districts[area] = own
        }
      } else {
        city.move(by: deviations, row: 0, within: parameter.range)
      }
    }
    let solved = draws.solved[parameter.path] ?? []
    if let normal = draws.normals[parameter.path] {
      city.move(by: normal, within: parameter.range) { Self.isSolved($0, area: draws.cityIndex, solved) }
      for area in districts.indices {
        districts[area]?.move(by: normal, within: parameter.range) { Self.isSolved($0, area: area, solved) }
      }
    }
    move(by: solved, city: draws.cityIndex)
    districtFactors = draws.factors[parameter.path] ?? []
  }

  /// Whether an expert gave an interval about any value.
  public var hasSpread: Bool { ([city] + districts.compactMap { $0 }).contains { $0.spread?.isCertain == false } }
}

extension Series {
  fileprivate mutating func move(by deviations: BlockDraws.Deviations, row: Int, within range: ClosedRange<Double>) {
    for (offset, deviation) in deviations.values[row].enumerated() {
      let index = deviations.from + offset - firstYear
      guard yearEnd.indices.contains(index) else { continue }
      change(index, within: range) { deviations.scale.moved($0, by: deviation) }
    }
  }

  fileprivate mutating func move(
    by normal: LaneVector, within range: ClosedRange<Double>, without isSolved: (Year) -> Bool
  ) {
    guard let spread, !spread.isCertain else { return }
    // A value that stands for years is moved once.
    var last: (index: Int, yearEnd: Lanes, mean: Lanes)?
    for index in yearEnd.indices where !spread.isCertain(index) && !isSolved(firstYear + index) {
      let given = (index, yearEnd[index], mean[index])
      if let last, last.yearEnd == given.1, last.mean == given.2, spread.isSame(index, as: last.index) {
        (yearEnd[index], mean[index]) = (yearEnd[last.index], mean[last.index])
      } else {
        change(index, within: range) { spread.moved($0, index, by: normal) }
        last = given
      }
    }
  }

  mutating func change(_ index: Int, within range: ClosedRange<Double>, _ change: (LaneVector) -> LaneVector) {
    let (low, high) = (LaneVector(repeating: range.lowerBound), LaneVector(repeating: range.upperBound))
    func changed(_ lanes: Lanes) -> Lanes {
      let moved = change(lanes.vector)
      return .each(moved.replacing(with: low, where: moved .< low).replacing(with: high, where: moved .> high))
    }
    yearEnd[index] = changed(yearEnd[index])
    mean[index] = changed(mean[index])
  }
}
