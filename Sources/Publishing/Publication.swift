/// Everything that a command puts into a folder, with the manifest that lists it.
public struct Publication: Sendable {
  public struct File: Sendable {
    private enum Content: Sendable {
      case bytes([UInt8])
      case stored(StoredFile)
    }

    public let seal: FileSeal
    private let held: Content

    public var name: String { seal.name }

    public init(name: String, content: [UInt8]) {
      seal = FileSeal(name: name, content: content)
      held = .bytes(content)
    }

    public init(name: String, stored: StoredFile) {
      seal = FileSeal(name: name, bytes: stored.bytes, sha256: stored.sha256)
      held = .stored(stored)
    }

    /// All bytes, in memory.
    ///
    /// - Throws: ``PublishingFailure`` when what was stored cannot be read.
    public func content() throws(PublishingFailure) -> [UInt8] {
      var bytes: [UInt8] = []
      try eachPiece { (piece) throws(PublishingFailure) in bytes += piece }
      return bytes
    }

    func eachPiece(_ take: (_ piece: [UInt8]) throws(PublishingFailure) -> Void) throws(PublishingFailure) {
      switch held {
      case .bytes(let bytes): try take(bytes)
      case .stored(let file): try file.read(take)
      }
    }

    public var lineFeeds: Int {
      switch held {
      case .bytes(let bytes): countLineFeeds(bytes)
      case .stored(let file): file.lineFeeds
      }
    }
  }

  /// Without the manifest, in the order they are listed.
  public let files: [File]
  public let manifest: [UInt8]
  private let describe: @Sendable ([FileSeal]) throws -> [UInt8]

  /// - Parameters:
  ///   - files: names and contents. Names are plain, each stands once, none is that of the manifest.
  ///   - manifest: makes the manifest, a JSON object that names the program as ``RunRecord/program``
  ///     and holds the seals as `outputs`.
  public init(
    _ files: [(name: String, bytes: [UInt8])], manifest: @escaping @Sendable ([FileSeal]) throws -> [UInt8]
  ) throws {
    try self.init(files: files.map { File(name: $0.name, content: $0.bytes) }, manifest: manifest)
  }

  /// The same of files of which some are not in memory.
  public init(files: [File], manifest: @escaping @Sendable ([FileSeal]) throws -> [UInt8]) throws {
    describe = manifest
    self.files = files
    let seals = self.files.map(\.seal)
    precondition(Set(seals.map(\.name)).count == seals.count, "a name stands twice")
    precondition(seals.allSatisfy { $0.isPlainName && !RunRecord.isReserved($0.name) }, "a name that is not plain")
    self.manifest = try manifest(seals)
  }

  /// The same with other contents of its files, and a manifest that lists those.
  ///
  /// - Parameter change: the new content; nil for a file that stays as it is.
  public func mapFiles(_ change: (File) throws -> [UInt8]?) throws -> Publication {
    let changed = try files.map { file in
      try change(file).map { File(name: file.name, content: $0) } ?? file
    }
    return try Publication(files: changed, manifest: describe)
  }
}
