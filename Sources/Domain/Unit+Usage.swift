extension Unit {
  /// How numbers of a unit look.
  public struct Figure: Sendable {
    /// Digits after the point; nil: as many as the size wants.
    public let decimals: Int?
    /// A share is shown in hundredths, money in hundred millions.
    public let powerOfTen: Int
    /// What such a number is called; nil: by the unit's own names.
    public let name: Label?
    /// The size from which changes look like this.
    let from: Double

    init(decimals: Int?, powerOfTen: Int = 0, name: Label? = nil, from: Double = 0) {
      self.decimals = decimals
      self.powerOfTen = powerOfTen
      self.name = name
      self.from = from
    }
  }

  /// How people write, read and judge numbers of a unit.
  final class Usage: Sendable {
    let zh: String?
    let examples: [String]?
    let mayBeBare: Bool
    let isAmount: Bool
    let plausible: ClosedRange<Double>
    let hasBalances: Bool
    let level: Figure
    /// From the largest changes down.
    let changes: [Figure]

    init(
      zh: String?, examples: [String]?, mayBeBare: Bool, isAmount: Bool, plausible: ClosedRange<Double>,
      hasBalances: Bool, level: Figure, changes: [Figure]
    ) {
      self.zh = zh
      self.examples = examples
      self.mayBeBare = mayBeBare
      self.isAmount = isAmount
      self.plausible = plausible
      self.hasBalances = hasBalances
      self.level = level
      self.changes = changes
    }

    static let plain = Usage(
      zh: nil, examples: nil, mayBeBare: false, isAmount: true, plausible: 0...1e15, hasBalances: false,
      level: Figure(decimals: 0), changes: [Figure(decimals: nil)])
  }

  /// A unit of the list.
  ///
  /// - Parameters:
  ///   - zh: its name in Chinese.
  ///   - over: what stands both above and below the stroke.
  ///   - examples: how people write it in files; without them, as in Chinese.
  ///   - mayBeBare: whether a number needs no unit to be understood.
  init(
    _ symbol: String, zh: String, _ dimension: Dimension = .none, over cancelled: Dimension = .none, scale: Double = 1,
    examples: [String]? = nil, mayBeBare: Bool = false, isAmount: Bool = true,
    plausible: ClosedRange<Double> = 0...1e15, hasBalances: Bool = false, level: Figure = Figure(decimals: 0),
    changes: [Figure] = [Figure(decimals: nil)]
  ) {
    let usage = Usage(
      zh: zh, examples: examples, mayBeBare: mayBeBare, isAmount: isAmount, plausible: plausible,
      hasBalances: hasBalances, level: level, changes: changes)
    self.init(symbol, dimension, over: cancelled, scale: scale, usage: usage)
  }
}
