import Domain

/// Something a user can fix: where, what was found, what was expected.
public struct Diagnostic: Error, Equatable, Sendable {
  public let file: String
  /// From 1; 0 when the whole file is meant.
  public let line: Int
  public let column: Int
  /// What stands there, for the caret line.
  public let found: String
  /// The line of the file, where it helps to see it.
  public let excerpt: String?
  public let problem: Problem

  public init(
    file: String, line: Int = 0, column: Int = 0, found: String = "", excerpt: String? = nil, problem: Problem
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.found = found
    self.excerpt = excerpt
    self.problem = problem
  }

  /// The head line: place and message.
  public func message(_ language: Language) -> String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    let kind = Label(zh: "错误", en: "error")(language)
    return "\(place): \(kind): \(problem.message(language))"
  }
}

/// One or more diagnostics, in the order of their places.
public struct InputError: Error, Equatable, Sendable {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.enumerated()
      .sorted { a, b in
        (a.element.file, a.element.line, a.element.column, a.offset)
          < (b.element.file, b.element.line, b.element.column, b.offset)
      }
      .map(\.element)
  }
}
