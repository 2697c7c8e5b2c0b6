import Domain

/// What a formula makes of its parts: its sign, the unit that comes out, how it is computed and how it is written.
///
/// A kind of node is one file: reader, compiler, listing, explanation and workbook go by what it says of itself and
/// never ask which it is.
protocol FormulaNode: Hashable, Sendable {
  /// What stands for it between or before its parts.
  var sign: Label { get }

  /// Whether it takes its part's value of the year before.
  var looksBack: Bool { get }

  /// Whether it is nought where one of its parts is, whatever the others are.
  var vanishes: Bool { get }

  /// The unit of the whole, by those of the parts.
  func unit(of parts: [Unit]) throws(UnlikeUnits) -> Unit

  /// The whole by its parts as they read in a language.
  func written(_ parts: [Written], in language: Language) -> Written

  /// The whole as it stands in a cell of a spreadsheet.
  func written(_ parts: [Formula], in place: Spreadsheet.Place) -> Written

  /// The parts that count in an area, by their places, and the areas in which each is read.
  ///
  /// - Parameter count: how many parts there are.
  func reads(_ count: Int, in area: Int, of areas: Areas, isBase: Bool) -> [(part: Int, areas: [Int])]

  /// The part that is the whole, where the node is no work.
  func passing(_ parts: [Formula]) -> Formula?

  /// Computes a year's values in every area and lane.
  ///
  /// - Parameter inputs: where the parts' values stand, as many as there are parts.
  func compute(_ inputs: UnsafeBufferPointer<Int>, to out: Int, _ sweep: Sweep)
}

extension FormulaNode {
  var looksBack: Bool { false }
  var vanishes: Bool { false }

  /// All of them, where the whole stands.
  func reads(_ count: Int, in area: Int, of areas: Areas, isBase: Bool) -> [(part: Int, areas: [Int])] {
    (0..<count).map { ($0, [area]) }
  }

  func passing(_ parts: [Formula]) -> Formula? { nil }

  /// As a function of its parts.
  func written(_ parts: [Written], in language: Language) -> Written {
    Written("\(sign(language))(\(parts.map(\.text).joined(separator: ", ")))")
  }
}

/// A node that is worked out in each area from what its parts come to there.
protocol LocalNode: FormulaNode {
  /// The whole as an expression of a spreadsheet, by the expressions of its parts; functions are those of Excel 2010
  /// and before.
  func expression(_ parts: [Written]) -> Written
}

extension LocalNode {
  func written(_ parts: [Formula], in place: Spreadsheet.Place) -> Written { expression(parts.map(place.written)) }
}

/// Two quantities of which a node needs alike ones.
struct UnlikeUnits: Error {
  let left: Unit
  let right: Unit

  /// The unit of several parts that measure alike: the first's.
  static func require(_ parts: [Unit]) throws(UnlikeUnits) -> Unit {
    precondition(!parts.isEmpty, "something is put together")
    for part in parts.dropFirst() where !parts[0].measuresLike(part) {
      throw UnlikeUnits(left: parts[0], right: part)
    }
    return parts[0]
  }

  /// Checks that a part is a plain number.
  static func requireNumber(_ part: Unit) throws(UnlikeUnits) {
    guard part.measuresLike(.ratio) else { throw UnlikeUnits(left: part, right: .ratio) }
  }
}

/// A node of any kind, to compare with others.
struct AnyNode: Hashable, Sendable {
  let node: any FormulaNode

  static func == (a: AnyNode, b: AnyNode) -> Bool { a.node.isSame(as: b.node) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(type(of: node)))
    node.hash(into: &hasher)
  }
}

extension FormulaNode {
  fileprivate func isSame(as other: any FormulaNode) -> Bool { (other as? Self) == self }
}
