import Domain
import Formulas

/// Turns of phrase that rules share.
extension Formula {
  /// A result of a local rule; nothing in a city whose dataset leaves the rule out.
  static func whereGiven(_ formula: Formula, _ unit: Unit) -> Formula { .present(formula, else: .zero(unit)) }

  /// Paid to persons by the month for the months of a year.
  static func monthly(_ persons: Formula, _ amount: Formula) -> Formula {
    persons * amount * .monthsPerYear * .oneYear
  }

  /// Paid to persons by the year.
  static func yearly(_ persons: Formula, _ amount: Formula) -> Formula { persons * amount * .oneYear }

  /// A count given per 10 000 of some people.
  static func perTenThousand(_ rate: Parameter, of people: Formula) -> Formula {
    .parameter(rate) * people / .tenThousand
  }

  /// A quotient that is nothing where there is nobody.
  static func share(_ part: Formula, of whole: Formula) -> Formula { .present(part / whole, else: .zero(.ratio)) }

  /// What is left of one.
  static func rest(_ shares: Parameter...) -> Formula { shares.reduce(.one) { $0 - .parameter($1) } }
}
