/// Numbers with what each was worked out from, as far as it is shown.
public struct ExplanationTree: Sendable {
  public struct Node: Sendable {
    public let number: Explanation
    public internal(set) var parts: [Node] = []
    /// How many operands it has beyond ``parts``.
    public internal(set) var hidden = 0
  }

  public let root: Node

  /// How far a tree goes down.
  public enum Extent: Sendable {
    /// So many levels below the number, with everything on them.
    case levels(Int)
    /// About so many lines: a number's operands together or not at all, those nearest to the top first.
    case lines(Int)
  }

  public init(of number: Explanation, by explainer: Explainer, _ extent: Extent) {
    switch extent {
    case .levels(let levels): root = ExplanationTree.whole(number, explainer, levels)
    case .lines(let lines): root = ExplanationTree.fitting(number, explainer, lines)
    }
  }

  private static func whole(_ number: Explanation, _ explainer: Explainer, _ levels: Int) -> Node {
    let operands = explainer.operands(of: number)
    guard levels > 0 else { return Node(number: number, hidden: operands.count) }
    return Node(number: number, parts: operands.map { whole($0, explainer, levels - 1) })
  }

  /// Level by level, each number's operands as long as there is room for all of them.
  private static func fitting(_ number: Explanation, _ explainer: Explainer, _ lines: Int) -> Node {
    var operandsOf: [[Int]: [Explanation]] = [:]
    var room = lines - 1
    var level: [(path: [Int], number: Explanation)] = [([], number)]
    while !level.isEmpty {
      var next: [(path: [Int], number: Explanation)] = []
      for (path, number) in level {
        let operands = explainer.operands(of: number)
        // The number's own are shown in any case, as many as there is room for.
        guard path.isEmpty || operands.count <= room else { continue }
        let shown = Array(operands.prefix(max(room, 0)))
        operandsOf[path] = shown
        room -= shown.count
        next += shown.enumerated().map { (path + [$0.offset], $0.element) }
      }
      level = room > 0 ? next : []
    }
    func node(_ number: Explanation, _ path: [Int]) -> Node {
      let parts = operandsOf[path] ?? []
      return Node(
        number: number, parts: parts.enumerated().map { node($0.element, path + [$0.offset]) },
        hidden: explainer.operands(of: number).count - parts.count)
    }
    return node(number, [])
  }
}
