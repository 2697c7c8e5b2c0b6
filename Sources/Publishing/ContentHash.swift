import CCrypto

/// SHA-256 of bytes that come piece by piece, by OpenSSL.
public final class ContentHash {
  private let context: OpaquePointer

  public init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      fatalError("SHA-256 cannot be computed: out of memory, or OpenSSL is set up without it")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  public func add(_ bytes: some Collection<UInt8>) {
    let isContiguous: Void? = bytes.withContiguousStorageIfAvailable { update($0) }
    if isContiguous == nil { Array(bytes).withUnsafeBufferPointer(update) }
  }

  private func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1, "a digest takes any bytes")
  }

  /// Of what was added so far, 32 of them.
  public var bytes: [UInt8] {
    guard let copy = EVP_MD_CTX_new() else { fatalError("out of memory") }
    defer { EVP_MD_CTX_free(copy) }
    return [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      var length: UInt32 = 0
      precondition(
        EVP_MD_CTX_copy_ex(copy, context) == 1 && EVP_DigestFinal_ex(copy, buffer.baseAddress, &length) == 1,
        "a digest that has begun comes to an end")
      count = Int(length)
    }
  }

  /// ``bytes`` in lower-case hexadecimal digits.
  public var digits: String { ContentHash.digits(bytes) }

  /// Bytes in lower-case hexadecimal digits.
  public static func digits(_ bytes: [UInt8]) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
  }
}
