/// A file's name, size and SHA-256: what a manifest says of it.
public struct FileSeal: Hashable, Codable, Sendable {
  public let name: String
  public let bytes: Int
  /// In lower-case hexadecimal digits.
  public let sha256: String

  public init(name: String, bytes: Int, sha256: String) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }

  public init(name: String, content: [UInt8]) {
    let hash = ContentHash()
    hash.add(content)
    self.init(name: name, bytes: content.count, sha256: hash.digits)
  }

  /// Whether the name is one a folder can hold. Others in a manifest are not believed: they would lead elsewhere.
  var isPlainName: Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }
}
