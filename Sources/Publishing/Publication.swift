/// Everything that a command puts into a folder, with the manifest that lists it.
public struct Publication: Sendable {
  public struct File: Sendable {
    public let seal: FileSeal
    public let content: [UInt8]

    public var name: String { seal.name }

    public init(name: String, content: [UInt8]) {
      seal = FileSeal(name: name, content: content)
      self.content = content
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
    describe = manifest
    self.files = files.map { File(name: $0.name, content: $0.bytes) }
    let seals = self.files.map(\.seal)
    precondition(Set(seals.map(\.name)).count == seals.count, "a name stands twice")
    precondition(seals.allSatisfy { $0.isPlainName && !RunRecord.isReserved($0.name) }, "a name that is not plain")
    self.manifest = try manifest(seals)
  }

  /// The same with other contents of its files, and a manifest that lists those.
  public func mapFiles(_ change: (File) throws -> [UInt8]) throws -> Publication {
    try Publication(files.map { (name: $0.name, bytes: try change($0)) }, manifest: describe)
  }
}
