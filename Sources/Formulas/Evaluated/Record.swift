import Domain
import NumericCore

/// What every operation of a program came to in some years: where a value stands, and how it came about.
public struct Record: Sendable {
  public let program: Program
  public let areas: Areas
  let baseYear: Year
  let held: HeldValues
  private let locator: Program.Locator
  /// Values of all operations by year, shape `[operation][area]`.
  private var values: [Year: [Double]] = [:]

  public init(_ program: Program, areas: Areas, baseYear: Year, held: HeldValues) {
    self.program = program
    self.areas = areas
    self.baseYear = baseYear
    self.held = held
    locator = Program.Locator(program)
  }

  /// Takes a year's values of all operations, shape `[operation][area]`.
  public mutating func keep(_ record: [Double], of year: Year) {
    precondition(record.count == program.operations.count * areas.count, "a value for every operation and area")
    values[year] = record
  }

  public var years: [Year] { values.keys.sorted() }

  /// The indicator of a name as it is computed: with what follows another written out.
  public func indicator(_ name: String) -> Indicator? { locator.index(of: name).map { program.indicators[$0] } }

  /// The value of a formula in an area and year; nil where the year is not kept or the program has no such formula.
  ///
  /// - Parameter name: the indicator it is, or is a part of, the definition of.
  /// - Returns: not a number where it has no value.
  public func value(of formula: Formula, defining name: String, area: Int, year: Year) -> Double? {
    if case .constant(let constant) = formula.leaf { return constant.value }
    return place(of: formula, defining: name).flatMap { value(at: $0, area: area, year: year) }
  }

  /// Where the values of a formula stand; nil where the program has no such formula.
  ///
  /// Looking a place up is slow beside reading a value: who wants many of one formula asks once.
  ///
  /// - Parameter name: the indicator it is, or is a part of, the definition of.
  public func place(of formula: Formula, defining name: String) -> Int? {
    locator.operation(of: formula, defining: name)
  }

  /// The value in a place; nil where the year is not kept.
  public func value(at place: Int, area: Int, year: Year) -> Double? {
    values[year].map { $0[place * areas.count + area] }
  }

  /// The value of an indicator in an area and year; nil where the year is not kept or there is no such indicator.
  public func value(of name: String, area: Int, year: Year) -> Double? {
    guard let values = values[year], let index = locator.index(of: name) else { return nil }
    return values[program.resultOf[index] * areas.count + area]
  }

  /// Computes a formula once more from the values kept of its parts.
  ///
  /// - Returns: nil for what has no parts, and where a part's value is not kept.
  public func workedOut(_ formula: Formula, defining name: String, area: Int, year: Year) -> Double? {
    guard let node = formula.node else { return nil }
    let from = node.looksBack ? year - 1 : year
    var inputs: [LaneVector] = []
    for part in formula.parts {
      for area in 0..<areas.count {
        let kept =
          part == .itself
          ? value(of: name, area: area, year: from)
          : value(of: part, defining: name, area: area, year: from)
        guard let kept else { return nil }
        inputs.append(LaneVector(repeating: kept))
      }
    }
    return computed(inputs, count: formula.parts.count, year) { node.compute($0, to: formula.parts.count, $1) }?[area]
  }

  /// Computes an indicator once more from what is kept of its definition: aggregated, held, raked.
  public func workedOut(_ name: String, area: Int, year: Year) -> Double? {
    guard let values = values[year], let index = locator.index(of: name) else { return nil }
    let source = program.operations[program.resultOf[index]].inputs[0] * areas.count
    let inputs = values[source..<source + areas.count].map { LaneVector(repeating: $0) }
    let entries = held.entries(year)
    return computed(inputs, count: 1, year) { _, sweep in
      sweep.settle(0, program.aggregations[index], entries.isEmpty ? [] : entries[index], to: 1)
    }?[area]
  }

  /// Runs a computation on inputs that stand one place after another, and gives the values of the place behind them.
  private func computed(
    _ inputs: [LaneVector], count: Int, _ year: Year,
    _ compute: (_ inputs: UnsafeBufferPointer<Int>, _ sweep: Sweep) -> Void
  ) -> [Double]? {
    let none = Array(repeating: LaneVector(repeating: .nan), count: areas.count)
    var current = inputs + none
    let groups = areas.districtsByGroup
    current.withUnsafeMutableBufferPointer { current in
      inputs.withUnsafeBufferPointer { previous in
        none.withUnsafeBufferPointer { none in
          let sweep = Sweep(
            areas: areas.count, city: areas.cityIndex, year: year, isBase: year == baseYear, groups: groups,
            current: current, previous: previous, measures: none, central: UnsafeBufferPointer(start: nil, count: 0))
          Array(0..<count).withUnsafeBufferPointer { compute($0, sweep) }
        }
      }
    }
    return current.suffix(areas.count).map { $0[0] }
  }
}
