/// What chance decides for one process in one year and area: one number a member.
///
/// A draw is a pure function of (seed, member, year, area, process). It does
/// not depend on what else is drawn, so two scenarios face the same worlds, and
/// member 7 is the same alone or among thousands.
///
/// The five numbers are the input of ``Philox4x32``, each in bits of its own,
/// so different draws never share a block: the seed is the key; the counter
/// holds the member (words 0 and 1, low half first), the year and the area
/// (word 2, low and high half) and the process (word 3).
public struct ProcessDraws: Equatable, Sendable {
  private let key: SIMD2<UInt32>
  private let yearAndArea: UInt32
  private let process: UInt32

  /// - Parameters:
  ///   - year: 0...65535, a calendar year as it is.
  ///   - area: 0...65535, a number that stays with the area.
  ///   - process: a number that stays with the process, as from ``stableHash(of:)``.
  public init(seed: UInt64, year: Int, area: Int, process: UInt32) {
    precondition(0...0xFFFF ~= year, "year outside 0...65535")
    precondition(0...0xFFFF ~= area, "area outside 0...65535")
    key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed &>> 32))
    yearAndArea = UInt32(area) << 16 | UInt32(year)
    self.process = process
  }

  /// A uniform number in the open interval 0..1: an odd multiple of 2⁻⁵³, each equally likely.
  ///
  /// Never 0 or 1, and 1 minus it is exact and as likely.
  public func uniform(member: UInt64) -> Double {
    uniformInline(member)
  }

  /// A standard normal number, by inversion: it grows with ``uniform(member:)``.
  public func standardNormal(member: UInt64) -> Double {
    standardNormalQuantile(uniformInline(member))
  }

  /// Standard normal numbers of consecutive members, bit for bit those of ``standardNormal(member:)``.
  ///
  /// - Parameters:
  ///   - normals: one place a member.
  ///   - firstMember: the member of the first place.
  public func fill(_ normals: UnsafeMutableBufferPointer<Double>, firstMember: UInt64 = 0) {
    let batch = 256  // fits the fastest cache
    withUnsafeTemporaryAllocation(of: Double.self, capacity: batch) { uniforms in
      for start in stride(from: 0, to: normals.count, by: batch) {
        let count = min(batch, normals.count - start)
        let member = firstMember &+ UInt64(start)
        // Two loops without a branch for nearly all, then the one draw in seven in the tails.
        for index in 0..<count { uniforms[index] = uniformInline(member &+ UInt64(index)) }
        for index in 0..<count { normals[start &+ index] = middleQuantile(uniforms[index] - 0.5) }
        for index in 0..<count where abs(uniforms[index] - 0.5) > widthOfTheMiddle {
          normals[start &+ index] = tailQuantile(uniforms[index])
        }
      }
    }
  }

  @inline(__always) private func uniformInline(_ member: UInt64) -> Double {
    let counter = SIMD4(
      UInt32(truncatingIfNeeded: member), UInt32(truncatingIfNeeded: member &>> 32), yearAndArea, process)
    let words = Philox4x32.block(counter: counter, key: key)
    let bits = UInt64(words.x) &<< 20 | UInt64(words.y &>> 12)
    // The 52 bits as a significand between 1 and 2, without a conversion of integers, which has no vector form.
    let oneToTwo = Double(bitPattern: 0x3FF0_0000_0000_0000 | bits)
    return (oneToTwo - 1) + 0x1p-53
  }
}
