import Foundation

/// A folder that holds one run, the earlier or the new one, at every instant.
///
/// Files are written in a private folder, put on the disk, and exchanged for what stood there; where that is not
/// possible they are moved in between the earlier manifest's going and the new one's coming.
public struct Publisher: Sendable {
  public let path: String
  private let inputs: [String]
  private let notify: @Sendable (PublishingNotice) -> Void

  /// - Parameters:
  ///   - path: the folder, which need not be there.
  ///   - inputs: files that the command reads; a folder that holds one is no place to write to.
  ///   - notify: is told what whoever waits should know.
  public init(
    folder path: String, inputs: [String] = [],
    notify: @escaping @Sendable (PublishingNotice) -> Void = { _ in }
  ) {
    self.path = path
    self.inputs = inputs
    self.notify = notify
  }

  /// Whether the folder can be written, as far as that is known before the work is done.
  ///
  /// - Throws: ``PublishingFailure``.
  public func check() throws(PublishingFailure) {
    guard let node = try Place.node(path) else { return try checkWayToFolder() }
    guard node.kind == .folder else { throw PublishingFailure(path: path, reason: .notAFolder) }
    let folder = try FolderHandle(path: path)
    for input in inputs where try isInput(input, in: node) {
      throw PublishingFailure(path: path, reason: .holdsInput(input))
    }
    if let reason = try isOthers(folder) { throw PublishingFailure(path: path, reason: reason) }
    guard folder.isWritable else { throw .system(path) }
  }

  private func checkWayToFolder() throws(PublishingFailure) {
    var above = Place.split(path).folder
    while true {
      if let node = try Place.node(above) {
        guard node.kind == .folder else { throw PublishingFailure(path: above, reason: .notAFolder) }
        guard try FolderHandle(path: above).isWritable else { throw .system(above) }
        return
      }
      above = Place.split(above).folder
    }
  }

  /// Whether a file read by the command stands in the folder, by whatever way it was named.
  private func isInput(_ input: String, in folder: Node) throws(PublishingFailure) -> Bool {
    guard let real = realpath(input, nil) else { return false }
    defer { free(real) }
    let ways = [input, String(cString: real)].map { Place.split($0).folder }
    for way in ways {
      if let node = try Node(path: way, followingLinks: true), node.isSame(as: folder) { return true }
    }
    return false
  }

  private static let package = "datapackage.json"

  /// What says that a folder's files are not those of a run; nil where nothing does.
  private func isOthers(_ folder: FolderHandle) throws(PublishingFailure) -> PublishingFailure.Reason? {
    guard try RunRecord(RunRecord.file, in: folder) == nil else { return nil }
    if try folder.node(Publisher.package) != nil, try EarlierRun.displacedRecord(in: folder) == nil {
      return .holdsOtherPackage
    }
    return try folder.node(RunRecord.file) == nil ? nil : .holdsOtherManifest
  }

  // MARK: - Publishing

  /// Puts a run into the folder.
  ///
  /// - Throws: ``PublishingFailure`` when what stood there stands there still.
  public func publish(_ publication: Publication) throws(PublishingFailure) {
    try check()
    let made = try MadeFolders(to: path)
    do throws(PublishingFailure) {
      // Again where another run came in between.
      while try !attempt(publication) {}
    } catch {
      made.remove()
      throw error
    }
    made.keep()
  }

  /// - Returns: false where the folder became another one meanwhile.
  private func attempt(_ publication: Publication) throws(PublishingFailure) -> Bool {
    let place = try Place(path)
    let target = try place.folder()
    guard let target, try !canStandBeside(target, place) else {
      return try attempt(publication, place, target, at: .beside(place))
    }
    return try attempt(publication, place, target, at: .inside(target))
  }

  private func attempt(
    _ publication: Publication, _ place: Place, _ target: FolderHandle?, at seat: Seat
  ) throws(PublishingFailure) -> Bool {
    let lock = try PublishingLock(seat) { notify(.waiting(path: path)) }
    defer { withExtendedLifetime(lock) {} }
    guard try place.stillHolds(target) else { return false }
    try check()
    try sweep(seat, place, target)
    let publishing = FolderPublishing(place: place, target: target, seat: seat, publication: publication)
    do throws(PublishingFailure) {
      return try publishing.run(notify)
    } catch {
      // Parts of one file system between which nothing is moved, as with quotas of projects.
      guard let target, case .system(EXDEV) = error.reason, seat.folder !== target else { throw error }
      return try attempt(publication, place, target, at: .inside(target))
    }
  }

  /// Whether files may wait beside a target and be moved into it.
  private func canStandBeside(_ target: FolderHandle, _ place: Place) throws(PublishingFailure) -> Bool {
    let own = try target.node()
    let around = try place.parent.node()
    // Where the program was started: whoever stands there would stand in a folder that is gone.
    let isHere = try Node(path: ".", followingLinks: true)?.isSame(as: own) ?? false
    return place.parent.isWritable && !target.isMountRoot && own.device == around.device && !isHere
  }

  /// Takes away what dead runs left, and puts back what one of them had displaced.
  private func sweep(_ seat: Seat, _ place: Place, _ target: FolderHandle?) throws(PublishingFailure) {
    try sweepOwn(seat, target)
    // Files waited in the target, too, if it stood alone at the time.
    guard let target, seat.folder !== target else { return }
    let inside = Seat.inside(target)
    let names = try target.names()
    guard names.contains(where: { $0.hasPrefix(Seat.prefix) }),
      let lock = try PublishingLock(ifFree: inside)
    else { return }
    try sweepOwn(inside, target)
    withExtendedLifetime(lock) {}
  }

  private func sweepOwn(_ seat: Seat, _ target: FolderHandle?) throws(PublishingFailure) {
    for name in try seat.stagings() {
      if let target, let staging = FolderHandle.opening(name, in: seat.folder), try restore(target, from: staging) {
        notify(.restored(path: path))
      }
      Staging.remove(name, at: seat)
    }
  }
}
