extension Sequence where Element: Equatable {
  /// The elements, each once, in the order in which they first stand; for lists as short as people write.
  package func uniqued() -> [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
