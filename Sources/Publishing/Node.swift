import Foundation

/// What stands at a name.
struct Node {
  enum Kind {
    case file, folder, link, other
  }

  let kind: Kind
  let size: Int
  let device: UInt64
  let inode: UInt64
  /// Permission bits.
  let mode: mode_t
  let owner: uid_t
  let group: gid_t

  init(_ facts: stat) {
    switch facts.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(facts.st_size)
    device = UInt64(facts.st_dev)
    inode = UInt64(facts.st_ino)
    mode = facts.st_mode & 0o7777
    owner = facts.st_uid
    group = facts.st_gid
  }

  /// What stands at a path.
  ///
  /// - Returns: nil where there is nothing.
  init?(path: String, followingLinks follows: Bool) throws(PublishingFailure) {
    var facts = stat()
    guard (follows ? stat(path, &facts) : lstat(path, &facts)) == 0 else {
      if errno == ENOENT { return nil }
      throw .system(path)
    }
    self.init(facts)
  }

  func isSame(as other: Node) -> Bool { device == other.device && inode == other.inode }
}
