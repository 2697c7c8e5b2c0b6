import Domain

/// What a year's allocation starts from, by account: the districts in the order of the areas, then the city's own.
public struct FundYear: Sendable {
  public let year: Year
  /// Yuan carried in.
  public let opening: [Double]
  /// Yuan received, before the city hands some on.
  public let income: [Double]
  /// Yuan that could be spent, shape `[account][use]` over the uses that may be paid for.
  public let needs: [[Double]]
  /// The year before; nil where nothing is known of it.
  public let before: Before?

  /// What was spent the year before, and on what grounds.
  public struct Before: Sendable {
    /// Yuan, shape `[account][use]`.
    public let spent: [[Double]]
    public let needs: [[Double]]
    /// Yuan before the city handed some on.
    public let money: [Double]

    public init(spent: [[Double]], needs: [[Double]], money: [Double]) {
      self.spent = spent
      self.needs = needs
      self.money = money
    }
  }

  public init(year: Year, opening: [Double], income: [Double], needs: [[Double]], before: Before?) {
    self.year = year
    self.opening = opening
    self.income = income
    self.needs = needs
    self.before = before
  }

  /// Yuan at hand, before the city hands some on.
  public var money: [Double] { zip(opening, income).map { $0 + $1 } }
}

/// What the fund receives and may pay for, by account and year.
public struct FundFigures: Sendable {
  public let years: ClosedRange<Year>
  /// Yuan carried into the first year.
  public let opening: [Double]
  /// Shape `[year][account]`.
  public let income: [[Double]]
  /// Shape `[year][account][use]`.
  public let needs: [[[Double]]]

  public init(years: ClosedRange<Year>, opening: [Double], income: [[Double]], needs: [[[Double]]]) {
    self.years = years
    self.opening = opening
    self.income = income
    self.needs = needs
  }
}
