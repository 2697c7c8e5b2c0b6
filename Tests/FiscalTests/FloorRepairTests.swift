import Fiscal
import TestSupport
import Testing

/// The floor of eldercare in plain numbers.
struct FloorRepairTests {
  /// One district and the city's own account; eldercare, another use.
  private let repair = FloorRepair(floors: [0.55, 0.5], floorOfAll: 0, isEldercare: [true, false])

  @Test func moneyMovesToEldercareUpToTheFloor() {
    // 40 + 60, of which 55 belong to eldercare, which needs 80: 15 move.
    let moved = repair.spent([[40, 60], [50, 50]], needs: [[80, 100], [50, 50]])
    #expect(zip(moved.joined(), [55, 45, 50, 50]).allSatisfy { near($0, $1, 1e-12) })
    // What keeps its floor stays.
    #expect(repair.spent([[60, 40], [50, 50]], needs: [[80, 100], [50, 50]])[0] == [60, 40])
  }

  @Test func whatEldercareCannotTakeIsCarriedOver() {
    // Eldercare needs 44 and no more: 44 × 45/55 = 36 for the rest, 20 stay.
    let spent = repair.spent([[40, 60], [0, 0]], needs: [[44, 100], [0, 0]])
    #expect(near(spent[0][0], 44, 1e-12) && near(spent[0][1], 36, 1e-12))
    // Nothing needs eldercare: nothing may be spent.
    #expect(repair.spent([[0, 60], [0, 0]], needs: [[0, 100], [0, 0]])[0] == [0, 0])
  }

  @Test func theCitysOwnAccountMakesUpForAllTogether() {
    // The district's 55 of 100 are 5 short of 60 % of all; the city's own 50 of 100 would be 10 short.
    let all = FloorRepair(floors: [0.55, 0.5], floorOfAll: 0.6, isEldercare: [true, false])
    let spent = all.spent([[55, 45], [50, 50]], needs: [[55, 45], [90, 90]])
    #expect(zip(spent[0], [55, 45]).allSatisfy { near($0, $1, 1e-12) })
    #expect(near(spent[1][0], 65, 1e-12) && near(spent[1][1], 35, 1e-12))
  }

  @Test func theFloorAlwaysHoldsAndNothingMoreIsSpent() {
    var draws = SplitMix(seed: 7)
    func share() -> Double { Double.random(in: 0...1, using: &draws) }
    for round in 1...2000 {
      let needs = (0..<4).map { _ in (0..<5).map { _ in share() < 0.2 ? 0 : 1e6 * share() } }
      let planned = needs.map { $0.map { $0 * min(1, 1.5 * share()) } }
      let repair = FloorRepair(
        floors: (0..<4).map { _ in 0.95 * share() }, floorOfAll: 0.9 * share(),
        isEldercare: [true, true, false, false, false])
      let spent = repair.spent(planned, needs: needs)
      var (all, eldercare) = (0.0, 0.0)
      for account in 0..<4 {
        let (old, new) = (planned[account].reduce(0, +), spent[account].reduce(0, +))
        let own = spent[account][0] + spent[account][1]
        #expect(own >= repair.floors[account] * new - 1e-6, "round \(round)")
        #expect(new <= old + 1e-6, "round \(round)")
        #expect(zip(spent[account], needs[account]).allSatisfy { $0 >= 0 && $0 <= $1 + 1e-6 }, "round \(round)")
        // Less is spent only where eldercare has all it needs.
        if new < old - 1e-3 { #expect(near(own, needs[account][0] + needs[account][1], 1e-9), "round \(round)") }
        (all, eldercare) = (all + new, eldercare + own)
      }
      // The city's own account may be too small to make up for the districts; then it spends on eldercare alone.
      if spent[3][2...].reduce(0, +) > 1 {
        #expect(eldercare >= repair.floorOfAll * all - 1e-3, "round \(round)")
      }
    }
  }

  private func near(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    (a - b).magnitude <= tolerance * max(a.magnitude, b.magnitude)
  }
}
