extension AllocationProgramme {
  /// The best amounts that keep some fen away from the edge of each rule, where it has room, in yuan by quantity.
  ///
  /// A row moves by no more than its coefficients when each amount moves by a fen; twice that is kept free. Missing it
  /// costs more than money is worth, but is allowed.
  ///
  /// - Throws: ``AllocationError/notCertified(_:)``.
  func quantitiesWithRoom() throws(AllocationError) -> [Double] {
    var roomy = self
    var parts: [(part: Part, cost: Double)] = []
    var most: [Part: Double] = [:]
    for (_, part) in rules {
      guard let row = part.row else { continue }
      let margin = rows[row].reduce(0) { $0 + rows.coefficients[$1].magnitude } * AllocationProgramme.room
      if case .rowLower = part { roomy.rowLower[row] += margin } else { roomy.rowUpper[row] -= margin }
      parts.append((part, AllocationProgramme.priceOfRoom))
      most[part] = margin / unit
    }
    var expanded = roomy.expanded(elastic: parts)
    for (part, column) in expanded.elasticColumns { expanded.linear.upper[column] = most[part] ?? 0 }
    let vertex = try expanded.linear.optimumOfBounded(preference: roomy.preference(expanded))
    return expanded.quantities(of: vertex.x).map { $0 * unit }
  }

  /// Yuan: two fen.
  private static let room = 0.02
  /// In units of value, of which a yuan in the best use has less than two.
  private static let priceOfRoom = 16.0
}

extension AllocationProgramme.Part {
  /// The row it is an end of, nil for the end of a quantity.
  var row: Int? {
    switch self {
    case .rowLower(let row), .rowUpper(let row): row
    case .lower, .upper: nil
    }
  }
}
