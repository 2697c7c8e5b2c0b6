import Domain
import Formulas

/// No more than this is to be paid in a year.
public struct BudgetCap: Equatable, Sendable {
  /// Nil for fiscal money in all.
  public let payer: Payer?
  public let yuan: Double
  public let year: Year

  public init(_ payer: Payer?, yuan: Double, year: Year) {
    self.payer = payer
    self.yuan = yuan
    self.year = year
  }

  /// The word for fiscal money in files and on the command line.
  public static let fiscalWord = "fiscal"

  /// What it caps.
  public var indicator: any NamedIndicator { BudgetCap.indicator(of: payer) }

  /// What a payer pays; fiscal money in all where none is named.
  public static func indicator(of payer: Payer?) -> any NamedIndicator {
    if let payer { return payer.amount }
    return Budget.Sum.fiscalCost
  }
}
