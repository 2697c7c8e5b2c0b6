import Domain

/// One rule for one place: facts, by their places in the problem's lists. `nil` means all that the rule names.
public enum Rule: Hashable, Sendable {
  /// An account cannot spend more than it has.
  case money(account: Int, year: Int)
  /// All money must be spent.
  case spendAll(account: Int, year: Int)
  /// Only a share may be kept for the next year.
  case carryOver(account: Int, year: Int)
  /// Nothing is allocated beyond what is needed.
  case need(account: Int, use: Int, year: Int)
  case limit(Int, account: Int?, use: Int?, year: Int)
  case equity(Int, year: Int)
  case transferAtLeast(Int, to: Int, year: Int)
  case transferAtMost(Int, to: Int, year: Int)
  case rise(Int, account: Int, use: Int, year: Int)
  case fall(Int, account: Int, use: Int, year: Int)

  /// A kind of rule, by the name it has in files.
  public enum Kind: String, CaseIterable, Sendable {
    case money
    case spendAll = "spend_all"
    case carryOver = "carry_over"
    case need, floor, ceiling
    case shareFloor = "share_floor"
    case shareCeiling = "share_ceiling"
    case equity, transfer, smoothing
  }

  public func kind(in problem: AllocationProblem) -> Kind {
    switch self {
    case .money: return .money
    case .spendAll: return .spendAll
    case .carryOver: return .carryOver
    case .need: return .need
    case .limit(let index, _, _, _):
      let limit = problem.limits[index]
      switch (limit.sense, limit.bound) {
      case (.atLeast, .yuan): return .floor
      case (.atMost, .yuan): return .ceiling
      case (.atLeast, .share): return .shareFloor
      case (.atMost, .share): return .shareCeiling
      }
    case .equity: return .equity
    case .transferAtLeast, .transferAtMost: return .transfer
    case .rise, .fall: return .smoothing
    }
  }

  /// Whether the rule is what an account has.
  var isMoney: Bool {
    if case .money = self { true } else { false }
  }

  /// The place of the year.
  public var year: Int {
    switch self {
    case .money(_, let year), .spendAll(_, let year), .carryOver(_, let year), .need(_, _, let year),
      .limit(_, _, _, let year), .equity(_, let year), .transferAtLeast(_, _, let year),
      .transferAtMost(_, _, let year), .rise(_, _, _, let year), .fall(_, _, _, let year):
      year
    }
  }

  /// The accounts the rule is about.
  public func accounts(in problem: AllocationProblem) -> [Int] {
    switch self {
    case .money(let account, _), .spendAll(let account, _), .carryOver(let account, _), .need(let account, _, _),
      .rise(_, let account, _, _), .fall(_, let account, _, _):
      [account]
    case .limit(let index, let account, _, _): account.map { [$0] } ?? problem.limits[index].accounts
    case .equity(let index, _): problem.equity[index].accounts
    case .transferAtLeast(let index, let to, _), .transferAtMost(let index, let to, _):
      [problem.transfers[index].from, to]
    }
  }

  /// The uses the rule is about, empty when it is about all.
  public func uses(in problem: AllocationProblem) -> [Int] {
    switch self {
    case .need(_, let use, _), .rise(_, _, let use, _), .fall(_, _, let use, _): [use]
    case .limit(let index, _, let use, _): use.map { [$0] } ?? problem.limits[index].uses
    default: []
    }
  }

  /// The name that the problem gives the rule.
  public func name(in problem: AllocationProblem) -> Label? {
    switch self {
    case .money, .spendAll, .carryOver, .need: nil
    case .limit(let index, _, _, _): problem.limits[index].name
    case .equity(let index, _): problem.equity[index].name
    case .transferAtLeast(let index, _, _), .transferAtMost(let index, _, _): problem.transfers[index].name
    case .rise(let index, _, _, _), .fall(let index, _, _, _): problem.smoothing[index].name
    }
  }

  /// Where the rule comes from, where the problem says so.
  public func source(in problem: AllocationProblem) -> RuleSource? {
    switch self {
    case .limit(let index, _, _, _): problem.limits[index].source
    case .equity(let index, _): problem.equity[index].source
    case .transferAtLeast(let index, _, _), .transferAtMost(let index, _, _): problem.transfers[index].source
    default: nil
    }
  }
}

/// What a user changes to change a rule: a parameter, and the place that set it.
public struct RuleSource: Hashable, Sendable {
  public let parameter: String
  /// File and line of a scenario; nil where the dataset's value holds.
  public let place: String?

  public init(parameter: String, place: String? = nil) {
    self.parameter = parameter
    self.place = place
  }

  /// As in “fund.eldercare_floor, scenarios/x.yaml:14”.
  public func text(_ language: Language) -> String {
    parameter + (place.map { language.say("，\($0)", ", \($0)") } ?? "")
  }
}
