import NumericCore
import Testing

struct StandardNormalTests {
  /// Φ to 17 digits, by mpmath 1.3 with 40 digits.
  private static let known: [(z: Double, share: Double)] = [
    (-30, 4.9067139271481871e-198),
    (-12, 1.776482112077679e-33),
    (-8, 6.2209605742717841e-16),
    (-6, 9.8658764503769814e-10),
    (-5.5, 1.8989562465887719e-8),
    (-4, 3.1671241833119921e-5),
    (-3, 0.0013498980316300945),
    (-2.5, 0.0062096653257761352),
    (-1.7, 0.044565462758543044),
    (-1, 0.15865525393145705),
    (-0.67, 0.2514288950953101),
    (-0.3, 0.38208857781104737),
    (0.2, 0.57925970943910303),
    (0.67, 0.7485711049046899),
    (1.5, 0.93319279873114193),
    (3, 0.99865010196836991),
    (6, 0.99999999901341235),
  ]

  @Test func sharesStandAsKnownFarIntoTheTails() {
    for (z, share) in Self.known {
      let found = standardNormalShare(LaneVector(repeating: z))[3]
      // The square in the exponent costs z²/2 roundings at most.
      #expect(abs(found / share - 1) < 1e-14 + z * z * 2e-16, "\(z): \(found)")
    }
  }

  @Test func bothTailsAddUpToOne() {
    for step in -80...80 {
      let z = Double(step) / 10
      let sum = standardNormalShare(LaneVector(repeating: z))[0] + standardNormalShare(LaneVector(repeating: -z))[0]
      #expect(abs(sum - 1) < 1e-15, "\(z)")
    }
  }

  @Test func endsAreZeroAndOneAndNoValueStaysNone() {
    let found = standardNormalShare([-.infinity, .infinity, .nan, -40, 40, 0, -0.0, 1])
    #expect(found[0] == 0 && found[1] == 1 && found[2].isNaN && found[3] == 0 && found[4] == 1)
    #expect(found[5] == 0.5 && found[6] == 0.5)
  }

  @Test func laneDoesNotDependOnTheOthers() {
    let mixed = standardNormalShare([-7, -3, -0.5, 0, 0.3, 1, 4, 9])
    for (lane, z) in [-7, -3, -0.5, 0, 0.3, 1, 4, 9].enumerated() {
      #expect(mixed[lane] == standardNormalShare(LaneVector(repeating: z))[0])
    }
  }
}
