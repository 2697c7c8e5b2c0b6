import NumericCore
import Testing

/// Known answers: the FNV test suite.
struct StableHashTests {
  @Test func knownHashes() {
    #expect(stableHash(of: "") == 0x811C_9DC5)
    #expect(stableHash(of: "a") == 0xE40C_292C)
    #expect(stableHash(of: "foobar") == 0xBF9C_F968)
  }

  /// E4 BD 8E, then E4 BF 9D, through the definition by hand.
  @Test func bytesAreThoseOfUTF8() {
    var hash: UInt32 = 2_166_136_261
    for byte: UInt32 in [0xE4, 0xBD, 0x8E, 0xE4, 0xBF, 0x9D] { hash = (hash ^ byte) &* 16_777_619 }
    #expect(stableHash(of: "低保") == hash)
  }
}
