import Formulas

/// A formula as the key of a table that is asked for every part of a long one: hashed by what lies near its top alone.
///
/// A whole formula is hashed in a time that grows with its size, a sum of fifty lines for each of its fifty sums; equal
/// formulas share their parts, so that comparing them is quick.
struct FormulaKey: Hashable {
  let formula: Formula
  private static let depth = 3

  init(_ formula: Formula) { self.formula = formula }

  func hash(into hasher: inout Hasher) { FormulaKey.hash(formula, FormulaKey.depth, &hasher) }

  private static func hash(_ formula: Formula, _ depth: Int, _ hasher: inout Hasher) {
    switch formula.leaf {
    case .parameter(let parameter, _): hasher.combine(parameter.path)
    case .indicator(let reference): hasher.combine(reference.name)
    case .measure(let measure): hasher.combine(measure.name)
    case .constant(let constant): hasher.combine(constant.value)
    case .itself: break
    case nil:
      let parts = formula.parts
      hasher.combine(parts.count)
      if depth > 0 { for part in parts { hash(part, depth - 1, &hasher) } }
    }
  }
}
