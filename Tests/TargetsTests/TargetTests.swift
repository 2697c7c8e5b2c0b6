import Domain
import Targets
import Testing

struct TargetTests {
  @Test func gapIsNegativeOnTheBadSide() {
    #expect(target(.atLeast, 10).gap(of: 12) == 2)
    #expect(target(.atLeast, 10).gap(of: 7) == -3)
    #expect(target(.above, 10).gap(of: 10) == 0)
    #expect(target(.atMost, 10).gap(of: 12) == -2)
    #expect(target(.atMost, 10).gap(of: 7) == 3)
    #expect(target(.equal, 10).gap(of: 12) == -2)
    #expect(target(.equal, 10).gap(of: 7) == -3)
    #expect(target(.equal, 10).gap(of: 10) == 0)
  }

  @Test func comparatorsDecideWhatMeets() {
    #expect(target(.atLeast, 10).isMet(by: 10))
    #expect(target(.atLeast, 10).isMet(by: 11))
    #expect(!target(.atLeast, 10).isMet(by: 9.99))
    #expect(!target(.above, 10).isMet(by: 10))
    #expect(target(.above, 10).isMet(by: 10.01))
    #expect(target(.atMost, 10).isMet(by: 10))
    #expect(target(.atMost, 10).isMet(by: 9))
    #expect(!target(.atMost, 10).isMet(by: 10.01))
  }

  @Test func roundingErrorDecidesNothing() {
    let sum = 0.1 + 0.2  // a hair above 0.3
    let difference = 0.8 - 0.5  // a hair above, 0.30000000000000004
    let low = 0.7 - 0.4  // a hair below, 0.29999999999999993
    #expect(sum > 0.3 && difference > 0.3 && low < 0.3)
    #expect(target(.atLeast, 0.3).isMet(by: low))
    #expect(target(.atMost, 0.3).isMet(by: sum))
    #expect(!target(.above, 0.3).isMet(by: sum))
    #expect(!target(.above, 0.3).isMet(by: difference))
  }

  @Test func targetOfZeroIsMetByZero() {
    #expect(target(.atLeast, 0).isMet(by: 0))
    #expect(target(.atMost, 0).isMet(by: 0))
    #expect(!target(.above, 0).isMet(by: 0))
    #expect(!target(.atMost, 0).isMet(by: 1e-6))
  }

  /// Thirty per cent, printed to the per cent: 29.5 to 30.5 look the same.
  @Test func equalIsMetByWhatPrintsTheSame() {
    let share = target(.equal, 0.3, precision: 0.005)
    #expect(share.isMet(by: 0.296))
    #expect(share.isMet(by: 0.304))
    #expect(!share.isMet(by: 0.294))
    #expect(!share.isMet(by: 0.306))
    #expect(!target(.equal, 4, precision: 0.5).isMet(by: 5))
  }

  private func target(_ comparator: Target.Comparator, _ value: Double, precision: Double = 0.5) -> Target {
    Target(
      id: "t", indicator: "i", comparator: comparator, year: 2025, value: value, unit: .count,
      zone: Target.Zone(id: "z", label: "区"), label: Label(zh: "目标", en: "Target"), precision: precision)
  }
}
