import CPublishing
import Foundation

/// The right to publish at a place, held by one run at a time.
///
/// The system takes a lock away from a run that dies, so that nobody has to guess from process numbers, which two
/// containers may share. The file goes with the lock; one left behind is taken over.
final class PublishingLock {
  private let seat: Seat
  private let file: Int32
  private let leftover: Int

  /// Takes the lock, waiting for whoever holds it.
  init(_ seat: Seat, waiting: () -> Void) throws(PublishingFailure) {
    var hasWaited = false
    let taken = try PublishingLock.take(seat) { file in
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK else { return false }
      if !hasWaited { waiting() }
      hasWaited = true
      while flock(file, LOCK_EX) != 0 {
        guard errno == EINTR else { return false }
      }
      return true
    }
    guard let taken else { throw .system(seat.folder.shown(seat.lockName)) }
    self.seat = seat
    (file, leftover) = taken
  }

  /// Takes the lock if it is free.
  init?(ifFree seat: Seat) throws(PublishingFailure) {
    guard let taken = try PublishingLock.take(seat, { flock($0, LOCK_EX | LOCK_NB) == 0 }) else { return nil }
    self.seat = seat
    (file, leftover) = taken
  }

  deinit {
    Interruption.hold {
      try? seat.folder.removeFile(seat.lockName)
      Interruption.forget(leftover)
    }
    close(file)
  }

  /// Opens and locks the file until the one locked is the one that stands there.
  private static func take(
    _ seat: Seat, _ lock: (Int32) -> Bool
  ) throws(PublishingFailure) -> (file: Int32, leftover: Int)? {
    while true {
      guard let file = try open(seat) else { continue }
      guard lock(file) else {
        let number = errno
        close(file)
        errno = number
        return nil
      }
      let leftover = Interruption.hold {
        isThere(file, seat) ? Interruption.remember { try? seat.folder.removeFile(seat.lockName) } : nil
      }
      if let leftover { return (file, leftover) }
      // Whoever had it took the file away.
      close(file)
    }
  }

  /// - Returns: nil where the file came or went between two looks.
  private static func open(_ seat: Seat) throws(PublishingFailure) -> Int32? {
    let flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    // Without O_CREAT first: in a folder for everybody the system lets nobody create over another's file.
    var file = publishing_open_at(seat.folder.descriptor, seat.lockName, flags, 0)
    if file < 0, errno == ENOENT {
      file = publishing_open_at(seat.folder.descriptor, seat.lockName, flags | O_CREAT | O_EXCL, 0o666)
      if file < 0, errno == EEXIST { return nil }
    }
    guard file >= 0 else { throw .system(seat.folder.shown(seat.lockName)) }
    return file
  }

  private static func isThere(_ file: Int32, _ seat: Seat) -> Bool {
    var facts = stat()
    guard fstat(file, &facts) == 0, let there = try? seat.folder.node(seat.lockName) else { return false }
    return Node(facts).isSame(as: there) && there.kind == .file
  }
}
