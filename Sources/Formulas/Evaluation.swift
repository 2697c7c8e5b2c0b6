import Domain
import NumericCore

/// The values of a program's operations for one block of members, year by year.
///
/// Buffers have the shape `[slot][area]`, a slot for every operation that is
/// kept; the city is the last area.
public struct Evaluation: Sendable {
  public let program: Program
  public let areas: Areas
  let baseYear: Year
  let held: HeldValues
  let scope: Program.Scope
  private let groups: [DistrictGroup: [Int]]
  private var current: [LaneVector]
  private var previous: [LaneVector]

  /// - Parameter scope: what is computed and what is taken from the central member; everything when not given.
  public init(_ program: Program, areas: Areas, baseYear: Year, held: HeldValues, scope: Program.Scope? = nil) {
    self.program = program
    self.areas = areas
    self.baseYear = baseYear
    self.held = held
    groups = Dictionary(uniqueKeysWithValues: DistrictGroup.allCases.map { ($0, areas.districts(in: $0)) })
    self.scope = scope ?? Program.Scope(everythingOf: program)
    current = Array(repeating: LaneVector(repeating: .nan), count: self.scope.slots * areas.count)
    previous = current
  }

  /// Computes every operation of the scope for a year; the years must come one after another.
  ///
  /// - Parameters:
  ///   - parameters: resolved values in the order of the program's parameters.
  ///   - measures: shape `[measure][area]`, in the order of the program's measures.
  ///   - central: the central member's values of the year, shape `[operation][area]`, for what does not vary.
  public mutating func evaluate(
    _ year: Year, parameters: [ResolvedParameter], measures: [LaneVector], central: ArraySlice<Double> = []
  ) {
    swap(&current, &previous)
    let worker = Worker(
      operations: program.operations, aggregations: program.aggregations, held: held.entries(year), slot: scope.slot,
      groups: groups, parameters: parameters)
    let (scope, areas, isBase) = (scope, areas, year == baseYear)
    current.withUnsafeMutableBufferPointer { current in
      previous.withUnsafeBufferPointer { previous in
        measures.withUnsafeBufferPointer { measures in
          let sweep = Sweep(
            areas: areas.count, city: areas.cityIndex, year: year, isBase: isBase, current: current,
            previous: previous, measures: measures)
          for step in scope.steps {
            switch step {
            case .compute(let operation): worker.compute(operation, sweep)
            case .take(let operation): sweep.take(central, operation, to: scope.slot[operation])
            }
          }
        }
      }
    }
  }

  /// Takes a year's values of the central member as the year before the first one computed.
  public mutating func start(from central: [Double]) {
    for (operation, slot) in scope.slot.enumerated() where slot >= 0 {
      for area in 0..<areas.count {
        current[slot * areas.count + area] = LaneVector(repeating: central[operation * areas.count + area])
      }
    }
  }

  /// The value of an indicator in an area.
  public func value(_ indicator: Int, area: Int) -> LaneVector { value(ofSlot: slot(of: indicator), area: area) }

  /// Where an indicator's values stand.
  public func slot(of indicator: Int) -> Int { scope.slot[program.resultOf[indicator]] }

  public func value(ofSlot slot: Int, area: Int) -> LaneVector { current[slot * areas.count + area] }

  /// The first member's values of all operations, shape `[operation][area]`; only for a scope of everything.
  public var record: [Double] { current.map { $0[0] } }
}

/// Computes one operation after the other.
private struct Worker {
  let operations: [Program.Operation]
  let aggregations: [Indicator.Aggregation]
  /// By indicator; empty where nothing holds.
  let held: [[HeldValues.Entry]]
  let slot: [Int]
  let groups: [DistrictGroup: [Int]]
  let parameters: [ResolvedParameter]

  func compute(_ index: Int, _ sweep: Sweep) {
    let out = slot[index]
    switch operations[index] {
    case .parameter(let p, let reading): sweep.load(parameters[p], reading, to: out)
    case .measure(let m): sweep.measure(m, to: out)
    case .constant(let value): sweep.fill(LaneVector(repeating: value), to: out)
    case .binary(let kind, let a, let b): sweep.combine(kind, slot[a], slot[b], to: out)
    case .opening(let a, let b): sweep.copy(slot[sweep.isBase ? a : b], to: out)
    case .logNormal(let tail, let line, let mean, let deviation):
      sweep.logNormal(tail, slot[line], slot[mean], slot[deviation], to: out)
    case .lastYear(let a): sweep.lastYear(slot[a], to: out)
    case .overDistricts(let a, let reduction, let group):
      sweep.spread(reduction, of: slot[a], over: groups[group] ?? [], to: out)
    case .inCity(let a, let b): sweep.inCity(slot[a], elsewhere: slot[b], to: out)
    case .geometricMean(let terms): sweep.geometricMean(of: terms.map { slot[$0] }, to: out)
    case .result(let a, let indicator):
      sweep.settle(slot[a], aggregations[indicator], held.isEmpty ? [] : held[indicator], to: out)
    }
  }
}
