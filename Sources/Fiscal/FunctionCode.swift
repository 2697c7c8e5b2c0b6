import Domain

/// The class of the classification of government functions under which a budget line is entered.
public struct FunctionCode: Equatable, Sendable {
  /// Its digits; several, where a line falls under several.
  public let code: String
  public let evidence: Evidence
  /// Id of a row in the dataset's list of sources.
  public let source: String

  public init(code: String, evidence: Evidence, source: String) {
    self.code = code
    self.evidence = evidence
    self.source = source
  }
}
