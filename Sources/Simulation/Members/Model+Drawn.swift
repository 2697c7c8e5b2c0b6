import Fiscal
import Formulas

/// Which inputs worlds draw from their stated ranges, and what holds between them.
extension Model {
  /// All but rules that people choose, switches, and the coefficients of what wanders by itself.
  func drawn(_ ranges: StatedRanges) -> DrawnRanges {
    let coefficients = Set(processes.flatMap { $0.coefficients.map(\.parameter.path) })
    let drawn = parameters.filter { !$0.isChoice && !$0.isWhole && !coefficients.contains($0.path) }
    return DrawnRanges(probability: ranges.probability, paths: Set(drawn.map(\.path)))
  }

  /// Shares of one whole, which add up to no more than it: of a line's payers.
  var wholes: [[Parameter]] { (budget?.lines ?? []).map { $0.shares.map(\.share) }.filter { $0.count > 1 } }
}
