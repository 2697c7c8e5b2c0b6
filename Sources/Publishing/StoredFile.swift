import Foundation

/// What a file will hold, kept in a temporary file without a name while it is made: more than memory should.
public final class StoredFile: Sendable {
  public let bytes: Int
  /// In lower-case hexadecimal digits.
  public let sha256: String
  let lineFeeds: Int
  private let descriptor: Int32

  /// Bytes that are written or read at once.
  static let piece = 1 << 20

  /// Takes pieces one after another, and keeps them.
  ///
  /// - Parameter make: hands on the pieces in their order.
  /// - Throws: ``PublishingFailure`` when there is no room for them.
  public init(_ make: ((_ piece: [UInt8]) throws(PublishingFailure) -> Void) throws(PublishingFailure) -> Void)
    throws(PublishingFailure)
  {
    let descriptor = try openNamelessFile()
    self.descriptor = descriptor
    var (bytes, lineFeeds) = (0, 0)
    let hash = ContentHash()
    do throws(PublishingFailure) {
      try make { (piece) throws(PublishingFailure) in
        try publish(piece, through: descriptor, NSTemporaryDirectory())
        hash.add(piece)
        bytes += piece.count
        lineFeeds += countLineFeeds(piece)
      }
    } catch {
      close(descriptor)
      throw error
    }
    (self.bytes, self.lineFeeds, sha256) = (bytes, lineFeeds, hash.digits)
  }

  deinit { close(descriptor) }

  /// Gives the content piece by piece, in its order.
  func read(_ take: (_ piece: [UInt8]) throws(PublishingFailure) -> Void) throws(PublishingFailure) {
    var piece = [UInt8](repeating: 0, count: StoredFile.piece)
    var done = 0
    while done < bytes {
      let count = pread(descriptor, &piece, piece.count, off_t(done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(NSTemporaryDirectory(), count == 0 ? EIO : errno) }
      try take(count == piece.count ? piece : Array(piece[..<count]))
      done += count
    }
  }
}

/// Counted where the bytes lie, which a processor does many at a time.
func countLineFeeds(_ bytes: [UInt8]) -> Int {
  bytes.withUnsafeBufferPointer { bytes in
    var count = 0
    for byte in bytes where byte == UInt8(ascii: "\n") { count &+= 1 }
    return count
  }
}
