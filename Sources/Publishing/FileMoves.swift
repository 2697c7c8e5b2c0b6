import Foundation

/// Puts files into a folder one by one, for where it cannot be exchanged as a whole.
///
/// The manifest goes first and the new one comes last, so that a folder in between is no run. What is replaced
/// waits in the staging folder until all is in, so that it can go back.
struct FileMoves {
  let staging: Staging
  let target: FolderHandle
  let earlier: EarlierRun

  /// Nothing is touched where a folder stands in a file's place.
  func requireRoom(for publication: Publication) throws(PublishingFailure) {
    for name in publication.files.map(\.name) + [RunRecord.file] + RunRecord.remains {
      if try target.node(name)?.kind == .folder {
        throw PublishingFailure(path: target.shown(name), reason: .notAFile)
      }
    }
  }

  /// - Throws: ``PublishingFailure`` when all is as it was, or the folder is torn.
  func run(_ publication: Publication) throws(PublishingFailure) {
    try requireRoom(for: publication)
    do {
      try moveAll(publication)
    } catch {
      try undo(after: error)
    }
    for name in RunRecord.remains { try? target.removeFile(name) }
  }

  private func moveAll(_ publication: Publication) throws(PublishingFailure) {
    if try target.node(RunRecord.file) != nil {
      try target.move(RunRecord.file, to: target, as: RunRecord.displaced)
      try target.sync()
    } else if try target.node(RunRecord.displaced) != nil {
      // Torn already; should this run break off as well, nobody shall take that manifest for true.
      try target.move(RunRecord.displaced, to: target, as: RunRecord.torn)
    }
    try staging.folder.makeFolder(Staging.displacedName, mode: 0o700)
    let displaced = try FolderHandle(Staging.displacedName, in: staging.folder)
    for name in earlier.replaced(by: publication) where try target.node(name) != nil {
      try target.move(name, to: displaced)
    }
    for file in publication.files { try staging.run.move(file.name, to: target) }
    try target.sync()
    try staging.run.move(RunRecord.file, to: target)
    try target.sync()
  }

  /// Puts everything back, then says why.
  private func undo(after failure: PublishingFailure) throws(PublishingFailure) -> Never {
    do {
      // The new manifest is in only where nothing but its way to the disk failed.
      if try staging.run.node(RunRecord.file) == nil { try target.move(RunRecord.file, to: staging.run) }
      _ = try restore(target, from: staging.folder)
    } catch {
      guard case .system(let number) = failure.reason else { throw failure }
      throw PublishingFailure(path: target.path, reason: .torn(number))
    }
    throw failure
  }
}

/// Puts back what a run that broke off while moving its files had displaced.
///
/// Only what lies on the disk counts: the run may be another, and dead.
///
/// - Returns: whether anything was out of its place.
func restore(_ target: FolderHandle, from staging: FolderHandle) throws(PublishingFailure) -> Bool {
  guard try target.node(RunRecord.file) == nil else {
    // The new manifest came in: that run was whole.
    for name in RunRecord.remains { try target.removeFile(name) }
    return false
  }
  guard let run = FolderHandle.opening(Staging.runName, in: staging) else { return false }
  var isRestored = false
  for seal in try RunRecord(RunRecord.file, in: run)?.outputs ?? [] where try run.node(seal.name) == nil {
    guard try target.holds(seal) else { continue }
    try target.move(seal.name, to: run)
    isRestored = true
  }
  if let displaced = FolderHandle.opening(Staging.displacedName, in: staging) {
    for name in try displaced.names() {
      try displaced.moveToAbsent(name, in: target)
      isRestored = true
    }
  }
  if try target.node(RunRecord.displaced) != nil {
    try target.move(RunRecord.displaced, to: target, as: RunRecord.file)
    isRestored = true
  }
  // What is back is back, even if the disk does not confirm it.
  try? target.sync()
  return isRestored
}
