import ArgumentParser

/// What may be typed, and what it is.
struct Candidate {
  let text: String
  let label: String?

  init(_ text: String, _ label: String? = nil) {
    self.text = text
    self.label = label
  }

  /// As a shell takes it: bash shows no labels.
  func line(for shell: CompletionShell?) -> String {
    // A line each, and no sign that means something to the shell's list.
    let words = label.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") } ?? ""
    switch shell {
    case .zsh?: return text.replacing(":", with: "\\:") + (words.isEmpty ? "" : ":\(words)")
    case .fish?: return text + (words.isEmpty ? "" : "\t\(words)")
    default: return text
    }
  }
}
