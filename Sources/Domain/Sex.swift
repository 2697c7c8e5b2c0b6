/// The sexes, in the order of storage.
public enum Sex: Int, CaseIterable, Sendable {
  case female = 0
  case male = 1

  /// The word used in tables.
  public var name: String { self == .female ? "female" : "male" }

  public init?(name: String) {
    guard let sex = Sex.allCases.first(where: { $0.name == name }) else { return nil }
    self = sex
  }
}
