import Domain
import NumericCore

/// The values of a program's operations for one block of members, year by year.
///
/// Buffers have the shape `[place][area]`; the city is the last area.
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
    groups = areas.districtsByGroup
    self.scope = scope ?? Program.Scope(everythingOf: program)
    current = Array(repeating: LaneVector(repeating: .nan), count: self.scope.places * areas.count)
    previous = current
  }

  /// Computes every operation of the scope for a year; the years must come one after another.
  ///
  /// - Parameters:
  ///   - parameters: resolved values in the order of the program's parameters.
  ///   - measures: shape `[measure][area]`, in the order of the program's measures.
  ///   - central: the central member's values of the year, shape `[operation][area]`, for what does not vary.
  public mutating func evaluate(
    _ year: Year, parameters: [ResolvedParameter], measures: [LaneVector], central: [Double] = []
  ) {
    swap(&current, &previous)
    work(through: scope.steps, year, parameters: parameters, measures: measures, central: central)
  }

  /// Computes steps of a year on what stands there and in the year before.
  private mutating func work(
    through steps: Program.Scope.Steps, _ year: Year, parameters: [ResolvedParameter], measures: [LaneVector],
    central: [Double]
  ) {
    let held = held.entries(year)
    let (areas, isBase) = (areas, year == baseYear)
    current.withUnsafeMutableBufferPointer { current in
      previous.withUnsafeBufferPointer { previous in
        measures.withUnsafeBufferPointer { measures in
          central.withUnsafeBufferPointer { central in
            let sweep = Sweep(
              areas: areas.count, city: areas.cityIndex, year: year, isBase: isBase, groups: groups, current: current,
              previous: previous, measures: measures, central: central)
            parameters.withUnsafeBufferPointer { parameters in
              Worker(aggregations: program.aggregations, held: held, parameters: parameters).go(through: steps, sweep)
            }
          }
        }
      }
    }
  }

  /// Computes again what follows from parameters that move, in years one after another, on the rest as it stands.
  ///
  /// - Parameters:
  ///   - years: the values of years on end, which are replaced; of an evaluation with the same scope.
  ///   - steps: of the scope.
  ///   - parameters: resolved values in the order of the program's parameters.
  func again(
    _ years: inout [[LaneVector]], from first: Year, steps: Program.Scope.Steps, parameters: [ResolvedParameter]
  ) {
    var evaluation = self
    for place in years.indices {
      swap(&evaluation.current, &years[place])
      evaluation.work(through: steps, first + place, parameters: parameters, measures: [], central: [])
      swap(&evaluation.current, &years[place])
      evaluation.previous = years[place]
    }
  }

  /// All values of the year, shape `[place][area]`.
  var values: [LaneVector] { current }

  /// Takes a year's values of the central member as the year before the first one computed.
  public mutating func start(from central: [Double]) {
    for (operation, place) in scope.place.enumerated() where place >= 0 {
      for area in 0..<areas.count {
        current[place * areas.count + area] = LaneVector(repeating: central[operation * areas.count + area])
      }
    }
  }

  /// The value of an indicator in an area.
  public func value(_ indicator: Int, area: Int) -> LaneVector { value(at: place(of: indicator), area: area) }

  /// Where an indicator's values stand; −1 where the scope leaves them out.
  public func place(of indicator: Int) -> Int { scope.place[program.resultOf[indicator]] }

  public func value(at place: Int, area: Int) -> LaneVector { current[place * areas.count + area] }

  /// Gives all values to read, shape `[place][area]`.
  public func withValues<T>(_ body: (UnsafeBufferPointer<LaneVector>) -> T) -> T {
    current.withUnsafeBufferPointer(body)
  }

  /// The first member's values of all operations, shape `[operation][area]`; only for a scope of everything.
  public var record: [Double] { current.map { $0[0] } }
}

/// Computes one step after the other.
private struct Worker {
  let aggregations: [Indicator.Aggregation]
  /// By indicator; empty where nothing holds.
  let held: [[HeldValues.Entry]]
  let parameters: UnsafeBufferPointer<ResolvedParameter>

  func go(through steps: Program.Scope.Steps, _ sweep: Sweep) {
    steps.nodes.withUnsafeBufferPointer { nodes in
      steps.inputs.withUnsafeBufferPointer { inputs in
        for step in steps.all {
          compute(step, UnsafeBufferPointer(rebasing: inputs[step.inputs]), nodes, sweep)
        }
      }
    }
  }

  private func compute(
    _ step: Program.Scope.Step, _ inputs: UnsafeBufferPointer<Int>, _ nodes: UnsafeBufferPointer<AnyNode>,
    _ sweep: Sweep
  ) {
    let out = step.out
    switch step.work {
    case .take(let operation): sweep.take(operation, to: out)
    case .parameter(let p, let reading, let yearsBack):
      let parameter = parameters.baseAddress.unsafelyUnwrapped + p
      sweep.load(parameter, reading, sweep.year - yearsBack, to: out)
    case .measure(let m): sweep.measure(m, to: out)
    case .constant(let value): sweep.fill(LaneVector(repeating: value), to: out)
    case .node(let place): nodes[place].node.compute(inputs, to: out, sweep)
    case .result(let indicator):
      sweep.settle(inputs[0], aggregations[indicator], held.isEmpty ? [] : held[indicator], to: out)
    }
  }
}
