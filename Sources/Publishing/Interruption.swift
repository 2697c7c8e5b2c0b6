import Foundation
import Synchronization

/// What happens when the program is told to end: what is half done is taken away first.
///
/// The signals are blocked in all threads, and one thread waits for them. It takes its turn between two steps,
/// so that no step is cut in two.
public enum Interruption {
  /// Held by a step that must be finished once begun; by the signal, for good.
  private static let steps = NSLock()
  private static let leftovers = Mutex(Leftovers())

  /// Hang-up, interrupt and termination.
  private static let signals = [SIGHUP, SIGINT, SIGTERM]

  /// Begins to listen. Called once, before any thread is started.
  ///
  /// - Parameter farewell: says the last word, given the signal's number.
  public static func listen(_ farewell: @escaping @Sendable (Int32) -> Void) {
    // A file beyond the allowed size is an error like a full disk, not a death.
    signal(SIGXFSZ, SIG_IGN)
    var set = sigset_t()
    sigemptyset(&set)
    for number in signals where !isIgnored(number) { sigaddset(&set, number) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    let waited = set
    let thread = Thread {
      var set = waited
      var number: Int32 = 0
      while sigwait(&set, &number) != 0 {}
      steps.lock()
      for remove in leftovers.withLock({ $0.inOrder }) { remove() }
      farewell(number)
      _exit(128 + number)
    }
    thread.name = "signals"
    thread.start()
  }

  /// `nohup` and shells that start something in the background want a signal to be ignored.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Does a step that a signal must not cut in two.
  static func hold<T, E: Error>(_ step: () throws(E) -> T) throws(E) -> T {
    steps.lock()
    defer { steps.unlock() }
    return try step()
  }

  /// Remembers how to take away what would be left behind. Called within ``hold(_:)``, with what makes it.
  static func remember(_ removal: @escaping @Sendable () -> Void) -> Int {
    leftovers.withLock { $0.add(removal) }
  }

  /// Forgets what is taken away.
  static func forget(_ leftover: Int) { leftovers.withLock { $0.forget(leftover) } }
}

/// How to take away what would be left behind.
private struct Leftovers {
  private var removals: [(id: Int, remove: @Sendable () -> Void)] = []
  private var last = 0

  mutating func add(_ removal: @escaping @Sendable () -> Void) -> Int {
    last += 1
    removals.append((last, removal))
    return last
  }

  mutating func forget(_ id: Int) { removals.removeAll { $0.id == id } }

  /// The last made first.
  var inOrder: [@Sendable () -> Void] { removals.reversed().map(\.remove) }
}
