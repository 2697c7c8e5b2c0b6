import Care
import Domain
import Formulas

/// What people alike in all that payers look at are charged, and who may pay how much of it.
struct CareBill {
  /// How many they are.
  let persons: Formula
  /// Yuan a person and month.
  let amount: Formula
  /// What a programme pays a person and month at most, by what is left of the bill.
  let rights: [CareProgramme: @Sendable (_ rest: Formula) -> Formula]

  init(
    _ persons: Formula, _ amount: Formula, _ rights: [CareProgramme: @Sendable (_ rest: Formula) -> Formula]
  ) {
    self.persons = persons
    self.amount = amount
    self.rights = rights
  }

  /// What each programme in turn pays a person and month, and what is left: each pays its right, or the rest where
  /// that is less.
  func paid(_ order: [CareProgramme]) -> (programmes: [CareProgramme: Formula], household: Formula) {
    var rest = amount
    var paid: [CareProgramme: Formula] = [:]
    for programme in order {
      guard let right = rights[programme] else { continue }
      let part = Formula.smaller(right(rest), rest)
      paid[programme] = part
      rest = rest - part
    }
    return (paid, rest)
  }
}
