import CSV
import Domain
import Foundation

/// Reads a file's text, or says why not.
func text(ofFile path: String) throws(InputError) -> String {
  try text(of: try bytes(ofFile: path, limit: Limits.textBytes), inFile: path)
}

/// The text that the bytes of a file are, without a mark of its encoding.
func text(of bytes: [UInt8], inFile path: String) throws(InputError) -> String {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    let fault = encodingFault(in: bytes)
    let place = Position(file: path, line: fault?.line ?? 0, column: fault?.column ?? 0)
    throw InputError(at: Passage(place), .notUTF8(looksLikeGB18030: fault?.resembles == .gb18030))
  }
  return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
}

/// The bytes of a table as they are, or why not.
public func contents(of path: String) throws(InputError) -> [UInt8] {
  try bytes(ofFile: path, limit: Limits.tableBytes)
}

/// Reads a file's bytes, or says why not: one beyond the limit is not held in memory.
func bytes(ofFile path: String, limit: Int) throws(InputError) -> [UInt8] {
  // Without waiting for somebody who writes, should a pipe stand there.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw InputError(ofFile: path, .fileNotFound) }
  let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  var facts = stat()
  guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else {
    throw InputError(ofFile: path, .fileNotFound)
  }
  guard facts.st_mode & S_IFMT == S_IFREG else { throw InputError(ofFile: path, .notARegularFile) }
  var bytes: [UInt8] = []
  if let size = try? file.seekToEnd() {
    guard size <= limit else { throw InputError(ofFile: path, .tooLarge(limit: limit)) }
    bytes.reserveCapacity(Int(size))
    try? file.seek(toOffset: 0)
  }
  // In pieces up to the limit: it may grow meanwhile.
  while bytes.count <= limit {
    let piece: Data?
    do {
      piece = try file.read(upToCount: 1 << 20)
    } catch {
      throw InputError(ofFile: path, .fileNotFound)
    }
    guard let piece, !piece.isEmpty else {
      if let kind = FileKind(bytes) { throw InputError(ofFile: path, .anotherKind(kind)) }
      return bytes
    }
    bytes += piece
  }
  throw InputError(ofFile: path, .tooLarge(limit: limit))
}

/// The file's name without its ending.
func fileStem(_ path: String) -> String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

/// A path as seen from another file's folder.
func resolve(_ path: String, beside file: String) -> String {
  guard !path.hasPrefix("/") else { return path }
  let folder = (file as NSString).deletingLastPathComponent
  let joined = folder.isEmpty ? path : (folder as NSString).appendingPathComponent(path)
  return (joined as NSString).standardizingPath
}

/// Whether a folder is there.
package func isFolder(_ path: String) -> Bool {
  var isDirectory: ObjCBool = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
}

/// The names in a folder in a fixed order, hidden ones left out; none where there is no folder.
func names(inFolder path: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
}
