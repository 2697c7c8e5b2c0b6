import Foundation

/// A private folder in which a run's files wait until all of them are there, and those they replace until all are in.
struct Staging {
  let seat: Seat
  let name: String
  let folder: FolderHandle
  /// The new files; after an exchange, the earlier ones.
  let run: FolderHandle
  private let leftover: Int

  static let runName = "run"
  static let displacedName = "displaced"

  /// Writes everything and puts it on the disk.
  ///
  /// - Throws: ``PublishingFailure`` after taking away what was written.
  init(_ publication: Publication, at seat: Seat) throws(PublishingFailure) {
    self.seat = seat
    let name = seat.newStagingName()
    self.name = name
    leftover = try Interruption.hold { () throws(PublishingFailure) in
      try seat.folder.makeFolder(name, mode: 0o700)
      return Interruption.remember { Staging.remove(name, at: seat) }
    }
    do {
      folder = try FolderHandle(name, in: seat.folder)
      let folder = folder
      // The folder around it is closed to others; this one has the permissions it will keep.
      try Interruption.hold { () throws(PublishingFailure) in try folder.makeFolder(Staging.runName, mode: 0o777) }
      run = try FolderHandle(Staging.runName, in: folder)
      for file in publication.files { try run.write(file.eachPiece, to: file.name) }
      try run.write(publication.manifest, to: RunRecord.file)
      try run.sync()
      try folder.sync()
    } catch {
      Staging.remove(name, at: seat)
      Interruption.forget(leftover)
      throw error
    }
  }

  func remove() {
    Staging.remove(name, at: seat)
    Interruption.forget(leftover)
  }

  /// Leaves everything for the next run.
  func leave() { Interruption.forget(leftover) }

  /// Takes a staging folder away, as far as that can be done: the next run tries again.
  static func remove(_ name: String, at seat: Seat) {
    guard let folder = try? FolderHandle(name, in: seat.folder) else {
      // A file that waited to be moved to its place.
      try? seat.folder.removeFile(name)
      return
    }
    for inner in [runName, displacedName] where (try? folder.node(inner)) != nil {
      try? folder.removeFlatFolder(inner)
    }
    try? seat.folder.removeFolder(name)
  }
}
