import Foundation

/// How files came about: by which version of the program, called how, and when.
public struct Making: Sendable {
  public let version: String
  public let command: [String]
  public let date: Date

  public init(version: String, command: [String], date: Date) {
    self.version = version
    self.command = command
    self.date = date
  }
}
