import Domain

extension Program {
  /// Flattens indicators into operations.
  ///
  /// - Precondition: every indicator mentioned is in the list, names are unique
  ///   and none depends on itself within a year.
  public init(_ indicators: [Indicator], parameters: [Parameter], measures: [Measure]) {
    let compiler = Compiler(all: indicators, parameters, measures)
    self.indicators = indicators
    aggregations = indicators.map(\.aggregation)
    self.parameters = parameters
    self.measures = measures
    operations = compiler.operations
    resultOf = compiler.resultOf.map { $0 ?? 0 }
  }
}

/// Puts formulas into a list of operations.
struct Compiler: Sendable {
  let indicators: [Indicator]
  let indexOfIndicator: [String: Int]
  let indexOfParameter: [String: Int]
  let indexOfMeasure: [String: Int]
  var operations: [Program.Operation] = []
  /// Where an operation already stands: what formulas have in common is computed once.
  var places: [Program.Operation: Int] = [:]
  var resultOf: [Int?]
  var path: [Int] = []
  /// The operations that read last year's value of an indicator, which may not be placed yet.
  var forward: [Int: Int] = [:]

  private init(_ indicators: [Indicator], _ parameters: [Parameter], _ measures: [Measure]) {
    self.indicators = indicators
    indexOfIndicator = Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.name, $0) })
    indexOfParameter = Dictionary(uniqueKeysWithValues: parameters.enumerated().map { ($1.path, $0) })
    indexOfMeasure = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1.name, $0) })
    resultOf = Array(repeating: nil, count: indicators.count)
  }

  /// Every indicator's operations, in their order.
  init(all indicators: [Indicator], _ parameters: [Parameter], _ measures: [Measure]) {
    self.init(indicators, parameters, measures)
    for index in indicators.indices { define(index) }
    patch()
  }

  private mutating func define(_ index: Int) {
    guard resultOf[index] == nil else { return }
    precondition(!path.contains(index), "\(indicators[index].name) depends on itself within a year")
    path.append(index)
    let root = add(indicators[index].formula, defining: index)
    resultOf[index] = append(Program.Operation(work: .result(indicator: index), inputs: [root]))
    path.removeLast()
  }

  /// Points the forward readers at the operations that were placed later.
  private mutating func patch() {
    for (indicator, operation) in forward {
      guard let result = resultOf[indicator] else { preconditionFailure("an indicator was not placed") }
      operations[operation].inputs = [result]
    }
  }

  private mutating func append(_ operation: Program.Operation) -> Int {
    if let place = places[operation] { return place }
    operations.append(operation)
    places[operation] = operations.count - 1
    return operations.count - 1
  }

  /// Where a formula stands, put there if it is new.
  ///
  /// - Parameter own: the indicator it is, or is a part of, the definition of.
  mutating func add(_ formula: Formula, defining own: Int) -> Int {
    switch formula.content {
    case .leaf(let leaf): return add(leaf, defining: own)
    case .node(let any, let parts):
      if let same = any.node.passing(parts) { return add(same, defining: own) }
      if any.node.looksBack, let place = addLookingBack(parts[0], defining: own) { return place }
      let inputs = parts.map { add($0, defining: own) }
      return append(Program.Operation(work: .node(any), inputs: inputs))
    }
  }

  private mutating func add(_ leaf: Formula.Leaf, defining own: Int) -> Int {
    switch leaf {
    case .parameter(let p, let reading):
      return append(Program.Operation(work: .parameter(index(of: p), reading, yearsBack: 0)))
    case .measure(let m): return append(Program.Operation(work: .measure(index(of: m))))
    case .constant(let constant): return append(Program.Operation(work: .constant(constant.value)))
    case .indicator(let reference):
      let index = index(of: reference.name)
      define(index)
      return resultOf[index] ?? 0
    case .itself: preconditionFailure("\(indicators[own].name) uses its own value of the same year")
    }
  }

  /// Last year's value of what need not be computed before: a parameter, or an indicator; nil for anything else.
  private mutating func addLookingBack(_ part: Formula, defining own: Int) -> Int? {
    switch part.leaf {
    case .parameter(let p, .atYearEnd):
      return append(Program.Operation(work: .parameter(index(of: p), .atYearEnd, yearsBack: 1)))
    case .itself: return addForward(own)
    case .indicator(let reference): return addForward(index(of: reference.name))
    default: return nil
    }
  }

  private mutating func addForward(_ indicator: Int) -> Int {
    if let place = forward[indicator] { return place }
    operations.append(Program.Operation(work: .node(AnyNode(node: LastYear())), inputs: [0]))
    forward[indicator] = operations.count - 1
    return operations.count - 1
  }

  private func index(of parameter: Parameter) -> Int {
    guard let index = indexOfParameter[parameter.path] else { preconditionFailure("undeclared \(parameter.path)") }
    return index
  }

  private func index(of measure: Measure) -> Int {
    guard let index = indexOfMeasure[measure.name] else { preconditionFailure("unknown measure \(measure.name)") }
    return index
  }

  private func index(of name: String) -> Int {
    guard let index = indexOfIndicator[name] else { preconditionFailure("unknown indicator \(name)") }
    return index
  }
}
