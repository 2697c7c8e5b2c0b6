import Domain

/// What a user asks to run: a specification and what the command line adds.
public struct ScenarioRequest: Sendable {
  /// A file, or files composed with `+`.
  public var specification: String
  /// A dataset that replaces the scenario's.
  public var dataset: String?
  /// The dataset used when nothing names one.
  public var installedDataset: String?
  /// Changes as `ADDRESS=VALUE`, laid over the scenario in order.
  public var changes: [String]
  public var draws: Int?
  public var seed: UInt64?
  public var knownUntil: Year?

  public init(
    _ specification: String, dataset: String? = nil, installedDataset: String? = nil, changes: [String] = [],
    draws: Int? = nil, seed: UInt64? = nil, knownUntil: Year? = nil
  ) {
    self.specification = specification
    self.dataset = dataset
    self.installedDataset = installedDataset
    self.changes = changes
    self.draws = draws
    self.seed = seed
    self.knownUntil = knownUntil
  }
}
