import Foundation

/// Colours of a terminal, which say again what the words say.
enum Paint {
  /// Whether the terminal knows no orders.
  static let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"

  /// Not where `NO_COLOR` holds anything (https://no-color.org), nor on a terminal without colours.
  static let isWanted = !isDumb && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty

  /// Text in which the word that says how bad something is stands out, line by line.
  static func painted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
  }

  private static func line(_ line: Substring) -> String {
    for (word, colour) in [("错误", 31), ("error", 31), ("Error", 31), ("注意", 33), ("warning", 33)] {
      // A diagnostic says it behind its place, the parser of arguments in front.
      for mark in [": \(word): ", "\(word)：", "\(word): "] {
        guard let found = line.range(of: mark), mark.hasPrefix(":") || found.lowerBound == line.startIndex else {
          continue
        }
        let painted = mark.replacing(word, with: "\u{1B}[\(colour)m\(word)\u{1B}[0m")
        return line.replacingCharacters(in: found, with: painted)
      }
    }
    return String(line)
  }
}
