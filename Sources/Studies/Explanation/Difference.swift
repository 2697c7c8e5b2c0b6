import Domain
import Formulas
import NumericCore
import Simulation
import Uncertainty

/// A number on two sides, and what its difference is made of.
public struct Difference: Sendable {
  public struct Part: Sendable {
    public let group: ChangeGroup
    /// Its share of the difference, averaged over all orders of changing the groups.
    public let exact: Double
    /// Its share when the groups change in the order in which they stand.
    public let ordered: Double
    /// 80 % of the worlds lie between; nil without worlds.
    public let interval: ClosedRange<Double>?
  }

  public let start: Double
  public let end: Double
  /// Of the groups that differ, in their order; they add up to the difference.
  public let parts: [Part]
  /// How many worlds the intervals are made of.
  public let worlds: Int
  /// 80 % of the worlds' differences lie between; nil without worlds.
  public let interval: ClosedRange<Double>?

  /// The differences of a run's numbers, in their order; nil for one that has no value on a side.
  ///
  /// - Parameters:
  ///   - draws: worlds computed beside the central member.
  ///   - threads: results do not depend on them.
  /// - Throws: ``CutRun/Unlike``.
  public static func all(of run: CutRun, draws: Int, threads: Int) async throws(CutRun.Unlike) -> [Difference?] {
    let drawn = draws > 0 ? try await run.worlds(draws, threads: threads) : []
    let sums = DifferenceSums(run, [run.central] + drawn)
    return await sums.values(threads: threads).map { Difference(sums.groups, $0) }
  }

  /// - Parameter values: of the number, shape `[set of groups][member]`, the central member first.
  private init?(_ groups: [ChangeGroup], _ values: [[Double]]) {
    func value(_ set: Subset) -> [Double] { values[set.number] }
    let whole = Subset(number: values.count - 1)
    (start, end) = (value(Subset(number: 0))[0], value(whole)[0])
    guard start.isFinite, end.isFinite else { return nil }
    let exact = shapleySplit(parts: groups.count, value: value)
    let ordered = orderedSplit(order: Array(groups.indices), value: value)
    worlds = values[0].count - 1
    parts = zip(groups, zip(exact, ordered)).map { group, split in
      Part(
        group: group, exact: split.0[0], ordered: split.1[0],
        interval: Difference.interval(Array(split.0.dropFirst())))
    }
    interval = Difference.interval(
      zip(value(whole), value(Subset(number: 0))).map { $0 - $1 }.suffix(worlds))
  }

  private static func interval(_ worlds: some Sequence<Double>) -> ClosedRange<Double>? {
    let finite = worlds.filter(\.isFinite)
    guard !finite.isEmpty else { return nil }
    let ends = quantiles(of: finite, at: [0.1, 0.9])
    return ends[0]...ends[1]
  }
}
