import Foundation

/// A single file that holds the earlier or the new content at every instant. Devices and pipes are written to.
public struct FilePublisher: Sendable {
  public let path: String
  private let inputs: [String]
  private let notify: @Sendable (PublishingNotice) -> Void

  /// - Parameter inputs: files that the command reads; none of them is replaced.
  public init(
    file path: String, inputs: [String] = [],
    notify: @escaping @Sendable (PublishingNotice) -> Void = { _ in }
  ) {
    self.path = path
    self.inputs = inputs
    self.notify = notify
  }

  /// Whether the file can be written, as far as that is known before the work is done.
  ///
  /// - Throws: ``PublishingFailure``.
  public func check() throws(PublishingFailure) {
    if isStream { return }
    let node = try Place.node(path)
    if node?.kind == .folder { throw PublishingFailure(path: path, reason: .notAFile) }
    if let node {
      for input in inputs {
        guard let read = try? Node(path: input, followingLinks: true), read.isSame(as: node) else { continue }
        throw PublishingFailure(path: path, reason: .isInput)
      }
      if node.kind == .other { return }
    }
    guard try Place(path).parent.isWritable else { throw .system(path) }
  }

  /// Names of open files: what they lead to is written to, even a file.
  private var isStream: Bool { path.hasPrefix("/dev/") || path.hasPrefix("/proc/") }

  /// Writes all of the content, or leaves the file as it was.
  ///
  /// - Throws: ``PublishingFailure``.
  public func publish(_ content: [UInt8]) throws(PublishingFailure) {
    try check()
    let old = isStream ? nil : try Place.node(path)
    if isStream || old?.kind == .other { return try write(content) }
    let place = try Place(path)
    let seat = Seat.beside(place)
    let lock = try PublishingLock(seat) { notify(.waiting(path: path)) }
    defer { withExtendedLifetime(lock) {} }
    for name in try seat.stagings() { Staging.remove(name, at: seat) }
    let name = seat.newStagingName()
    let leftover = Interruption.hold { Interruption.remember { try? seat.folder.removeFile(name) } }
    defer { Interruption.forget(leftover) }
    do throws(PublishingFailure) {
      try seat.folder.write(content, to: name)
      try Interruption.hold { () throws(PublishingFailure) in try replace(place, by: name) }
    } catch {
      try? seat.folder.removeFile(name)
      throw error
    }
  }

  private func replace(_ place: Place, by name: String) throws(PublishingFailure) {
    if let old = try place.parent.node(place.name) {
      guard old.kind == .file else { throw PublishingFailure(path: path, reason: .replacedMeanwhile) }
      guard fchmodat(place.parent.descriptor, name, old.mode, 0) == 0 else { throw .system(path) }
    }
    try place.parent.move(name, to: place.parent, as: place.name)
    try place.parent.sync()
  }

  /// Writes to what is there: a device, a pipe, an open file.
  private func write(_ content: [UInt8]) throws(PublishingFailure) {
    let file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw .system(path) }
    defer { close(file) }
    try Publishing.publish(content, through: file, path)
  }
}
