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
    switch self {
    case .parameter(let p), .meanOverYear(let p), .ofCity(let p), .ownValue(let p): return p.unit
    case .measure(let m): return m.unit
    case .indicator(let reference): return reference.unit
    case .itself: return own
    case .conversion(let c): return c.unit
    case .zero(let unit): return unit
    case .product(let a, let b): return try a.unit(of: own) * b.unit(of: own)
    case .quotient(let a, let b): return try a.unit(of: own) / b.unit(of: own)
    case .lastYear(let a), .overDistricts(let a, _, _): return try a.unit(of: own)
    case .sum(let a, let b), .difference(let a, let b), .smaller(let a, let b), .larger(let a, let b),
      .present(let a, let b), .opening(let a, let b), .roundedUp(let a, let b), .inCity(let a, let b):
      return try likeUnit([a, b], of: own)
    case .geometricMean(let terms): return try likeUnit(terms, of: own)
    case .power(let a, let b):
      try a.requireNumber(of: own, in: self)
      try b.requireNumber(of: own, in: self)
      return .ratio
    case .logNormal(_, let line, let mean, let deviation):
      _ = try likeUnit([line, mean], of: own)
      try deviation.requireNumber(of: own, in: self)
      return .share
    }
  }

  /// The unit of the first of several parts that measure alike.
  private func likeUnit(_ parts: [Formula], of own: Unit) throws(UnitClash) -> Unit {
    precondition(!parts.isEmpty, "something is put together")
    let first = try parts[0].unit(of: own)
    for part in parts.dropFirst() {
      let unit = try part.unit(of: own)
      guard first.measuresLike(unit) else {
        throw UnitClash(formula: description, left: first.symbol, right: unit.symbol)
      }
    }
    return first
  }

  /// Checks that a part of a formula is a plain number.
  private func requireNumber(of own: Unit, in whole: Formula) throws(UnitClash) {
    let found = try unit(of: own)
    guard found.measuresLike(.ratio) else {
      throw UnitClash(formula: whole.description, left: found.symbol, right: Unit.ratio.symbol)
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
