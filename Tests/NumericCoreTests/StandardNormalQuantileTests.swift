import NumericCore
import Testing

struct StandardNormalQuantileTests {
  @Test func agreesWithFortyDigits() {
    for (p, expected) in references {
      let error = abs(standardNormalQuantile(p) / expected - 1)
      // Of Wichura's approximation, rounded coefficients, arithmetic and the rounded reference together.
      #expect(error <= 1e-15, "p = \(p)")
    }
  }

  @Test func halvesMirrorEachOther() {
    #expect(standardNormalQuantile(0.5) == 0)
    var numbers = SeededNumbers(state: 5)
    for _ in 1...10_000 {
      let p = ((numbers.next() + 1) / 2 * 0x1p52).rounded() * 0x1p-53
      #expect(standardNormalQuantile(1 - p) == -standardNormalQuantile(p), "p = \(p)")
    }
  }

  @Test func growsAcrossTheSeamsOfTheApproximation() {
    for seam in [0.075, 0.925, 1.388794386496402e-11, 1 - 1.388794386496402e-11] {
      var p = seam
      for _ in 1...50 { p = p.nextDown }
      var z = standardNormalQuantile(p)
      for _ in 1...100 {
        p = p.nextUp
        let next = standardNormalQuantile(p)
        // A unit in the last place of p moves z by less than rounding does, so small steps back are allowed.
        #expect(next >= z - 2 * z.ulp, "p = \(p)")
        z = next
      }
    }
  }

  @Test func endsAreInfiniteAndOutsideIsNaN() {
    #expect(standardNormalQuantile(0) == -.infinity)
    #expect(standardNormalQuantile(1) == .infinity)
    #expect(standardNormalQuantile(-0.1).isNaN)
    #expect(standardNormalQuantile(1.1).isNaN)
    #expect(standardNormalQuantile(.nan).isNaN)
    #expect(standardNormalQuantile(.leastNonzeroMagnitude) > -38.5)
    #expect(standardNormalQuantile(.leastNonzeroMagnitude) < -38.4)
  }
}

/// (p, z): z for the double nearest to p as written, by Newton's method on the
/// complementary error function in mpmath 1.4.1 with 60 digits, checked by
/// putting z back into it; 20 digits are given.
private let references: [(Double, Double)] = [
  (1e-300, -37.047096299361199237),
  (1e-250, -33.79958617269483747),
  (1e-200, -30.205594179579643063),
  (1e-150, -26.122961190593983509),
  (1e-100, -21.273453560965324294),
  (1e-60, -16.39727821271871048),
  (1e-40, -13.310921371425170895),
  (1e-30, -11.46402468844361572),
  (1e-25, -10.420452200803097617),
  (1e-20, -9.2623400897984075796),
  (1e-17, -8.4937932241095980661),
  (1e-16, -8.2220822161304356152),
  (1e-15, -7.9413453261709967713),
  (1e-13, -7.3487961028006775135),
  (1.3e-11, -6.6676114565107408347),
  (1.4e-11, -6.6567230915181836356),
  (1e-11, -6.7060231554951362961),
  (1e-09, -5.9978070150076868614),
  (1e-07, -5.19933758219281694),
  (1e-05, -4.2648907939228246102),
  (0.0001, -3.7190164854556805523),
  (0.001, -3.0902323061678135354),
  (0.01, -2.3263478740408410931),
  (0.025, -1.9599639845400542118),
  (0.05, -1.644853626951472688),
  (0.0749, -1.4402382675279636631),
  (0.075, -1.4395314709384559349),
  (0.1, -1.2815515655446004353),
  (0.2, -0.84162123357291416552),
  (0.25, -0.6744897501960817432),
  (0.3, -0.52440051270804081597),
  (0.4, -0.25334710313579974132),
  (0.45, -0.12566134685507400616),
  (0.49, -0.025068908258711058033),
  (0.499, -0.0025066308995717662317),
  (0.49999, -0.000025066282748960008527),
  (0.4999999, -2.5066282747031065135e-7),
  (0.499999999999, -2.5065728237018604669e-12),
  (0.49999999999999994, -1.3914582123358834611e-16),
  (0.5000000000000001, 2.7829164246717669222e-16),
  (0.500000001, 2.5066282037387114376e-9),
  (0.51, 0.025068908258711058033),
  (0.6, 0.25334710313579974132),
  (0.75, 0.6744897501960817432),
  (0.9, 1.2815515655446005935),
  (0.925, 1.4395314709384562291),
  (0.9250001, 1.4395321773759004884),
  (0.975, 1.9599639845400538556),
  (0.99, 2.3263478740408407676),
  (0.999, 3.0902323061678132778),
  (0.999999, 4.7534243088170877657),
  (0.999999999, 5.9978070196016374264),
  (0.999999999999, 7.0344869100478352057),
  (0.9999999999999999, 8.2095361516013868556),
]
