import Domain

/// Formulas flattened to a list of operations, each computed for all areas and lanes at once.
///
/// Operations stand in an order in which every one finds its inputs computed;
/// last year's values are read from the buffer of the year before, so they may
/// point forward.
public struct Program: Sendable {
  struct Operation: Hashable, Sendable {
    enum Work: Hashable, Sendable {
      case parameter(Int, Formula.Reading, yearsBack: Int)
      case measure(Int)
      case constant(Double)
      case node(AnyNode)
      /// The value of an indicator: aggregated over areas and, where observed, replaced.
      case result(indicator: Int)
    }

    let work: Work
    /// The operations whose values this one reads.
    var inputs: [Int] = []

    /// Whether it reads last year's values of its inputs.
    var looksBack: Bool {
      if case .node(let any) = work { return any.node.looksBack }
      return false
    }
  }

  /// The indicators computed, in the order given.
  public let indicators: [Indicator]
  let operations: [Operation]
  /// For each indicator, how its areas belong together; read for every result of every block and year.
  let aggregations: [Indicator.Aggregation]
  /// For each indicator, the operation that holds its value.
  let resultOf: [Int]
  /// What the operations read, in the order of their indices.
  public let parameters: [Parameter]
  public let measures: [Measure]

  /// The indices of the parameters that any operation reads.
  public var parametersRead: Set<Int> {
    Set(operations.compactMap { if case .parameter(let index, _, _) = $0.work { index } else { nil } })
  }

  /// The measures that any operation reads.
  public var measuresRead: Set<Measure> {
    Set(operations.compactMap { if case .measure(let index) = $0.work { measures[index] } else { nil } })
  }
}
