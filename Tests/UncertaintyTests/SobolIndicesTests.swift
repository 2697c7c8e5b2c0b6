import Testing
import Uncertainty

struct SobolIndicesTests {
  static let ishigami: (first: [Double], total: [Double]) = (
    first: [0.313905, 0.442411, 0], total: [0.557589, 0.442411, 0.243684]
  )
  static let g: (first: [Double], total: [Double]) = (
    first: [0.716192, 0.179048, 0.023676, 0.007162, 0.000072],
    total: [0.787144, 0.242198, 0.034317, 0.010460, 0.000105]
  )

  private func outcomes(_ design: SaltelliDesign, _ function: ([Double]) -> Double) -> [Double] {
    (0..<design.replicates).flatMap { replicate in
      let points = design.points(ofReplicate: replicate)
      return (0..<points.count).map { function(points.point($0)) }
    }
  }

  private func worstError(_ indices: SobolIndices, _ known: (first: [Double], total: [Double])) -> Double {
    var worst = 0.0
    for place in known.first.indices {
      let group = indices.groups[place]
      worst = max(worst, abs(group.first.value - known.first[place]), abs(group.total.value - known.total[place]))
    }
    return worst
  }

  /// Sobol' (1993) and Saltelli et al. (2010) give both functions' indices in closed form.
  @Test func indicesOfKnownFunctionsAreRightInTwentyScrambles() throws {
    for seed in 0..<20 as Range<UInt64> {
      let three = SaltelliDesign(inputs: 3, replicates: 8, rows: 1_024, seed: seed)
      let ishigami = try #require(three.indices(outcomes: outcomes(three, TestFunction.ishigami)))
      #expect(worstError(ishigami, Self.ishigami) <= 0.010, "Ishigami, seed \(seed)")
      let eight = SaltelliDesign(inputs: 8, replicates: 8, rows: 1_024, seed: seed)
      let g = try #require(eight.indices(outcomes: outcomes(eight, TestFunction.g)))
      #expect(worstError(g, Self.g) <= 0.010, "G, seed \(seed)")
    }
  }

  /// Shares computed from the printed coefficients in closed form.
  @Test func indicesOfOakleyAndOHagan() throws {
    let design = SaltelliDesign(inputs: OakleyOHagan.inputs, replicates: 8, rows: 1_024, seed: 15)
    let indices = try #require(design.indices(outcomes: outcomes(design, OakleyOHagan.value)))
    let first = [0.0242, 0.0265, 0.0460, 0.0149, 0.1018, 0.1357, 0.1020, 0.1052, 0.1228]
    for (group, known) in zip(indices.groups[6...], first) { #expect(abs(group.first.value - known) < 0.01) }
    let total = [0.1514, 0.1482, 0.1423, 0.1413, 0.1549]
    for (group, known) in zip(indices.groups[10...], total) { #expect(abs(group.total.value - known) < 0.01) }
    #expect(abs(indices.variance / 60.1562 - 1) < 0.02)
  }

  @Test func intervalsHoldWhatTheySay() throws {
    var inside = Array(repeating: 0, count: 6)
    var widest = 0.0
    for seed in 100..<300 as Range<UInt64> {
      let design = SaltelliDesign(inputs: 3, replicates: 8, rows: 1_024, seed: seed)
      let indices = try #require(design.indices(outcomes: outcomes(design, TestFunction.ishigami)))
      let found = indices.groups.map(\.first) + indices.groups.map(\.total)
      for (place, known) in (Self.ishigami.first + Self.ishigami.total).enumerated() {
        inside[place] += found[place].low <= known && known <= found[place].high ? 1 : 0
        widest += (found[place].high - found[place].low) / 1_200
      }
    }
    // 200 repetitions: 95 % ± 1.5.
    for count in inside { #expect(180...198 ~= count, "of 200: \(inside)") }
    #expect(widest <= 0.02, "mean width")
  }

  /// Inputs 0 and 2 of Ishigami's function as one group: Var(Y) less what input 1 explains.
  @Test func aGroupHasTheIndicesOfItsInputsTogether() throws {
    let design = SaltelliDesign(inputs: 4, groups: [[0, 2], [1], [3]], replicates: 8, rows: 1_024, seed: 77)
    let indices = try #require(design.indices(outcomes: outcomes(design, TestFunction.ishigami)))
    #expect(abs(indices.groups[0].first.value - 0.557589) < 0.01)
    #expect(abs(indices.groups[0].total.value - 0.557589) < 0.01)
    // Input 3 is not read: nothing, exactly.
    #expect(indices.groups[2].first.value == 0 && indices.groups[2].total.value == 0)
    #expect(indices.groups[2].total.verdict == .nothing)
    #expect(indices.dummy.low <= 0.01 && indices.dummy.high >= -0.01)
    // Mean a/2 and variance a²/8 + bπ⁴/5 + b²π⁸/18 + ½.
    #expect(abs(indices.mean - 3.5) < 0.02)
    #expect(abs(indices.variance - 13.844588) < 0.1)
  }

  @Test func aFailedPointTakesItsRowOut() throws {
    let design = SaltelliDesign(inputs: 3, replicates: 8, rows: 256, seed: 5)
    var values = outcomes(design, TestFunction.ishigami)
    values[7] = .nan
    values[9] = .infinity  // the same row: points 5 to 9
    values[256 * 5 + 1] = .nan
    let indices = try #require(design.indices(outcomes: values))
    #expect(indices.failedRows == 2)
    #expect(indices.usedRows == 2_046)
    #expect(worstError(indices, Self.ishigami) < 0.05)
    #expect(design.indices(outcomes: values.map { _ in Double.nan }) == nil)
  }

  @Test func anOutcomeThatDoesNotVaryHasNoIndices() throws {
    let design = SaltelliDesign(inputs: 2, replicates: 4, rows: 16, seed: 5)
    let indices = try #require(design.indices(outcomes: Array(repeating: 3.25, count: design.count)))
    #expect(indices.variance == 0)
    for group in indices.groups {
      #expect(group.first.value == 0 && group.total.value == 0)
      #expect(group.first.verdict == .nothing)
    }
  }

  /// What is said to be needed is about what is needed: with so many points the interval is as narrow as was asked for.
  @Test func theVerdictSaysHowManyMore() throws {
    let short = SaltelliDesign(inputs: 3, replicates: 8, rows: 64, seed: 21)
    let indices = try #require(short.indices(outcomes: outcomes(short, TestFunction.ishigami)))
    guard case .needsMore(let points) = indices.groups[0].first.verdict else {
      Issue.record("settled on 8 × 64 rows: \(indices.groups[0].first)")
      return
    }
    #expect(points % (64 * 5) == 0)
    let replicates = 8 + points / (64 * 5)
    let long = SaltelliDesign(inputs: 3, replicates: replicates, rows: 64, seed: 21)
    let then = try #require(long.indices(outcomes: outcomes(long, TestFunction.ishigami))).groups[0].first
    #expect((then.high - then.low) / 2 < 0.015, "\(replicates) replicates: \(then)")
    let settled = SaltelliDesign(inputs: 3, replicates: 16, rows: 1_024, seed: 21)
    let groups = try #require(settled.indices(outcomes: outcomes(settled, TestFunction.ishigami))).groups
    #expect(groups[1].first.verdict == .settled)
    #expect(groups[2].first.verdict == .nothing)
    #expect(groups[2].total.verdict == .settled)
  }

  /// Printed tables of Student's distribution, to six decimals.
  @Test func quantilesOfStudent() {
    let table: [(Int, Double)] = [
      (1, 12.706204736), (2, 4.302652730), (3, 3.182446305), (7, 2.364624252), (15, 2.131449546), (100, 1.983971519),
    ]
    for (degrees, quantile) in table {
      #expect(abs(studentQuantile(0.975, degreesOfFreedom: degrees) / quantile - 1) < 1e-8, "\(degrees)")
      #expect(abs(studentQuantile(0.025, degreesOfFreedom: degrees) / quantile + 1) < 1e-8, "\(degrees)")
    }
  }
}
