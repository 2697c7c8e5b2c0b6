import Foundation

/// One attempt at publishing a run in a folder, under its lock.
struct FolderPublishing {
  let place: Place
  /// Nil where nothing stands yet.
  let target: FolderHandle?
  let seat: Seat
  let publication: Publication

  /// - Returns: false where the folder became another one meanwhile.
  func run(_ notify: (PublishingNotice) -> Void) throws(PublishingFailure) -> Bool {
    guard let target else {
      let staging = try Staging(publication, at: seat)
      defer { staging.remove() }
      return try Interruption.hold { () throws(PublishingFailure) in
        try Exchange(staging: staging, place: place).putWhereNothingStands()
      }
    }
    let earlier = try EarlierRun(target)
    if !earlier.hasManifest, earlier.record != nil { notify(.torn(path: place.path)) }
    let kept = earlier.kept(by: publication)
    if !kept.isEmpty { notify(.kept(path: place.path, names: kept)) }
    let staging = try Staging(publication, at: seat)
    let isDone: Bool
    do throws(PublishingFailure) {
      isDone = try put(staging, in: target, earlier)
    } catch {
      // What could not be put back waits there for the next run.
      if case .torn = error.reason { staging.leave() } else { staging.remove() }
      throw error
    }
    staging.remove()
    return isDone
  }

  private func put(
    _ staging: Staging, in target: FolderHandle, _ earlier: EarlierRun
  ) throws(PublishingFailure) -> Bool {
    try Interruption.hold { () throws(PublishingFailure) in
      guard try place.stillHolds(target) else { return false }
      let exchange = Exchange(staging: staging, place: place)
      // Looked at again: the files took a while to write.
      if seat.folder !== target, earlier.isAlone, try EarlierRun(target).isAlone, try exchange.replace(target) {
        exchange.discard(earlier)
        return true
      }
      try FileMoves(staging: staging, target: target, earlier: earlier).run(publication)
      guard try place.stillHolds(target) else {
        throw PublishingFailure(path: place.path, reason: .replacedMeanwhile)
      }
      return true
    }
  }
}
