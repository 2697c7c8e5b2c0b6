import Domain

/// A passage of an input: where it stands, what it says, and the line it stands in.
public struct Passage: Equatable, Sendable {
  public let position: Position
  /// What stands there, for the caret line.
  public let found: String
  /// The line of the file, where it helps to see it.
  public let line: String?

  public init(_ position: Position, found: String = "", line: String? = nil) {
    self.position = position
    self.found = found
    self.line = line
  }

  /// A text of the command line, which is its own line.
  init(argument text: String, of option: String) {
    self.init(Position(file: option, line: 1, column: 1), found: text, line: text)
  }
}
