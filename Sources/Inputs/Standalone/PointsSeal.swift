import Publishing

/// What tells a table of points from any other: SHA-256 of its numbers, row by row, whatever way they are written.
public struct PointsSeal {
  private let hash = ContentHash()

  /// - Parameter columns: the headers of what went in, in the order of the design.
  public init(_ columns: [String]) { add(columns.joined(separator: ",")) }

  /// - Parameter row: not a number where a point leaves an input as it is.
  public mutating func add(_ row: [Double]) {
    add(row.map { $0.isNaN ? "" : "\($0)" }.joined(separator: ","))
  }

  private mutating func add(_ line: String) { hash.add("\(line)\n".utf8) }

  /// In lower-case hexadecimal digits.
  public var digits: String { hash.digits }
}
