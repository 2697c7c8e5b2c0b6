/// A unit of measure: a dimension, how many base units one of it is, and how people write, read and judge numbers of it.
///
/// The base units are person, yuan, bed, year, hour and item. A yuan per
/// person-month is 12 yuan per person-year; a bed per 10 000 persons is 0.0001.
/// Everything that is said of a unit anywhere stands in its one declaration.
public struct Unit: Sendable {
  /// The spelling used in tables and in English.
  public let symbol: String
  public let dimension: Dimension
  /// What stands both above and below the stroke, as days a year are a time over a time.
  public let cancelled: Dimension
  public let scale: Double
  /// Shared, so that handing a unit on copies little.
  private let usage: Usage

  /// A unit of no list, as formulas put them together and files spell them.
  public init(_ symbol: String, _ dimension: Dimension, over cancelled: Dimension = .none, scale: Double = 1) {
    self.init(symbol, dimension, over: cancelled, scale: scale, usage: .plain)
  }

  init(_ symbol: String, _ dimension: Dimension, over cancelled: Dimension, scale: Double, usage: Usage) {
    self.symbol = symbol
    self.dimension = dimension
    self.cancelled = cancelled
    self.scale = scale
    self.usage = usage
  }

  /// Whether numbers in the two units may be added.
  public func measuresLike(_ other: Unit) -> Bool {
    dimension == other.dimension && abs(scale / other.scale - 1) < 1e-12
  }

  public static func * (a: Unit, b: Unit) -> Unit {
    Unit("\(a.symbol)·\(b.symbol)", a.dimension.combined(with: b.dimension, sign: 1), scale: a.scale * b.scale)
  }

  public static func / (a: Unit, b: Unit) -> Unit {
    Unit("\(a.symbol)/(\(b.symbol))", a.dimension.combined(with: b.dimension, sign: -1), scale: a.scale / b.scale)
  }
}

extension Unit: Hashable {
  public static func == (a: Unit, b: Unit) -> Bool {
    a.symbol == b.symbol && a.dimension == b.dimension && a.scale == b.scale
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(symbol)
    hasher.combine(dimension)
  }
}

extension Unit {
  /// The unit as readers of a language write it.
  public func name(_ language: Language) -> String { language == .zh ? usage.zh ?? symbol : symbol }

  /// How people write it in files, the best way first.
  public var examples: [String] { usage.examples ?? [name(.zh)] }

  /// Whether a number without any unit could be misread.
  public var needsSpelling: Bool { !usage.mayBeBare }

  /// Whether its numbers are amounts, which may be taken in parts; a version or a yes is none.
  public var isAmount: Bool { usage.isAmount }

  /// What a published figure in this unit can be. It catches slips of writing (65 for 65 %), not bold figures.
  public var plausible: ClosedRange<Double> { usage.plausible }

  /// Whether a shortage or a net flow is counted in it, and may be less than none.
  public var hasBalances: Bool { usage.hasBalances }

  /// How a number of it is shown to readers.
  public var level: Figure { usage.level }

  /// How a change is shown, of which the largest beside it is given.
  public func change(upTo largest: Double) -> Figure {
    usage.changes.first { largest >= $0.from } ?? usage.level
  }

  public var isShownInPercent: Bool { level.powerOfTen == -2 }

  /// Whether a number written in another unit can be turned into this one: the same quantities above and below the
  /// stroke, so that no share is given in days a year, and no money in per cent.
  public func takes(_ other: Unit) -> Bool {
    self == other
      || dimension == other.dimension && cancelled == other.cancelled && isAmount && other.isAmount
  }

  /// Whether an amount a year, as 960 元/年, can only mean one for each person, where amounts by the person are wanted.
  public func takesWithoutPerson(_ other: Unit) -> Bool {
    dimension == Dimension(persons: -1, yuan: 1, years: -1) && other.dimension == Dimension(yuan: 1, years: -1)
  }

  /// Whether a target in this unit can be held against an indicator in the other: a share is also a ratio, but a
  /// yes or no is neither.
  public func fits(_ other: Unit) -> Bool { self == other || measuresLike(other) && takes(other) }
}
