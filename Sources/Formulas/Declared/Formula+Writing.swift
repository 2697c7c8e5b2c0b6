import Domain

extension Formula: CustomStringConvertible {
  /// The formula in one line, with paths and names as they are, in English.
  public var description: String { text(in: .en) }

  /// The formula in one line, with as few parentheses as it needs.
  ///
  /// - Parameter naming: what a leaf is called, as its label or its value; its path or name where nil.
  public func text(in language: Language, naming: (Leaf) -> String? = { _ in nil }) -> String {
    written(in: language, naming).text
  }

  private func written(in language: Language, _ naming: (Leaf) -> String?) -> Written {
    switch content {
    case .leaf(let leaf): leaf.written(in: language, name: naming(leaf))
    case .node(let any, let parts): any.node.written(parts.map { $0.written(in: language, naming) }, in: language)
    }
  }
}
