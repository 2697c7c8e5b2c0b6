import Domain

extension Program {
  /// Flattens indicators into operations.
  ///
  /// - Precondition: every indicator mentioned is in the list, names are unique
  ///   and none depends on itself within a year.
  public init(_ indicators: [Indicator], parameters: [Parameter], measures: [Measure]) {
    var compiler = Compiler(indicators, parameters, measures)
    for index in indicators.indices { compiler.define(index) }
    compiler.patch()
    self.indicators = indicators
    aggregations = indicators.map(\.aggregation)
    self.parameters = parameters
    self.measures = measures
    operations = compiler.operations
    resultOf = compiler.resultOf.map { $0 ?? 0 }
  }
}

private struct Compiler {
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

  init(_ indicators: [Indicator], _ parameters: [Parameter], _ measures: [Measure]) {
    self.indicators = indicators
    indexOfIndicator = Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.name, $0) })
    indexOfParameter = Dictionary(uniqueKeysWithValues: parameters.enumerated().map { ($1.path, $0) })
    indexOfMeasure = Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($1.name, $0) })
    resultOf = Array(repeating: nil, count: indicators.count)
  }

  mutating func define(_ index: Int) {
    guard resultOf[index] == nil else { return }
    precondition(!path.contains(index), "\(indicators[index].name) depends on itself within a year")
    path.append(index)
    let root = add(indicators[index].formula, defining: index)
    resultOf[index] = append(.result(root, indicator: index))
    path.removeLast()
  }

  /// Points the forward readers at the operations that were placed later.
  mutating func patch() {
    for (indicator, operation) in forward {
      guard let result = resultOf[indicator] else { preconditionFailure("an indicator was not placed") }
      operations[operation] = .lastYear(result)
    }
  }

  private mutating func append(_ operation: Program.Operation) -> Int {
    if let place = places[operation] { return place }
    operations.append(operation)
    places[operation] = operations.count - 1
    return operations.count - 1
  }

  private mutating func add(_ formula: Formula, defining own: Int) -> Int {
    switch formula {
    case .parameter(let p): return append(.parameter(index(of: p), .local))
    case .meanOverYear(let p): return append(.parameter(index(of: p), .meanOverYear))
    case .ofCity(let p): return append(.parameter(index(of: p), .ofCity))
    case .ownValue(let p): return append(.parameter(index(of: p), .ownValue))
    case .measure(let m): return append(.measure(index(of: m)))
    case .conversion(let c): return append(.constant(c.factor))
    case .zero: return append(.constant(0))
    case .indicator(let reference):
      let index = index(of: reference.name)
      define(index)
      return resultOf[index] ?? 0
    case .itself: preconditionFailure("\(indicators[own].name) uses its own value of the same year")
    case .opening(let a, let b): return append(.opening(add(a, defining: own), add(b, defining: own)))
    case .overDistricts(let a, let reduction, let group):
      return append(.overDistricts(add(a, defining: own), reduction, group))
    case .inCity(let a, let b): return append(.inCity(add(a, defining: own), add(b, defining: own)))
    case .geometricMean(let terms): return append(.geometricMean(terms.map { add($0, defining: own) }))
    case .lastYear(let a): return addLastYear(a, defining: own)
    case .sum(let a, let b): return binary(.add, a, b, own)
    case .difference(let a, let b): return binary(.subtract, a, b, own)
    // What changes the unit alone is no work.
    case .product(let a, .conversion(let c)) where c.factor == 1: return add(a, defining: own)
    case .product(let a, let b): return binary(.multiply, a, b, own)
    case .quotient(let a, let b): return binary(.divide, a, b, own)
    case .smaller(let a, let b): return binary(.smaller, a, b, own)
    case .larger(let a, let b): return binary(.larger, a, b, own)
    case .present(let a, let b): return binary(.present, a, b, own)
    case .roundedUp(let a, let step): return binary(.roundUp, a, step, own)
    case .power(let a, let b): return binary(.power, a, b, own)
    case .logNormal(let tail, let line, let mean, let deviation):
      let inputs = [line, mean, deviation].map { add($0, defining: own) }
      return append(.logNormal(tail, inputs[0], inputs[1], inputs[2]))
    }
  }

  private mutating func binary(_ kind: Program.Binary, _ a: Formula, _ b: Formula, _ own: Int) -> Int {
    let left = add(a, defining: own)
    let right = add(b, defining: own)
    return append(.binary(kind, left, right))
  }

  private mutating func addLastYear(_ formula: Formula, defining own: Int) -> Int {
    switch formula {
    case .parameter(let p): return append(.parameter(index(of: p), .localLastYear))
    case .itself: return addForward(own)
    case .indicator(let reference): return addForward(index(of: reference.name))
    default: return append(.lastYear(add(formula, defining: own)))
    }
  }

  private mutating func addForward(_ indicator: Int) -> Int {
    if let place = forward[indicator] { return place }
    operations.append(.lastYear(0))
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
