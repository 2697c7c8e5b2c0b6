import Domain

/// A formula whose units do not fit together.
public struct UnitClash: Error, Equatable, CustomStringConvertible, Sendable {
  public let formula: String
  public let left: String
  public let right: String

  package init(formula: String, left: String, right: String) {
    self.formula = formula
    self.left = left
    self.right = right
  }

  public var description: String { "\(left) and \(right) do not fit in \(formula)" }
}

extension Formula {
  /// The unit of the formula's value.
  ///
  /// - Parameter own: the unit of the indicator the formula defines.
  /// - Throws: ``UnitClash`` where unlike quantities are added or compared.
  public func unit(of own: Unit) throws(UnitClash) -> Unit {
    guard let node else { return leaf?.unit(of: own) ?? own }
    var units: [Unit] = []
    for part in parts { units.append(try part.unit(of: own)) }
    do {
      return try node.unit(of: units)
    } catch {
      throw UnitClash(formula: description, left: error.left.symbol, right: error.right.symbol)
    }
  }
}

extension Indicator {
  /// Checks that the formula yields what the indicator says it is.
  public func checkUnits() throws(UnitClash) {
    let found = try formula.unit(of: unit)
    guard found.measuresLike(unit) else {
      throw UnitClash(formula: "\(name) = \(formula)", left: unit.symbol, right: found.symbol)
    }
  }
}
