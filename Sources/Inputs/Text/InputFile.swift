import Publishing

/// A file that was read, and which bytes it held then: what it holds later is another matter.
public struct InputFile: Equatable, Sendable {
  /// As whoever read it names it.
  public let path: String
  /// SHA-256 of the bytes read, in hexadecimal digits.
  public let sha256: String

  init(path: String, bytes: [UInt8]) {
    self.path = path
    sha256 = FileSeal(name: path, content: bytes).sha256
  }

  private init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  /// The same bytes under another name.
  func named(_ path: String) -> InputFile { InputFile(path: path, sha256: sha256) }

  /// The same file, named from where its folder lies.
  public func inside(_ folder: String) -> InputFile { named("\(folder)/\(path)") }
}
