import Foundation

/// What a target holds before a run is put there.
struct EarlierRun {
  /// What the manifest says, or the one that a broken-off run put aside.
  let record: RunRecord?
  let hasManifest: Bool
  /// Files that are as the manifest says.
  let unchanged: [FileSeal]
  /// Files that the manifest lists with other bytes.
  let changed: [String]
  /// Whether there is nothing but the manifest and unchanged files.
  let isAlone: Bool

  init(_ target: FolderHandle) throws(PublishingFailure) {
    let all = try target.names()
    let names = all.filter { !$0.hasPrefix(Seat.prefix) }
    let own = try RunRecord(RunRecord.file, in: target)
    if let own { record = own } else { record = try EarlierRun.displacedRecord(in: target) }
    hasManifest = own != nil
    var unchanged: [FileSeal] = []
    var changed: [String] = []
    for seal in record?.outputs ?? [] where names.contains(seal.name) {
      if try target.holds(seal) { unchanged.append(seal) } else { changed.append(seal.name) }
    }
    self.unchanged = unchanged
    self.changed = changed
    let known = Set(unchanged.map(\.name) + (own == nil ? [] : [RunRecord.file]))
    // Another run may be waiting in it, by another way to the same folder.
    isAlone = all.allSatisfy(known.contains)
  }

  /// The manifest that a broken-off run put aside.
  static func displacedRecord(in folder: FolderHandle) throws(PublishingFailure) -> RunRecord? {
    for name in RunRecord.remains {
      if let record = try RunRecord(name, in: folder) { return record }
    }
    return nil
  }

  /// What this run writes, and what an earlier one wrote and this one does not.
  func replaced(by publication: Publication) -> [String] {
    Set(publication.files.map(\.name) + unchanged.map(\.name)).sorted()
  }

  /// Files of the earlier run that somebody changed and this run does not write.
  func kept(by publication: Publication) -> [String] {
    let written = Set(publication.files.map(\.name))
    return changed.filter { !written.contains($0) }
  }
}
