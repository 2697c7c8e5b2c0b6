import Domain

/// A floor or a ceiling of what is allocated: in yuan, or as a share of what the account allocates in the year.
public struct Limit: Equatable, Sendable {
  public enum Sense: Equatable, Sendable {
    case atLeast, atMost
  }

  public enum Bound: Equatable, Sendable {
    case yuan(Double)
    /// Of what is allocated that year to all uses in the account, or in all accounts named when they count together.
    case share(Double)
  }

  public var name: Label?
  public var sense: Sense
  public var bound: Bound
  public var accounts: [Int]
  public var uses: [Int]
  public var years: [Int]
  /// Whether the sum of the uses is meant, not each.
  public var usesTogether: Bool
  /// Whether the sum of the accounts is meant, not each.
  public var accountsTogether: Bool
  /// The rank by which it gives way where rules cannot all hold, low ones first; nil for never.
  public var givesWay: Int?
  public var source: RuleSource?

  public init(
    _ sense: Sense, _ bound: Bound, name: Label? = nil, accounts: [Int], uses: [Int], years: [Int],
    usesTogether: Bool = false, accountsTogether: Bool = false, givesWay: Int? = nil, source: RuleSource? = nil
  ) {
    self.givesWay = givesWay
    self.source = source
    self.name = name
    self.sense = sense
    self.bound = bound
    self.accounts = accounts
    self.uses = uses
    self.years = years
    self.usesTogether = usesTogether
    self.accountsTogether = accountsTogether
  }
}

/// Some accounts get at least a share of all that is allocated in a year, or their money counts for more.
public struct EquityRule: Equatable, Sendable {
  public var name: Label?
  public var accounts: [Int]
  /// Of what all accounts allocate, 0…1; nil for no floor.
  public var atLeast: Double?
  /// Multiplies the values of all steps of these accounts.
  public var weight: Double
  /// The rank by which it gives way where rules cannot all hold, low ones first; nil for never.
  public var givesWay: Int?
  public var source: RuleSource?

  public init(
    name: Label? = nil, accounts: [Int], atLeast: Double? = nil, weight: Double = 1, givesWay: Int? = nil,
    source: RuleSource? = nil
  ) {
    self.givesWay = givesWay
    self.source = source
    self.name = name
    self.accounts = accounts
    self.atLeast = atLeast
    self.weight = weight
  }
}

/// Money that one account may hand to others in each year.
public struct Transfer: Equatable, Sendable {
  public var name: Label?
  public var from: Int
  public var to: [Int]
  /// Yuan a year to each.
  public var atLeast: Double
  /// Yuan a year to each; infinite for no limit.
  public var atMost: Double
  public var source: RuleSource?

  public init(
    name: Label? = nil, from: Int, to: [Int], atLeast: Double = 0, atMost: Double = .infinity,
    source: RuleSource? = nil
  ) {
    self.source = source
    self.name = name
    self.from = from
    self.to = to
    self.atLeast = atLeast
    self.atMost = atMost
  }
}

/// A use changes from one year to the next by no more than a share of what it had.
public struct Smoothing: Equatable, Sendable {
  public var name: Label?
  public var accounts: [Int]
  public var uses: [Int]
  /// Of the earlier year's amount, 0…1.
  public var atMost: Double
  /// Yuan in the year before the first, shape `[account][use]` over the lists above; nil when the first year is free.
  public var before: [[Double]]?

  public init(name: Label? = nil, accounts: [Int], uses: [Int], atMost: Double, before: [[Double]]? = nil) {
    self.name = name
    self.accounts = accounts
    self.uses = uses
    self.atMost = atMost
    self.before = before
  }
}

/// What a yuan by which a rule is missed costs, when the cheapest way out of a clash is sought; 1 unless told otherwise.
public struct Penalties: Equatable, Sendable {
  private var weights: [Rule.Kind: Double] = [:]

  public init() {}

  public subscript(kind: Rule.Kind) -> Double {
    get { weights[kind] ?? 1 }
    set { weights[kind] = newValue }
  }
}
