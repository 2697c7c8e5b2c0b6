import Testing
import Uncertainty

/// Ways of measuring brought to one form.
struct SensitivityMeasureTests {
  /// Moved alone, an end is told as its difference; an input whose ends both come out as the middle is dead, one of which
  /// an end failed is not.
  @Test func endsAreDifferencesFromTheMiddle() throws {
    let inputs = ["a", "b", "c", "d"].map { SampleInput($0, []) }
    let outcome = [10, 8, 13, 10, 10, 10, .nan, 10, 9, 30]
    let found = try #require(Sensitivity(of: outcome, .ends([2, 2, 2, 3]), inputs: inputs))
    #expect(found.inputs.map(\.name) == ["d", "a", "b", "c"])
    #expect(found.inputs[1][.atLow]?.value == -2 && found.inputs[1][.atHigh]?.value == 3)
    #expect(found.inputs[0][.swing]?.value == 21 && found.inputs[0][.atLow]?.value == 0)
    #expect(found.dead.map(\.name) == ["b"])
    #expect(found.failed == 1 && found.used == 9)
    #expect(Sensitivity(of: [.nan] + outcome.dropFirst(), .ends([2, 2, 2, 3]), inputs: inputs) == nil)
  }

  /// A linear outcome of four normals with variances 16, 4, 1, 0 of 21: shares, and none of the last.
  @Test func sharesOfWorldsAddUpAndADummyStaysBelowTheFloor() throws {
    let points = randomPoints(count: 2_000, dimensions: 4, seed: 11)
    let columns = (0..<4).map { points.column($0).map { ($0 - 0.5) * 12.0.squareRoot() } }
    let outcome = (0..<2_000).map { 4 * columns[0][$0] + 2 * columns[1][$0] + columns[2][$0] }
    let causes = columns.enumerated().map { place, column in
      (name: "x\(place)", cause: Cause(columns: [column], isChance: place == 1))
    }
    let found = try #require(Sensitivity(worlds: outcome, causes))
    for (input, share) in zip(found.inputs, [16.0 / 21, 4.0 / 21, 1.0 / 21]) {
      #expect(abs((input[.share]?.value ?? .nan) - share) < 0.03, "\(input)")
    }
    #expect(found.dead.map(\.name) == ["x3"])
    let explained = try #require(found.explained)
    #expect(abs(explained.total - 1) < 0.03 && abs((explained.chance?.value ?? 0) - 4.0 / 21) < 0.03)
    #expect((found.floor ?? 1) < 0.01)
  }

  /// An input that is not read lies above the floor one time in twenty.
  @Test func dummiesSayWhatChanceAloneCanDo() throws {
    var above = 0
    for seed in 0..<100 as Range<UInt64> {
      let points = randomPoints(count: 400, dimensions: 4, seed: 200 + seed)
      let outcome = (0..<points.count).map { TestFunction.ishigami(points.point($0)) }
      let floor = try #require(noiseFloor(outcome: outcome, seed: seed))
      let found = try #require(binnedFirstOrder(outcome: outcome, input: points.column(3)))
      above += found.value > floor ? 1 : 0
    }
    // 5 ± 2.2, and the floor itself is estimated.
    #expect((0...14).contains(above), "of 100: \(above)")
    #expect(noiseFloor(outcome: [1, 2, .nan], seed: 1) == nil)
    #expect(smoothNoiseFloor(outcome: Array(repeating: 1, count: 60), seed: 1) == nil)
  }

  /// What two ways say of one input stands together; it is dead where neither finds anything.
  @Test func twoWaysStandBesideOneAnother() throws {
    let inputs = ["a", "b"].map { SampleInput($0, []) }
    let first = try #require(Sensitivity(of: [0, 0, 0, 1, 2], .ends([2, 2]), inputs: inputs))
    let second = try #require(Sensitivity(of: [0, 0, 0, 0, 0], .ends([2, 2]), inputs: inputs))
    let both = first.beside(second)
    #expect(both.inputs.map(\.name) == ["b", "a"])
    #expect(both.inputs.map(\.measures.count) == [6, 6])
    #expect(both.dead.map(\.name) == ["a"])
  }

  /// Columns that rise and fall together are one axis with a share by bins; a group of two that do not has none.
  @Test func columnsOfOneAxisCountAsOne() throws {
    let points = randomPoints(count: 600, dimensions: 2, seed: 4)
    let (x, y) = (points.column(0), points.column(1))
    let outcome = zip(x, y).map { $0 * $0 + 0.2 * $1 }
    let inputs = [SampleInput("axis", [x, x.map { -3 * $0 }]), SampleInput("group", [x, y])]
    let found = try #require(Sensitivity(of: outcome, .given, inputs: inputs))
    let axis = try #require(found.inputs.first { $0.name == "axis" })
    let alone = try #require(Sensitivity(of: outcome, .given, inputs: [SampleInput("axis", [x])]))
    #expect(axis[.share]?.value == alone.inputs[0][.share]?.value)
    #expect(found.inputs.first { $0.name == "group" }?[.share] == nil)
  }
}
