import Domain

/// Money in accounts, uses it may go to, and the rules for it, over some years.
///
/// Accounts, uses and years are known by their places in the lists. Money is in yuan, shares are 0…1.
public struct AllocationProblem: Equatable, Sendable {
  public var accounts: [Account]
  public var uses: [Use]
  public var years: ClosedRange<Year>
  /// What money does: the steps of each cell, shape `[account][use][year]`. No step, no need.
  public var steps: [[ValueStep]]
  public var limits: [Limit] = []
  public var equity: [EquityRule] = []
  public var transfers: [Transfer] = []
  public var smoothing: [Smoothing] = []
  public var penalties = Penalties()

  /// A problem without needs and rules yet.
  public init(accounts: [Account], uses: [Use], years: ClosedRange<Year>) {
    self.accounts = accounts
    self.uses = uses
    self.years = years
    steps = Array(repeating: [], count: accounts.count * uses.count * years.count)
  }

  /// The place of a cell in `steps`.
  public func cell(account: Int, use: Int, year: Int) -> Int {
    (account * uses.count + use) * years.count + year
  }

  /// The calendar year at a place.
  public func calendarYear(_ year: Int) -> Year { years.lowerBound + year }
}

/// Whoever holds money: a city, a district, a fund.
public struct Account: Equatable, Sendable {
  public var name: String
  public var label: Label
  /// Yuan that come in, by year; nil for as much as is wanted.
  public var available: [Double]?
  /// Whether all of it must be spent within the years of the problem.
  public var mustSpend: Bool
  /// The share of what is at hand in a year that may be kept for the next, 0…1.
  public var carryOver: Double

  public init(name: String, label: Label, available: [Double]?, mustSpend: Bool = false, carryOver: Double = 0) {
    self.name = name
    self.label = label
    self.available = available
    self.mustSpend = mustSpend
    self.carryOver = carryOver
  }
}

/// What money may be spent on.
public struct Use: Equatable, Sendable {
  public var name: String
  public var label: Label
  /// Multiplies the values of all its steps.
  public var weight: Double
  /// Of equally good allocations the one is taken that serves low numbers first.
  public var priority: Int

  public init(name: String, label: Label, weight: Double = 1, priority: Int = 1) {
    self.name = name
    self.label = label
    self.weight = weight
    self.priority = priority
  }
}

/// So much money has so much value a yuan; later steps of a cell have less.
public struct ValueStep: Equatable, Sendable {
  /// Yuan; infinite in the last step of a need without end.
  public var width: Double
  /// Value of each yuan.
  public var value: Double

  public init(width: Double, value: Double) {
    self.width = width
    self.value = value
  }
}
