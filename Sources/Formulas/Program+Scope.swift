extension Program {
  /// Which operations a block computes, and which it takes from the central member.
  ///
  /// What depends on nothing that varies is the same in every member: it is
  /// computed once and taken only where something that varies reads it.
  public struct Scope: Sendable {
    enum Step: Sendable {
      case compute(Int)
      case take(Int)
    }

    let steps: [Step]
    /// Where an operation's values stand; −1 for one that is not kept.
    let slot: [Int]
    let slots: Int
    /// Whether an operation differs between members.
    let varies: [Bool]

    init(everythingOf program: Program) {
      steps = program.operations.indices.map { .compute($0) }
      slot = Array(program.operations.indices)
      slots = slot.count
      varies = Array(repeating: true, count: slots)
    }

    /// - Parameter parameters: indices of the parameters that vary; measures vary as a whole.
    public init(_ program: Program, varying parameters: Set<Int>) {
      let varies = Scope.varying(program, parameters)
      var isRead = Array(repeating: false, count: varies.count)
      for (index, operation) in program.operations.enumerated() where varies[index] {
        for input in operation.inputs { isRead[input] = true }
      }
      var steps: [Step] = []
      var slot = Array(repeating: -1, count: varies.count)
      for index in varies.indices where varies[index] || isRead[index] {
        slot[index] = steps.count
        steps.append(varies[index] ? .compute(index) : .take(index))
      }
      self.varies = varies
      self.steps = steps
      self.slot = slot
      slots = steps.count
    }

    /// Last year's values may point forward, so marks are spread until none is new.
    private static func varying(_ program: Program, _ parameters: Set<Int>) -> [Bool] {
      var varies = Array(repeating: false, count: program.operations.count)
      var isNew = true
      while isNew {
        isNew = false
        for (index, operation) in program.operations.enumerated() where !varies[index] {
          let isMoved: Bool
          switch operation {
          case .parameter(let parameter, _): isMoved = parameters.contains(parameter)
          case .measure: isMoved = true
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

  /// The operation that holds an indicator's value.
  public func operation(of indicator: Int) -> Int { resultOf[indicator] }

  /// Whether an indicator differs between members.
  public func varies(_ indicator: Int, in scope: Scope) -> Bool { scope.varies[resultOf[indicator]] }
}

extension Program.Operation {
  /// The operations whose values this one reads.
  var inputs: [Int] {
    switch self {
    case .parameter, .measure, .constant: []
    case .binary(_, let a, let b), .opening(let a, let b), .inCity(let a, let b): [a, b]
    case .logNormal(_, let line, let mean, let deviation): [line, mean, deviation]
    case .lastYear(let a), .overDistricts(let a, _, _), .result(let a, _): [a]
    case .geometricMean(let terms): terms
    }
  }
}
