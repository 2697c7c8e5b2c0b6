import Domain

/// A quantity written down as an expression: a value that can be evaluated,
/// printed, checked for its units and taken apart.
///
/// It is a leaf, or a node with parts; each kind of node is a file of its own in `Nodes`.
/// A formula has no figures of its own; these are parameters.
public struct Formula: Hashable, Sendable {
  indirect enum Content: Hashable, Sendable {
    case leaf(Leaf)
    case node(AnyNode, [Formula])
  }

  let content: Content

  init(_ leaf: Leaf) { content = .leaf(leaf) }

  init(_ node: some FormulaNode, _ parts: [Formula]) { content = .node(AnyNode(node: node), parts) }

  init(_ node: some FormulaNode, _ parts: Formula...) { self.init(node, parts) }

  /// What it is where it has no parts.
  public var leaf: Leaf? {
    if case .leaf(let leaf) = content { return leaf }
    return nil
  }

  /// The parts a formula is directly made of.
  public var parts: [Formula] {
    if case .node(_, let parts) = content { return parts }
    return []
  }

  /// The node that makes it of its parts.
  var node: (any FormulaNode)? {
    if case .node(let any, _) = content { return any.node }
    return nil
  }

  /// What stands for it between or before its parts; nil for a leaf.
  public var sign: Label? { node?.sign }

  /// Whether it is its part's value of the year before.
  public var looksBack: Bool { node?.looksBack ?? false }

  /// Whether it is nought where one of its parts is, whatever the others are.
  public var vanishesWithAPart: Bool { node?.vanishes ?? false }

  /// Every parameter the formula itself reads, and how many years back.
  public var readings: [(parameter: Parameter, lag: Int)] {
    if case .parameter(let parameter, _) = leaf { return [(parameter, 0)] }
    let lag = looksBack ? 1 : 0
    return parts.flatMap(\.readings).map { ($0.parameter, $0.lag + lag) }
  }

  /// Every parameter the formula itself names, in order of appearance.
  public var parameters: [Parameter] {
    if case .parameter(let parameter, _) = leaf { return [parameter] }
    return parts.flatMap(\.parameters)
  }

  /// Every measure the formula itself reads, in order of appearance.
  public var measures: [Measure] {
    if case .measure(let measure) = leaf { return [measure] }
    return parts.flatMap(\.measures)
  }

  /// Names of all indicators the formula mentions.
  public var mentioned: [String] {
    if case .indicator(let reference) = leaf { return [reference.name] }
    return parts.flatMap(\.mentioned)
  }

  /// Names of the indicators whose value of the same year the formula needs.
  var needed: [String] {
    if case .indicator(let reference) = leaf { return [reference.name] }
    return looksBack && parts.allSatisfy { $0.leaf != nil } ? [] : parts.flatMap(\.needed)
  }
}
