/// A piece of a formula as text, and how tightly it holds together.
struct Written: Sendable {
  /// From loose to tight.
  enum Binding: Int, Comparable, Sendable {
    case sum, product, whole

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  let text: String
  let binding: Binding

  init(_ text: String, _ binding: Binding = .whole) {
    self.text = text
    self.binding = binding
  }

  /// In parentheses where it holds together less tightly than is needed.
  func grouped(_ needed: Binding) -> String { binding < needed ? "(\(text))" : text }
}
