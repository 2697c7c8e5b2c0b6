import Publishing

/// Under what the values of a point are kept: SHA-256 of all that they depend on.
public struct PointKey: Hashable, Sendable {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - context: what all points of a study share.
  ///   - signature: the point itself.
  public init(_ context: SweepContext, _ signature: [UInt8]) {
    let hash = ContentHash()
    hash.add(context.bytes)
    hash.add(signature)
    bytes = hash.bytes
  }
}

/// What all points of a study depend on: the bytes of its data, the program as compiled for it, the scenario, the worlds.
public struct SweepContext: Equatable, Sendable {
  let bytes: [UInt8]

  /// - Parameters:
  ///   - inputs: SHA-256 of each file of data, in the order in which they were read.
  ///   - version: of this program.
  ///   - signature: of the run.
  public init(inputs: [String], version: String, signature: [UInt8]) {
    let hash = ContentHash()
    hash.add(Array("minzheng study 1\n\(version)\n\(inputs.joined(separator: "\n"))\n".utf8))
    hash.add(signature)
    bytes = hash.bytes
  }

  /// In lower-case hexadecimal digits.
  public var digits: String { ContentHash.digits(bytes) }
}
