import Domain

/// What was budgeted and what was spent in a year, as an account publishes or keeps it.
public struct Outturn: Sendable {
  public let area: Int
  public let year: Year
  /// A budget line's name; nil for all lines.
  public let line: String?
  /// Nil for fiscal money, whoever of the governments and the lottery fund pays.
  public let payer: Payer?
  /// In yuan; nil where it is not given.
  public let budgeted: Double?
  public let spent: Double?
  public let evidence: Evidence
  public let source: String

  public init(
    area: Int, year: Year, line: String?, payer: Payer?, budgeted: Double?, spent: Double?, evidence: Evidence,
    source: String
  ) {
    self.area = area
    self.year = year
    self.line = line
    self.payer = payer
    self.budgeted = budgeted
    self.spent = spent
    self.evidence = evidence
    self.source = source
  }
}
