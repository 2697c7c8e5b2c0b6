/// One of so many parts of a study: every so-manieth point.
///
/// The number of parts is fixed, so that parts computed at other times and places fit together.
public struct Shard: Equatable, Sendable {
  /// 1…`count`.
  public let index: Int
  public let count: Int

  public static let whole = Shard(index: 1, count: 1)

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// Reads `3/7`, the third of seven.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], (1...Self.most).contains(count),
      (1...count).contains(index)
    else { return nil }
    self.init(index: index, count: count)
  }

  /// Parts of one study.
  public static let most = 100_000

  /// The name of its store's file.
  public var file: String { count == 1 ? "study.sqlite" : "study.\(index)-of-\(count).sqlite" }

  /// The shard that a file is the store of; nil for other files.
  public init?(file: String) {
    if file == Shard.whole.file {
      self = .whole
      return
    }
    guard file.hasPrefix("study."), file.hasSuffix(".sqlite") else { return nil }
    let text = file.dropFirst("study.".count).dropLast(".sqlite".count)
    guard let middle = text.range(of: "-of-"),
      let shard = Shard("\(text[..<middle.lowerBound])/\(text[middle.upperBound...])"), shard.file == file
    else { return nil }
    self = shard
  }

  /// The part that a point belongs to.
  public func contains(_ id: Int) -> Bool { (id - 1) % count == index - 1 }

  /// How many of so many points are its own.
  public func share(of points: Int) -> Int { points < index ? 0 : (points - index) / count + 1 }

  /// Its points by their numbers, so many together.
  func ids(of points: Int, _ size: Int) -> [StrideThrough<Int>] {
    stride(from: index, through: points, by: count * size).map { first in
      stride(from: first, through: min(first + count * (size - 1), points), by: count)
    }
  }
}
