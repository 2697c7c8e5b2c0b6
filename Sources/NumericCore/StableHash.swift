/// A 32-bit hash of a text's UTF-8 bytes, the same on every machine and in every run.
///
/// For naming things that must keep their number when others are added; two
/// names can meet, so a list of names is to be checked for that.
///
/// Source: FNV-1a, Noll, Vo, Eastlake and Hansen (2026), RFC 9923.
public func stableHash(of text: String) -> UInt32 {
  var hash: UInt32 = 0x811C_9DC5
  for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
  return hash
}
