import Domain

/// What a user asks to run: a specification and what the command line adds.
public struct ScenarioRequest: Sendable {
  /// A file, or files composed with `+`.
  public var specification: String
  /// A dataset that replaces the scenario's.
  public var dataset: String?
  /// The dataset used when nothing names one.
  public var installedDataset: String?
  /// Files that are found from any folder.
  public var shipped = ShippedFiles.none
  /// Changes as `ADDRESS=VALUE`, laid over the scenario in order.
  public var changes: [String]
  /// Changes that options of their own stand for, laid over those.
  public var options: [OptionChange] = []
  public var draws: Int?
  public var seed: UInt64?
  public var knownUntil: Year?
  /// A plan file with targets beside those of the dataset.
  public var plan: String?
  /// Whether inputs are held that worlds would draw from their stated ranges.
  public var holdsInputs: Bool

  public init(
    _ specification: String, dataset: String? = nil, installedDataset: String? = nil, changes: [String] = [],
    draws: Int? = nil, seed: UInt64? = nil, knownUntil: Year? = nil, holdsInputs: Bool = false
  ) {
    self.specification = specification
    self.dataset = dataset
    self.installedDataset = installedDataset
    self.changes = changes
    self.draws = draws
    self.seed = seed
    self.knownUntil = knownUntil
    self.holdsInputs = holdsInputs
  }
}

/// A change of a parameter that an option of its own stands for, so that messages name that option.
public struct OptionChange: Sendable {
  /// As it is typed, such as `--floor`.
  public let option: String
  /// Of the parameter.
  public let path: String
  public let value: String

  public init(_ option: String, path: String, value: String) {
    self.option = option
    self.path = path
    self.value = value
  }
}
