import Domain
import Fiscal
import Formulas
import Population

/// Checks that shares given by parameters come to no more than the whole.
struct ShareCheck: Sendable {
  private let lines: [BudgetLine]
  private let isOfFund: Bool

  /// - Parameter moved: paths of the parameters that may have changed; nil for all.
  init(_ budget: Budget?, moved: Set<String>? = nil) {
    func moves(_ parameter: Parameter) -> Bool { moved?.contains(parameter.path) ?? true }
    lines = (budget?.lines ?? []).filter { $0.shares.contains { moves($0.share) } }
    isOfFund = budget != nil && Fund.handedUp.contains(where: moves)
  }

  /// What it reads.
  var parameters: [Parameter] { lines.flatMap { $0.shares.map(\.share) } + (isOfFund ? Fund.handedUp : []) }

  /// - Throws: ``ResolutionError/sharesExceedOne(line:sum:remainder:origin:)``.
  func require(
    _ parameters: ResolvedTable, areas: Areas, years: ClosedRange<Year>
  ) throws(ResolutionError) {
    if isOfFund { try requireSplit(parameters, city: areas.cityIndex, years: years) }
    for line in lines {
      for area in 0..<areas.count {
        for year in years {
          let shares = line.shares.map { parameters.value($0.share, in: area, year).first }
          let sum = shares.reduce(0.0) { $0 + ($1.isNaN ? 0 : $1) }
          guard sum > 1 + accountingTolerance else { continue }
          let origins = line.shares.compactMap { parameters.origin(of: $0.share, in: area, year) }
          throw .sharesExceedOne(line: line.name, sum: sum, remainder: line.remainder.label, origin: origins.last)
        }
      }
    }
  }

  /// Checks that centre and province do not take more of the fund than there is.
  private func requireSplit(
    _ parameters: ResolvedTable, city: Int, years: ClosedRange<Year>
  ) throws(ResolutionError) {
    for year in years {
      let sum = Fund.handedUp.reduce(0.0) { $0 + parameters.value($1, in: city, year).first }
      guard sum > 1 + accountingTolerance else { continue }
      let origins = Fund.handedUp.compactMap { parameters.origin(of: $0, in: city, year) }
      let rest = Label(zh: "市及以下", en: "the city and below")
      throw .sharesExceedOne(line: Fund.raised.name, sum: sum, remainder: rest, origin: origins.last)
    }
  }
}
