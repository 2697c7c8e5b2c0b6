import Foundation

/// Where something is to be published: a name in a folder.
struct Place {
  let parent: FolderHandle
  let name: String
  /// As the user wrote it.
  let path: String

  /// What stands at a path, by links to where they lead.
  ///
  /// - Returns: nil where there is nothing.
  static func node(_ path: String) throws(PublishingFailure) -> Node? {
    guard !path.isEmpty else { throw PublishingFailure(path: "''", reason: .system(ENOENT)) }
    if let node = try Node(path: path, followingLinks: true) { return node }
    guard try Node(path: path, followingLinks: false) == nil else {
      throw PublishingFailure(path: path, reason: .brokenLink)
    }
    return nil
  }

  /// Opens the folder that a path leads into. A link is followed to where it leads: it stays.
  init(_ path: String) throws(PublishingFailure) {
    self.path = path
    var place = path
    if try Place.node(path) != nil {
      guard let real = realpath(path, nil) else { throw .system(path) }
      place = String(cString: real)
      free(real)
    }
    (folder: place, name: name) = Place.split(place)
    guard !name.isEmpty else { throw PublishingFailure(path: path, reason: .system(EBUSY)) }
    parent = try FolderHandle(path: place)
  }

  /// A path's folder and its last name; no name for the root.
  static func split(_ path: String) -> (folder: String, name: String) {
    var rest = path[...]
    while rest.count > 1, rest.hasSuffix("/") { rest = rest.dropLast() }
    guard let slash = rest.lastIndex(of: "/") else { return (".", String(rest)) }
    let folder = rest[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(rest[rest.index(after: slash)...]))
  }

  /// The folder at the place; nil where there is nothing.
  func folder() throws(PublishingFailure) -> FolderHandle? {
    guard let node = try parent.node(name) else { return nil }
    guard node.kind == .folder else { throw PublishingFailure(path: path, reason: .notAFolder) }
    return try FolderHandle(name, in: parent)
  }

  /// Whether this folder, or nothing, still stands at the place.
  func stillHolds(_ folder: FolderHandle?) throws(PublishingFailure) -> Bool {
    guard let node = try parent.node(name) else { return folder == nil }
    guard let folder else { return false }
    return try folder.node().isSame(as: node)
  }
}

/// Folders made on the way to a place.
struct MadeFolders {
  private var paths: [String] = []
  private var leftovers: [Int] = []

  /// Makes those that lack.
  init(to path: String) throws(PublishingFailure) {
    var missing: [String] = []
    var folder = Place.split(path).folder
    while try Place.node(folder) == nil {
      missing.append(folder)
      folder = Place.split(folder).folder
    }
    for folder in missing.reversed() {
      let fault = Interruption.hold { () -> Int32 in
        guard mkdir(folder, 0o777) == 0 else { return errno }
        leftovers.append(Interruption.remember { rmdir(folder) })
        paths.append(folder)
        return 0
      }
      if fault != 0, fault != EEXIST {
        remove()
        throw .system(folder, fault)
      }
    }
  }

  /// Takes those away again that are empty.
  func remove() {
    for folder in paths.reversed() { rmdir(folder) }
    keep()
  }

  func keep() {
    for leftover in leftovers { Interruption.forget(leftover) }
  }
}
