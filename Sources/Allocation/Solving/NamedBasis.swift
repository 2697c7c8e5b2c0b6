/// The basis of a problem solved, with what its columns and rows are: problems differ from year to year in the rules that
/// have something to say and the needs that are there, and a basis can be carried over to what is left of it.
package struct NamedBasis: Equatable, Sendable {
  package let basis: Basis
  private let quantities: Quantities
  private let columnStarts: [Int]
  private let rows: [Int]

  init(_ basis: Basis, _ programme: AllocationProgramme, _ expanded: ExpandedProgramme) {
    self.basis = basis
    quantities = programme.quantities
    columnStarts = expanded.columnStarts
    rows = programme.rowNames
  }

  /// The basis that a programme of the same accounts, uses and transfers can start from; nil for one of others.
  ///
  /// Columns and rows of the same name stand where they stood. Of what is new a column stands at its lower bound and a
  /// row is basic, as neither had anything to say before.
  func carriedOver(to programme: AllocationProgramme, _ expanded: ExpandedProgramme) -> Basis? {
    guard quantities == programme.quantities else { return nil }
    let names = programme.rowNames
    if names == rows, columnStarts == expanded.columnStarts { return basis }
    var places = [Basis.Place](repeating: .atLower, count: expanded.linear.columnCount)
    for quantity in 0..<quantities.count {
      let columns = expanded.columns(of: quantity)
      let old = columnStarts[quantity]..<columnStarts[quantity + 1]
      for (column, before) in zip(columns, old) where basis.places[before] != .fixed {
        places[column] = basis.places[before]
      }
    }
    let oldColumns = columnStarts[quantities.count]
    var stood = [Int: Basis.Place](minimumCapacity: rows.count)
    for (row, name) in rows.enumerated() { stood[name] = basis.places[oldColumns + row] }
    places += names.map { stood[$0] ?? .basic }
    return Basis(places: places).squared(columnCount: expanded.linear.columnCount)
  }
}

extension Basis {
  /// As many basic columns and rows as there are rows. What is one too many is taken from the last columns, what is missing
  /// from the first rows: their own slack always completes a basis.
  fileprivate func squared(columnCount: Int) -> Basis {
    var result = self
    var excess = places.reduce(0) { $0 + ($1 == .basic ? 1 : 0) } - (places.count - columnCount)
    for column in (0..<columnCount).reversed() where excess > 0 && result.places[column] == .basic {
      result.places[column] = .atLower
      excess -= 1
    }
    for row in columnCount..<places.count where excess < 0 && result.places[row] != .basic {
      result.places[row] = .basic
      excess += 1
    }
    return result
  }
}
