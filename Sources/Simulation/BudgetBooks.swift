import Domain
import Fiscal
import Formulas
import NumericCore
import Population

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
