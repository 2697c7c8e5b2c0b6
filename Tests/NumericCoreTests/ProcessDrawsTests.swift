import NumericCore
import Testing

struct ProcessDrawsTests {
  /// The layout is a promise: a change of it changes every result of every seed.
  @Test func fiveNumbersFillCounterAndKey() {
    let draws = ProcessDraws(seed: 0x0123_4567_89AB_CDEF, year: 2030, area: 12, process: 0xDEAD_BEEF)
    let block = Philox4x32.block(
      counter: SIMD4(0x0000_0005, 0x0000_0007, 12 << 16 | 2030, 0xDEAD_BEEF), key: SIMD2(0x89AB_CDEF, 0x0123_4567))
    let bits = UInt64(block.x) << 20 | UInt64(block.y) >> 12
    #expect(draws.uniform(member: 7 << 32 | 5) == (Double(bits) + 0.5) / 4_503_599_627_370_496)
  }

  @Test func normalIsTheQuantileOfTheUniform() {
    for member: UInt64 in 0..<1_000 {
      let draws = ProcessDraws(seed: 1, year: 2026, area: 0, process: 9)
      #expect(draws.standardNormal(member: member) == standardNormalQuantile(draws.uniform(member: member)))
    }
  }

  @Test func manyAtOnceAreTheSameBitsAsOneByOne() {
    let draws = ProcessDraws(seed: 3, year: 2026, area: 5, process: stableHash(of: "mortality.level"))
    for (first, count) in [(0, 1), (0, 1_000), (255, 257), (0xFFFF_FFF0, 100), (17, 3)] as [(UInt64, Int)] {
      var many = Array(repeating: 0.0, count: count)
      many.withUnsafeMutableBufferPointer { draws.fill($0, firstMember: first) }
      #expect(many == (0..<count).map { draws.standardNormal(member: first + UInt64($0)) }, "from \(first)")
    }
  }

  @Test func anyOfTheFiveNumbersChangesTheDraw() {
    let draws = [
      ProcessDraws(seed: 1, year: 1, area: 1, process: 1), ProcessDraws(seed: 1 << 32, year: 1, area: 1, process: 1),
      ProcessDraws(seed: 1, year: 2, area: 1, process: 1), ProcessDraws(seed: 1, year: 1, area: 2, process: 1),
      ProcessDraws(seed: 1, year: 1, area: 1, process: 2),
    ]
    let members: [UInt64] = [0, 1, 2, 1 << 32, 1 << 63]
    let uniforms = Set(draws.flatMap { draw in members.map { draw.uniform(member: $0) } })
    #expect(uniforms.count == draws.count * members.count)
  }
}
