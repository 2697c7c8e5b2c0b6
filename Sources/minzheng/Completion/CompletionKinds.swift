import ArgumentParser

/// What the places of the command line take, as their declarations name it.
extension CompletionKind {
  static var scenarios: CompletionKind { .offering { $0.files([.scenario]) } }
  static var studies: CompletionKind { .offering { $0.files([.study], partedBy: "") } }
  /// Scenarios and studies.
  static var subjects: CompletionKind { .offering { $0.files([.scenario, .study]) } }
  static var plans: CompletionKind { .offering { $0.files([.plan], partedBy: "") } }
  static var datasets: CompletionKind { .offering { $0.packages() } }
  static var parameters: CompletionKind { .offering { $0.parameters().orWords(of: $0) } }
  static var addresses: CompletionKind { .offering { $0.addresses() } }
  static var indicators: CompletionKind { .offering { $0.indicators().orWords(of: $0) } }
  static var outcomes: CompletionKind { .offering { $0.outcomes() } }
  static var districts: CompletionKind { .offering { $0.districts() } }
  static var years: CompletionKind { .offering { line in line.years().map { Candidate("\($0)") } } }

  private static func offering(_ find: @escaping @Sendable (TypedLine) -> [Candidate]) -> CompletionKind {
    .custom { words, index, _ in
      let line = TypedLine(words, at: index)
      return find(line).filter { $0.text.hasPrefix(line.word) }.map { $0.line(for: .requesting) }
    }
  }
}

extension [Candidate] {
  /// Where no name begins as the word does, what labels have of it, from there to the end of their word: names are found
  /// by such words.
  fileprivate func orWords(of line: TypedLine) -> [Candidate] {
    guard !line.word.isEmpty, !contains(where: { $0.text.hasPrefix(line.word) }) else { return self }
    let runs = compactMap(\.label).flatMap { label in
      label.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    }
    let words = runs.flatMap { run in
      run.ranges(of: line.word).map(\.lowerBound).filter { $0 == run.startIndex || !run[$0].isASCII }
        .map { String(run[$0...]) }
    }
    return Set(words).sorted().map { Candidate($0) }
  }
}
