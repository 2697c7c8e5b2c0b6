import Domain
import NumericCore

/// Numbers of one year, worked out again from values put in where their graph is cut: at what their formulas read.
///
/// Cut are parameters, measures of kernels, values of the year before, and indicators for which a published figure
/// stands; what lies between is computed. With a year's own values at the leaves it comes to the year's own numbers, to
/// the bit.
public struct CutGraph: Sendable {
  /// What stands at a leaf.
  public enum Source: Hashable, Sendable {
    case parameter(Parameter)
    case measure(Measure)
    /// The year before's value of an indicator, or what a published figure made of this year's.
    case indicator(String)
  }

  public struct Leaf: Sendable {
    public let source: Source
    let operation: Int
  }

  private struct Step: Sendable {
    let operation: Program.Operation
    let inputs: [Int]
    let out: Int
  }

  /// In the order of the program.
  public let leaves: [Leaf]
  private let steps: [Step]
  /// Where the numbers stand among the leaves and steps.
  private let roots: [Int]
  private let aggregations: [Indicator.Aggregation]
  private let areas: Areas
  private let groups: [DistrictGroup: [Int]]
  private let year: Year

  /// - Parameters:
  ///   - names: indicators of the program, each a number.
  ///   - held: published figures and the years in which they are looked up: an indicator held in any of them is cut.
  ///   - isBase: whether one of the years is the base year, where what opens a stock is cut too.
  public init?(
    _ program: Program, of names: [String], areas: Areas, held: [(values: HeldValues, year: Year)], isBase: Bool
  ) {
    let targets = names.compactMap { name in program.indicators.firstIndex { $0.name == name } }
    guard targets.count == names.count else { return nil }
    var isHeld = Array(repeating: false, count: program.indicators.count)
    for (values, year) in held {
      for (index, entries) in values.entries(year).enumerated() where !entries.isEmpty { isHeld[index] = true }
    }
    let operations = program.operations
    func isLeaf(_ operation: Program.Operation) -> Bool {
      switch operation.work {
      case .parameter, .measure: true
      case .constant: false
      case .node(let any): any.node.looksBack || isBase && any.node is Opening
      case .result(let indicator): isHeld[indicator]
      }
    }
    // What opens a stock in the base year is not read in later ones.
    func reads(_ operation: Program.Operation) -> ArraySlice<Int> {
      if case .node(let any) = operation.work, any.node is Opening { return operation.inputs.suffix(1) }
      return operation.inputs[...]
    }
    var needed = Set<Int>()
    var waiting = targets.map { program.resultOf[$0] }
    while let index = waiting.popLast() {
      guard needed.insert(index).inserted, !isLeaf(operations[index]) else { continue }
      waiting += reads(operations[index])
    }
    let order = needed.sorted()
    let cut = order.filter { isLeaf(operations[$0]) }
    let worked = order.filter { !isLeaf(operations[$0]) }
    let place = Dictionary(uniqueKeysWithValues: (cut + worked).enumerated().map { ($1, $0) })
    leaves = cut.map { Leaf(source: CutGraph.source(of: $0, program), operation: $0) }
    steps = worked.map { index in
      // A place for what is not read keeps the others where a node looks for them.
      let inputs = operations[index].inputs.map { place[$0] ?? 0 }
      return Step(operation: operations[index], inputs: inputs, out: place[index] ?? 0)
    }
    roots = targets.map { place[program.resultOf[$0]] ?? 0 }
    aggregations = program.aggregations
    self.areas = areas
    groups = areas.districtsByGroup
    year = held.map(\.year).max() ?? 0
  }

  /// What an operation is a value of: an indicator, or the first input it is made of.
  private static func source(of index: Int, _ program: Program) -> Source {
    let operation = program.operations[index]
    switch operation.work {
    case .parameter(let parameter, _, _): return .parameter(program.parameters[parameter])
    case .measure(let measure): return .measure(program.measures[measure])
    case .result(let indicator): return .indicator(program.indicators[indicator].name)
    case .constant, .node:
      guard let input = operation.inputs.last else { return .indicator("") }
      return source(of: input, program)
    }
  }

  /// The leaves' values among those of all operations, shape `[leaf][area]`.
  public func leafValues<Number>(among values: some Collection<Number>) -> [Number] {
    leaves.flatMap { leaf in
      let first = values.index(values.startIndex, offsetBy: leaf.operation * areas.count)
      return values[first..<values.index(first, offsetBy: areas.count)]
    }
  }

  /// The steps that follow from some leaves, in their order.
  public func steps(following changed: Set<Int>) -> [Int] {
    var moves = Array(repeating: false, count: leaves.count + steps.count)
    for leaf in changed { moves[leaf] = true }
    return steps.indices.filter { index in
      moves[steps[index].out] = steps[index].inputs.contains { moves[$0] }
      return moves[steps[index].out]
    }
  }
}

extension CutGraph {
  /// Members on the way from one set of leaves' values to another: what follows from none that changed stays.
  public struct Walk: Sendable {
    private let graph: CutGraph
    /// Shape `[leaf, then step][area]`.
    private var current: [LaneVector]

    /// - Parameter values: of the leaves, shape `[leaf][area]`.
    public init(_ graph: CutGraph, from values: [LaneVector]) {
      precondition(values.count == graph.leaves.count * graph.areas.count, "a value for every leaf and area")
      self.graph = graph
      current = values
      current += Array(repeating: LaneVector(repeating: .nan), count: graph.steps.count * graph.areas.count)
      work(through: Array(graph.steps.indices))
    }

    /// One of the numbers in an area.
    public func value(_ number: Int, area: Int) -> LaneVector {
      current[graph.roots[number] * graph.areas.count + area]
    }

    /// Puts other values at a leaf, area by area.
    ///
    /// The numbers follow with ``work(through:)``.
    public mutating func put(_ leaf: Int, _ value: (_ area: Int) -> LaneVector) {
      for area in 0..<graph.areas.count { current[leaf * graph.areas.count + area] = value(area) }
    }

    /// Computes some steps again.
    ///
    /// - Parameter steps: in their order, with all that follow from what was put.
    public mutating func work(through steps: [Int]) {
      let graph = graph
      current.withUnsafeMutableBufferPointer { current in
        let sweep = Sweep(
          areas: graph.areas.count, city: graph.areas.cityIndex, year: graph.year, isBase: false,
          groups: graph.groups, current: current, previous: UnsafeBufferPointer(start: nil, count: 0),
          measures: UnsafeBufferPointer(start: nil, count: 0), central: UnsafeBufferPointer(start: nil, count: 0))
        for index in steps { graph.compute(graph.steps[index], sweep) }
      }
    }
  }

  private func compute(_ step: Step, _ sweep: Sweep) {
    step.inputs.withUnsafeBufferPointer { inputs in
      switch step.operation.work {
      case .node(let any): any.node.compute(inputs, to: step.out, sweep)
      case .constant(let value): sweep.fill(LaneVector(repeating: value), to: step.out)
      case .result(let indicator): sweep.settle(inputs[0], aggregations[indicator], [], to: step.out)
      case .parameter, .measure: preconditionFailure("these are leaves")
      }
    }
  }
}
