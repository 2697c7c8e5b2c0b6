/// A folder that a command reads as a run.
public struct RunFolder: Sendable {
  public enum State: Equatable, Sendable {
    /// All files are there as the manifest says.
    case whole
    /// These files lack or are not as the manifest says.
    case changed([String])
    /// A run broke off while its files were moved in, and left no manifest.
    case torn
    /// There is no manifest, and no trace of one.
    case notARun
  }

  public let state: State
  /// What the manifest lists.
  public let outputs: [FileSeal]

  /// Reads the manifest and holds every file against it.
  ///
  /// - Throws: ``PublishingFailure`` where there is no such folder, or it cannot be read.
  public init(_ path: String) throws(PublishingFailure) {
    let folder = try FolderHandle(path: path)
    let earlier = try EarlierRun(folder)
    outputs = earlier.record?.outputs ?? []
    guard earlier.hasManifest else {
      state = earlier.record == nil ? .notARun : .torn
      return
    }
    let unchanged = Set(earlier.unchanged.map(\.name))
    let others = outputs.map(\.name).filter { !unchanged.contains($0) }
    state = others.isEmpty ? .whole : .changed(others)
  }
}
