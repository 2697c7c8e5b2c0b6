import CPublishing
import Foundation

/// Opens a temporary file that has no name: it is gone when the program ends, however it ends.
///
/// - Returns: its descriptor, for reading and writing.
/// - Throws: ``PublishingFailure``.
public func openNamelessFile() throws(PublishingFailure) -> Int32 {
  let folder = NSTemporaryDirectory()
  let file = publishing_open_nameless(folder)
  guard file >= 0 else { throw .system(folder) }
  return file
}
