/// Which columns and rows a vertex rests on: what a solve can start from.
package struct Basis: Equatable, Sendable {
  /// Where a column or row stands, in Clp's numbers.
  enum Place: UInt8 {
    case free = 0
    case basic, atUpper, atLower, superBasic, fixed
  }

  /// Columns first, then rows.
  var places: [Place]
}
