import Domain
import Fiscal
import Formulas
import NumericCore
import Population

extension Budget {
  /// Checks that no line's shares come to more than the whole in any year and area.
  func requireShares(
    _ parameters: ResolvedTable, areas: Areas, years: ClosedRange<Year>
  ) throws(ResolutionError) {
    try fund.requireSplit(parameters, city: areas.cityIndex, years: years)
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
}

extension Fund {
  /// Checks that centre and province do not take more than there is.
  fileprivate func requireSplit(
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

/// The budget's books: where the parts of each sum and the whole stand in an evaluation.
struct BudgetBooks: Sendable {
  private struct Identity: Sendable {
    let name: String
    let whole: Int
    let parts: [Int]
  }

  private let identities: [Identity]

  /// - Parameter evaluation: any of those that will be checked.
  init(_ plan: Plan, _ evaluation: Evaluation) {
    let places = Dictionary(
      uniqueKeysWithValues: plan.program.indicators.enumerated().map { ($1.name, evaluation.place(of: $0)) })
    // Of a run for some outcomes alone, those whose parts are all computed.
    identities = (plan.model.budget?.identities ?? []).compactMap { identity in
      let parts = identity.parts.compactMap { places[$0] }
      guard let whole = places[identity.whole], parts.count == identity.parts.count else { return nil }
      return Identity(name: identity.name, whole: whole, parts: parts)
    }
  }

  /// Checks every sum in every area and lane of a year.
  func require(_ evaluation: Evaluation, _ year: Year) throws(AccountingError) {
    let areas = evaluation.areas.count
    // What does not vary is not in the block; the central member has been checked.
    for identity in identities where identity.whole >= 0 && identity.parts.allSatisfy({ $0 >= 0 }) {
      for area in 0..<areas {
        let whole = evaluation.value(at: identity.whole, area: area)
        let sum = identity.parts.reduce(LaneVector.zero) { $0 + evaluation.value(at: $1, area: area) }
        // Where there is nothing to add up there is nothing to check: no registered people, no eldercare.
        guard any(whole .== whole) || any(sum .== sum) else { continue }
        try requireBalance(identity.name, area: area, year: year, expected: whole, found: sum)
      }
    }
  }
}
