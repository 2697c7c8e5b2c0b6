import Domain
import Reports
import Synchronization

/// The last words of a program that is told to end.
enum Farewell {
  private static let own = Mutex<(@Sendable (Language) -> String)?>(nil)

  /// Says what whoever interrupts a command should know of it.
  static func promise(_ words: @escaping @Sendable (Language) -> String) { own.withLock { $0 = words } }

  static func words(_ language: Language) -> String { own.withLock { $0 }?(language) ?? interruptionText(language) }
}
