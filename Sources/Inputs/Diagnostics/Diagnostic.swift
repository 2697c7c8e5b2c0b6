import Domain

/// Something a user can fix: where, what was found, what was expected.
public struct Diagnostic: Error, Equatable, Sendable {
  public let passage: Passage
  public let problem: Problem

  public init(at passage: Passage, _ problem: Problem) {
    self.passage = passage
    self.problem = problem
  }

  /// Of a file as a whole.
  public init(ofFile file: String, _ problem: Problem) { self.init(at: Passage(Position(file: file)), problem) }

  public var position: Position { passage.position }

  /// The head line: place and message.
  public func message(_ language: Language) -> String {
    let severity = problem.isWarning ? language.say("注意", "warning") : language.say("错误", "error")
    return "\(position): \(severity): \(problem.message(language))"
  }
}

/// One or more diagnostics, in the order of their places.
public struct InputError: Error, Equatable, Sendable {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics.enumerated()
      .sorted { a, b in
        let (first, second) = (a.element.position, b.element.position)
        return first == second ? a.offset < b.offset : first < second
      }
      .map(\.element)
  }

  /// One problem at one place.
  public init(at passage: Passage, _ problem: Problem) { self.init([Diagnostic(at: passage, problem)]) }

  /// One problem of a file as a whole.
  public init(ofFile file: String, _ problem: Problem) { self.init([Diagnostic(ofFile: file, problem)]) }
}
