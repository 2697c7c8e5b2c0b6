import CPublishing
import Foundation

extension FolderHandle {
  /// Makes a file that was not there, and puts it on the disk.
  func write(_ content: [UInt8], to name: String, mode: mode_t = 0o666) throws(PublishingFailure) {
    try write({ (take) throws(PublishingFailure) in try take(content) }, to: name, mode: mode)
  }

  /// The same piece by piece.
  ///
  /// - Parameter pieces: hands on the pieces in their order.
  func write(
    _ pieces: (_ take: (_ piece: [UInt8]) throws(PublishingFailure) -> Void) throws(PublishingFailure) -> Void,
    to name: String, mode: mode_t = 0o666
  ) throws(PublishingFailure) {
    let shown = shown(name)
    let file = Interruption.hold {
      publishing_open_at(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
    guard file >= 0 else { throw .system(shown) }
    do throws(PublishingFailure) {
      try pieces { (piece) throws(PublishingFailure) in try publish(piece, through: file, shown) }
      guard fsync(file) == 0 else { throw PublishingFailure.system(shown) }
    } catch {
      close(file)
      throw error
    }
    // A network share says only here that it has no room.
    guard close(file) == 0 else { throw .system(shown) }
  }

  /// A file's bytes.
  ///
  /// - Returns: nil where no regular file stands, or a longer one.
  func content(of name: String, limit: Int) throws(PublishingFailure) -> [UInt8]? {
    var content: [UInt8] = []
    let isWhole = try read(name) { piece in
      content += piece
      return content.count <= limit
    }
    return isWhole ? content : nil
  }

  /// Whether a regular file with these bytes stands at the seal's name.
  func holds(_ seal: FileSeal) throws(PublishingFailure) -> Bool {
    guard let node = try node(seal.name), node.kind == .file, node.size == seal.bytes else { return false }
    let hash = ContentHash()
    let isWhole = try read(seal.name) { piece in
      hash.add(piece)
      return true
    }
    return isWhole && hash.digits == seal.sha256
  }

  /// Reads a regular file piece by piece.
  ///
  /// - Parameter take: takes a piece and says whether to go on.
  /// - Returns: false where there is no regular file, or not all was taken.
  private func read(
    _ name: String, _ take: (ArraySlice<UInt8>) -> Bool
  ) throws(PublishingFailure) -> Bool {
    // Without waiting for a writer, should a pipe stand there.
    let file = publishing_open_at(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0)
    guard file >= 0 else {
      if [ENOENT, ELOOP, ENXIO].contains(errno) { return false }
      throw .system(shown(name))
    }
    defer { close(file) }
    var facts = stat()
    guard fstat(file, &facts) == 0 else { throw .system(shown(name)) }
    guard Node(facts).kind == .file else { return false }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = Foundation.read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(shown(name)) }
      if count == 0 { return true }
      guard take(piece[..<count]) else { return false }
    }
  }
}

/// Writes all bytes to an open file.
func publish(_ content: [UInt8], through file: Int32, _ shown: String) throws(PublishingFailure) {
  var done = 0
  while done < content.count {
    let count = content.withUnsafeBytes { write(file, $0.baseAddress! + done, $0.count - done) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw .system(shown, count == 0 ? EIO : errno) }
    done += count
  }
}
