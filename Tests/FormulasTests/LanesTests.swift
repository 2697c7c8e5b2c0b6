import Formulas
import NumericCore
import Testing

struct LanesTests {
  @Test func oneNumberStandsInEveryLane() {
    #expect(Lanes.uniform(3).vector == LaneVector(repeating: 3))
    #expect(Lanes.uniform(3).first == 3)
  }

  @Test func quantitiesCombineLaneByLane() {
    let each = Lanes.each(LaneVector(0, 1, 2, 3, 4, 5, 6, 7))
    #expect(each.combined(with: .uniform(1)) { $0 - $1 } == .each(LaneVector(-1, 0, 1, 2, 3, 4, 5, 6)))
    #expect(Lanes.uniform(1).combined(with: each) { $0 - $1 } == .each(LaneVector(1, 0, -1, -2, -3, -4, -5, -6)))
    #expect(Lanes.uniform(1).combined(with: .uniform(4)) { $0 - $1 } == .uniform(-3))
  }

  @Test func aQuantityIsAbsentWhenNoMemberHasAValue() {
    var some = LaneVector(repeating: .nan)
    #expect(Lanes.absent.isAbsent && Lanes.each(some).isAbsent)
    some[7] = 0
    #expect(!Lanes.each(some).isAbsent && !Lanes.uniform(0).isAbsent)
  }
}
