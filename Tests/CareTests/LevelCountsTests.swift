import Care
import Formulas
import NumericCore
import TestSupport
import Testing

/// The levels in registers against plain loops.
struct LevelCountsTests {
  private let tolerance = 1e-12

  /// Random people at five levels in eight members; some levels may be empty.
  private func draw(_ generator: inout SplitMix) -> [LaneVector] {
    (0..<5).map { level in
      var lanes = LaneVector.zero
      for lane in 0..<8 {
        let isEmpty = Double.random(in: 0...1, using: &generator) < 0.1
        lanes[lane] = isEmpty && level > 0 ? 0 : Double.random(in: 1...1000, using: &generator)
      }
      return lanes
    }
  }

  private func plain(_ people: [LaneVector], _ lane: Int) -> PlainLevels {
    PlainLevels(counts: people.map { $0[lane] })
  }

  private func expect(_ counts: LevelCounts, _ lane: Int, _ plain: PlainLevels, _ comment: Comment) {
    let found = [counts.intact, counts.mild, counts.moderate, counts.severe, counts.complete].map { $0[lane] }
    let size = max(plain.counts.reduce(0) { max($0, abs($1)) }, 1e-3)
    #expect(zip(found, plain.counts).allSatisfy { abs($0 - $1) <= tolerance * size * 10 }, comment)
    #expect(abs(found.reduce(0, +) - plain.sum) <= tolerance * max(plain.sum, 1), comment)
  }

  @Test func deathsEqualPlainLoopsAndAddUp() {
    var capped = 0
    for seed in 1...300 as ClosedRange<UInt64> {
      var generator = SplitMix(seed: seed)
      let people = draw(&generator)
      let cap = Double.random(in: 0.6...0.97, using: &generator)
      let excess = [1, 1.5, 2.2, 3.5, 5.5].map { $0 * Double.random(in: 0.9...1.1, using: &generator) }
      var dying = LaneVector.zero
      for lane in 0..<8 { dying[lane] = Double.random(in: 0...(lane < 4 ? 0.15 : cap), using: &generator) }
      var counts = LevelCounts(people, stride: 1)
      let before = counts.sum
      counts.die(dying, excess: excess, cap: cap)
      for lane in 0..<8 {
        var plain = plain(people, lane)
        plain.die(dying[lane], excess: excess, cap: cap)
        expect(counts, lane, plain, "seed \(seed), lane \(lane)")
        let alive = before[lane] * (1 - dying[lane])
        #expect(abs(counts.sum[lane] - alive) <= tolerance * before[lane], "seed \(seed), lane \(lane)")
        if people[4][lane] > 0, abs(counts.complete[lane] / people[4][lane] - (1 - cap)) < 1e-9 { capped += 1 }
      }
    }
    #expect(capped > 100, "the cap is reached in \(capped) cases")
  }

  @Test func aMemberDoesNotFeelTheCapOfAnother() {
    for seed in 1...50 as ClosedRange<UInt64> {
      var generator = SplitMix(seed: seed)
      let people = draw(&generator)
      let excess = [1, 1.5, 2.2, 3.5, 5.5]
      var together = LevelCounts(people, stride: 1)
      var dying = LaneVector(repeating: 0.1)
      dying[7] = 0.8
      together.die(dying, excess: excess, cap: 0.9)
      var alone = LevelCounts(people, stride: 1)
      alone.die(LaneVector(repeating: 0.1), excess: excess, cap: 0.9)
      for lane in 0..<7 { #expect(together.severe[lane] == alone.severe[lane], "seed \(seed), lane \(lane)") }
      for lane in 0..<7 { #expect(together.complete[lane] == alone.complete[lane], "seed \(seed), lane \(lane)") }
    }
  }

  @Test func nobodyDiesWhereNobodyIs() {
    var counts = LevelCounts(Array(repeating: LaneVector.zero, count: 5), stride: 1)
    counts.die(LaneVector(repeating: 0.2), excess: [1, 1.5, 2.2, 3.5, 5.5], cap: 0.9)
    #expect(counts.sum == .zero)
  }

  @Test func movesEqualPlainLoopsAndLoseNobody() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var generator = SplitMix(seed: seed)
      let people = draw(&generator)
      let down = (0..<5).map { $0 < 4 ? Double.random(in: 0...0.6, using: &generator) : 0 }
      let up = (0..<5).map { $0 > 0 ? Double.random(in: 0...0.4, using: &generator) : 0 }
      var (onset, recovery) = (LaneVector.zero, LaneVector.zero)
      for lane in 0..<8 {
        // Up to three times as much onset, so that it must give way to recovery in some cases.
        onset[lane] = Double.random(in: 0...3, using: &generator)
        // In the last lanes more recovery than there are people, as after decades of a trend.
        recovery[lane] = Double.random(in: 0...(lane < 6 ? 2 : 8), using: &generator)
      }
      var counts = LevelCounts(people, stride: 1)
      counts.move(down: down, up: up, stride: 1, onset: onset, recovery: recovery)
      for lane in 0..<8 {
        var plain = plain(people, lane)
        plain.move(down: down, up: up, onset: onset[lane], recovery: recovery[lane])
        expect(counts, lane, plain, "seed \(seed), lane \(lane)")
        #expect(abs(plain.sum / people.reduce(0) { $0 + $1[lane] } - 1) < tolerance, "seed \(seed)")
        #expect(plain.counts.allSatisfy { $0 >= 0 }, "seed \(seed), lane \(lane)")
      }
    }
  }

  @Test func peopleWhoComeAndGoEqualPlainLoops() {
    let table = [0.8, 0.1, 0.05, 0.03, 0.02]
    for seed in 1...300 as ClosedRange<UInt64> {
      var generator = SplitMix(seed: seed)
      let people = draw(&generator)
      var there = LaneVector.zero
      for lane in 0..<8 {
        let alive = people.reduce(0) { $0 + $1[lane] }
        there[lane] = lane == 0 ? 0 : alive * Double.random(in: 0.5...1.5, using: &generator)
      }
      var counts = LevelCounts(people, stride: 1)
      counts.meet(there, table: table, stride: 1)
      for lane in 0..<8 {
        var plain = plain(people, lane)
        plain.meet(there[lane], table: table)
        expect(counts, lane, plain, "seed \(seed), lane \(lane)")
        #expect(abs(counts.sum[lane] - there[lane]) <= tolerance * max(there[lane], 1), "seed \(seed), lane \(lane)")
      }
    }
    var empty = LevelCounts(Array(repeating: LaneVector.zero, count: 5), stride: 1)
    empty.meet(LaneVector(repeating: 100), table: table, stride: 1)
    #expect(empty.intact[3] == 80 && empty.complete[3] == 2)
  }

  /// Two levels under constant rates a and r: the share below goes to a / (a + r) by the factor 1 − a − r a year.
  @Test func constantRatesFollowTheirClosedForm() {
    let (a, r) = (0.06, 0.21)
    let start = [900, 100, 0, 0, 0].map { LaneVector(repeating: $0) }
    var counts = LevelCounts(start, stride: 1)
    var power = 1.0
    for year in 1...60 {
      counts.move(
        down: [a, 0, 0, 0, 0], up: [0, r, 0, 0, 0], stride: 1, onset: LaneVector(repeating: 1),
        recovery: LaneVector(repeating: 1))
      power *= 1 - a - r
      let expected = a / (a + r) + (0.1 - a / (a + r)) * power
      #expect(abs(counts.mild[0] / 1000 / expected - 1) < 1e-12, "year \(year)")
      #expect(counts.moderate == .zero && counts.severe == .zero && counts.complete == .zero)
    }
  }
}
