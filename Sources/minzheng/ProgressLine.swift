import Domain
import Foundation
import Synchronization

/// A line on a terminal that says how far a run is and how long it will take.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var shown = Date.distantPast
  }

  private let total: Int
  private let language: Language
  private let start = Date()
  private let state = Mutex(State())

  /// Nil where nobody watches: standard error is no terminal.
  init?(total: Int, language: Language) {
    guard total > 0, isatty(STDERR_FILENO) == 1 else { return nil }
    self.total = total
    self.language = language
  }

  func advance(by count: Int) {
    let done = state.withLock { state -> Int? in
      state.done += count
      guard state.done == total || Date().timeIntervalSince(state.shown) > 0.1 else { return nil }
      state.shown = Date()
      return state.done
    }
    if let done { control("\r\(text(done))") }
  }

  /// Takes the line away.
  func finish() { ProgressLine.clear() }

  /// Takes whatever line there is off a terminal.
  static func clear() { if isatty(STDERR_FILENO) == 1 { control("\r\u{1B}[K") } }

  private func text(_ done: Int) -> String {
    let width = 30
    let filled = width * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: " ", count: width - filled)
    let passed = Date().timeIntervalSince(start)
    let left = Int((passed * Double(total - done) / Double(max(done, 1))).rounded(.up))
    let rate = Int(Double(done) / max(passed, 0.001))
    return language.say(
      "▕\(bar)▏ \(done) / \(total) 次   \(rate) 次/秒   还需 \(left) 秒 ",
      "▕\(bar)▏ \(done) / \(total) worlds   \(rate) a second   \(left) s left ")
  }
}
