import Domain
import Foundation
import Synchronization

/// A line on a terminal that says how far a run is and how long it will take.
final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    /// Of these, those that were there before.
    var before = 0
    var failed = 0
    var shown = Date.distantPast
  }

  private let total: Int
  private let language: Language
  private let counted: Label
  private let start = Date()
  private let state = Mutex(State())

  /// Nil where nobody watches: standard error is no terminal.
  ///
  /// - Parameter counted: what is done one after another.
  init?(total: Int, language: Language, of counted: Label = Label(zh: "次", en: "worlds")) {
    guard total > 0, !isQuiet, isatty(STDERR_FILENO) == 1, !Paint.isDumb else { return nil }
    self.total = total
    self.language = language
    self.counted = counted
  }

  func advance(by count: Int) {
    show { $0.done += count }
  }

  /// - Parameters:
  ///   - before: of those done, how many were there before.
  ///   - failed: of those done, how many came to nothing.
  func show(done: Int, before: Int, failed: Int) {
    show { ($0.done, $0.before, $0.failed) = (done, before, failed) }
  }

  private func show(_ change: (inout State) -> Void) {
    let now = state.withLock { state -> State? in
      change(&state)
      guard state.done == total || Date().timeIntervalSince(state.shown) > 0.1 else { return nil }
      state.shown = Date()
      return state
    }
    if let now { control("\r\(text(now))") }
  }

  /// Takes the line away.
  func finish() { ProgressLine.clear() }

  /// Takes whatever line there is off a terminal.
  static func clear() { if isatty(STDERR_FILENO) == 1, !isQuiet, !Paint.isDumb { control("\r\u{1B}[K") } }

  private func text(_ state: State) -> String {
    let width = 30
    let filled = width * state.done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: " ", count: width - filled)
    let passed = Date().timeIntervalSince(start)
    let fresh = state.done - state.before
    let left = Int((passed * Double(total - state.done) / Double(max(fresh, 1))).rounded(.up))
    let rate = Int(Double(fresh) / max(passed, 0.001))
    let failures = state.failed == 0 ? "" : language.say("   \(state.failed) 个失败", "   \(state.failed) failed")
    return language.say(
      "▕\(bar)▏ \(state.done) / \(total) \(counted.zh)   \(rate) \(counted.zh)/秒   还需 \(left) 秒\(failures) ",
      "▕\(bar)▏ \(state.done) / \(total) \(counted.en)   \(rate) a second   \(left) s left\(failures) ")
  }
}
