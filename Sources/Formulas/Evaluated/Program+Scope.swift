extension Program {
  /// Which operations a block computes, and which it takes from the central member.
  ///
  /// What depends on nothing that varies is the same in every member: it is
  /// computed once and taken only where something that varies reads it, just before it is read.
  public struct Scope: Sendable {
    /// What to do; of numbers alone, so that going through the steps counts no references.
    struct Step: Sendable {
      enum Work: Sendable {
        case parameter(Int, Formula.Reading, yearsBack: Int)
        case measure(Int)
        case constant(Double)
        /// By its place among the nodes of all steps.
        case node(Int)
        /// The value of an indicator: aggregated over areas and, where observed, replaced.
        case result(indicator: Int)
        /// What the central member has for an operation.
        case take(Int)
      }

      let work: Work
      /// Where the places of its inputs stand among those of all steps.
      let inputs: Range<Int>
      /// Where the values go.
      let out: Int
    }

    /// Steps in their order.
    struct Steps: Sendable {
      private(set) var all: [Step] = []
      /// The places that steps read, one step after the other.
      private(set) var inputs: [Int] = []
      /// Each kind of node once.
      private(set) var nodes: [AnyNode] = []
      private var placeOfNode: [AnyNode: Int] = [:]

      mutating func append(_ work: Step.Work, reading places: [Int] = [], to out: Int) {
        all.append(Step(work: work, inputs: inputs.count..<inputs.count + places.count, out: out))
        inputs += places
      }

      /// A step that computes an operation.
      mutating func append(_ work: Operation.Work, reading places: [Int], to out: Int) {
        append(step(work), reading: places, to: out)
      }

      private mutating func step(_ work: Operation.Work) -> Step.Work {
        switch work {
        case .parameter(let parameter, let reading, let yearsBack): .parameter(parameter, reading, yearsBack: yearsBack)
        case .measure(let measure): .measure(measure)
        case .constant(let value): .constant(value)
        case .node(let node): .node(place(of: node))
        case .result(let indicator): .result(indicator: indicator)
        }
      }

      private mutating func place(of node: AnyNode) -> Int {
        if let known = placeOfNode[node] { return known }
        placeOfNode[node] = nodes.count
        nodes.append(node)
        return nodes.count - 1
      }
    }

    private(set) var steps = Steps()
    /// Where an operation's values stand; −1 for one that is not kept to the end of the year.
    let place: [Int]
    let places: Int
    /// Whether an operation differs between members.
    let varies: [Bool]

    /// Everything is computed and kept.
    package init(everythingOf program: Program) {
      place = Array(program.operations.indices)
      places = place.count
      varies = Array(repeating: true, count: places)
      for (operation, out) in zip(program.operations, place) {
        steps.append(operation.work, reading: operation.inputs, to: out)
      }
    }

    /// - Parameters:
    ///   - parameters: indices of the parameters that vary.
    ///   - measures: whether measures do, as a whole.
    ///   - moved: indices of parameters from which ``steps(following:_:)`` will be computed again: what follows from them,
    ///     and what that is computed of, is kept to the end of the year.
    public init(
      _ program: Program, varying parameters: Set<Int>, measures: Bool = true, keepingFor moved: Set<Int> = []
    ) {
      let varies = Scope.varying(program, parameters, measures)
      let order = Scope.order(program, varies)
      var places = Places(program, order, varies, keeping: Scope.kept(program, following: moved))
      for operation in order {
        guard varies[operation] else {
          steps.append(Step.Work.take(operation), to: places.claim(operation))
          continue
        }
        let (work, inputs) = (program.operations[operation].work, program.operations[operation].inputs)
        steps.append(work, reading: inputs.map { places[$0] }, to: places.claim(operation))
        places.release(after: operation)
      }
      self.varies = varies
      place = places.kept
      self.places = places.count
    }

    /// Which operations follow from some parameters, and which these are computed of.
    private static func kept(_ program: Program, following moved: Set<Int>) -> [Bool] {
      let follows = varying(program, moved, false)
      var kept = follows
      for (index, operation) in program.operations.enumerated() where follows[index] {
        for input in operation.inputs { kept[input] = true }
      }
      return kept
    }

    /// The steps to what follows from some parameters, on what the others left where the scope keeps it.
    func steps(following moved: Set<Int>, _ program: Program) -> Steps {
      let follows = Scope.varying(program, moved, false)
      var steps = Steps()
      for (index, operation) in program.operations.enumerated() where follows[index] {
        steps.append(operation.work, reading: operation.inputs.map { place[$0] }, to: place[index])
      }
      return steps
    }

    /// The operations in the order of their steps: what varies as the program has it, the rest just before it is read.
    private static func order(_ program: Program, _ varies: [Bool]) -> [Int] {
      var isPlaced = Array(repeating: false, count: varies.count)
      var order: [Int] = []
      for (index, operation) in program.operations.enumerated() where varies[index] {
        for input in operation.inputs where !varies[input] && !isPlaced[input] {
          isPlaced[input] = true
          order.append(input)
        }
        order.append(index)
      }
      return order
    }

    /// Last year's values may point forward, so marks are spread until none is new.
    private static func varying(_ program: Program, _ parameters: Set<Int>, _ measures: Bool) -> [Bool] {
      var varies = Array(repeating: false, count: program.operations.count)
      var isNew = true
      while isNew {
        isNew = false
        for (index, operation) in program.operations.enumerated() where !varies[index] {
          let isMoved: Bool
          switch operation.work {
          case .parameter(let parameter, _, _): isMoved = parameters.contains(parameter)
          case .measure: isMoved = measures
          default: isMoved = operation.inputs.contains { varies[$0] }
          }
          guard isMoved else { continue }
          varies[index] = true
          isNew = true
        }
      }
      return varies
    }
  }

  /// Whether another program computes the same, operation by operation, of the same inputs.
  package func hasFormulas(of other: Program) -> Bool {
    operations == other.operations && parameters == other.parameters && measures == other.measures
  }

  /// The operation that holds an indicator's value.
  public func operation(of indicator: Int) -> Int { resultOf[indicator] }

  /// Whether an indicator differs between members.
  public func varies(_ indicator: Int, in scope: Scope) -> Bool { scope.varies[resultOf[indicator]] }
}
