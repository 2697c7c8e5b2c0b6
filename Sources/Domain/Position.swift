/// Where something stands in what a user gave: a file, or an argument of the command line quoted like one.
public struct Position: Hashable, Comparable, CustomStringConvertible, Sendable {
  public let file: String
  /// From 1; 0 when the whole file is meant.
  public let line: Int
  public let column: Int

  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  public static func < (a: Position, b: Position) -> Bool {
    (a.file, a.line, a.column) < (b.file, b.line, b.column)
  }

  /// `file:line:column`, or the file alone.
  public var description: String { line > 0 ? "\(file):\(line):\(column)" : file }
}
