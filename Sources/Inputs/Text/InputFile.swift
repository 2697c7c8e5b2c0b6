import Crypto

/// A file that was read, and which bytes it held then: what it holds later is another matter.
public struct InputFile: Equatable, Sendable {
  /// As whoever read it names it.
  public let path: String
  /// SHA-256 of the bytes read, in hexadecimal digits.
  public let sha256: String

  init(path: String, bytes: [UInt8]) {
    self.path = path
    let digits = Array("0123456789abcdef")
    sha256 = String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
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
