import CPublishing
import Foundation

/// An open folder. Names are looked up in it, not along a path that somebody may bend meanwhile, and links are not followed.
final class FolderHandle: Sendable {
  let descriptor: Int32
  /// For messages.
  let path: String

  private static let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC

  /// Opens a folder by the path a user gave.
  init(path: String) throws(PublishingFailure) {
    descriptor = open(path, FolderHandle.flags)
    self.path = path
    if descriptor < 0 { throw .system(path) }
  }

  init(_ name: String, in parent: FolderHandle) throws(PublishingFailure) {
    path = parent.shown(name)
    descriptor = publishing_open_at(parent.descriptor, name, FolderHandle.flags | O_NOFOLLOW, 0)
    if descriptor < 0 { throw .system(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func shown(_ name: String) -> String { path == "." ? name : path == "/" ? "/\(name)" : "\(path)/\(name)" }

  // MARK: - Looking

  /// What stands at a name; nil where there is nothing.
  func node(_ name: String) throws(PublishingFailure) -> Node? {
    var facts = stat()
    guard fstatat(descriptor, name, &facts, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw .system(shown(name))
    }
    return Node(facts)
  }

  /// The folder itself.
  func node() throws(PublishingFailure) -> Node {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw .system(path) }
    return Node(facts)
  }

  /// All names in the folder, in order.
  func names() throws(PublishingFailure) -> [String] {
    let copy = publishing_open_at(descriptor, ".", FolderHandle.flags, 0)
    guard copy >= 0 else { throw .system(path) }
    guard let stream = fdopendir(copy) else {
      let failure = PublishingFailure.system(path)
      close(copy)
      throw failure
    }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .system(path) }
    return names.sorted()
  }

  /// Whether names can be made and taken away in the folder.
  var isWritable: Bool { faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 }

  var isMountRoot: Bool { publishing_is_mount_root(descriptor) == 1 }

  // MARK: - Changing

  func makeFolder(_ name: String, mode: mode_t) throws(PublishingFailure) {
    guard mkdirat(descriptor, name, mode) == 0 else { throw .system(shown(name)) }
  }

  func move(_ name: String, to other: FolderHandle, as newName: String? = nil) throws(PublishingFailure) {
    let newName = newName ?? name
    guard renameat(descriptor, name, other.descriptor, newName) == 0 else { throw .system(other.shown(newName)) }
  }

  /// Moves a name to a place where nothing stands yet.
  func moveToAbsent(_ name: String, in other: FolderHandle, as newName: String? = nil) throws(PublishingFailure) {
    let newName = newName ?? name
    guard publishing_rename_to_absent(descriptor, name, other.descriptor, newName) == 0 else {
      throw .system(other.shown(newName))
    }
  }

  /// Takes a file away; nothing happens where there is none.
  func removeFile(_ name: String) throws(PublishingFailure) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else { throw .system(shown(name)) }
  }

  /// Takes an empty folder away.
  func removeFolder(_ name: String) throws(PublishingFailure) {
    guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 || errno == ENOENT else { throw .system(shown(name)) }
  }

  /// Takes a folder of files away, with what it holds.
  func removeFlatFolder(_ name: String) throws(PublishingFailure) {
    let folder = try FolderHandle(name, in: self)
    for file in try folder.names() { try folder.removeFile(file) }
    try removeFolder(name)
  }

  /// Waits until names made and taken away are on the disk.
  func sync() throws(PublishingFailure) {
    // Some file systems know no such thing for folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .system(path) }
  }
}
