/// What a problem is worth at one setting of a rule or an amount.
public struct CurvePoint: Equatable, Sendable {
  public let setting: Double
  /// The largest value, in value × yuan; nil where no allocation keeps all rules.
  public let value: Double?
}

extension AllocationProblem {
  /// The largest value at each share that a share rule could ask for: what a floor costs.
  ///
  /// - Parameters:
  ///   - index: the place of the rule in `limits`; its bound is a share.
  ///   - shares: 0…1.
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public func curve(ofLimit index: Int, shares: [Double]) throws(AllocationError) -> [CurvePoint] {
    guard case .share = limits[index].bound else { preconditionFailure("the limit is an amount") }
    return try curve(at: shares) { $0.limits[index].bound = .share($1) }
  }

  /// The largest value at some settings, each solved from the solution of the one before.
  private func curve(
    at settings: [Double], _ set: (inout AllocationProblem, Double) -> Void
  ) throws(AllocationError) -> [CurvePoint] {
    var solver = AllocationSolver()
    var points: [CurvePoint] = []
    for setting in settings {
      var problem = self
      set(&problem, setting)
      let solution = try solver.best(problem)
      if let solution { solver = AllocationSolver(startingFrom: solution) }
      points.append(CurvePoint(setting: setting, value: solution?.value))
    }
    return points
  }
}

/// Between which settings of an amount its price stays what it is.
public struct PriceRange: Equatable, Sendable {
  /// Yuan.
  public let from: Double
  public let to: Double
  /// Change of the largest value per yuan in between.
  public let perYuan: Double
}

extension AllocationProblem {
  /// An amount on the right-hand side of one rule.
  public enum Amount: Hashable, Sendable {
    /// What an account has in a year.
    case available(account: Int, year: Int)
    /// A floor or ceiling in yuan, by its place in `limits`.
    case limit(Int)
  }

  /// How far an amount can change, within an interval, before its price does: found by solving again.
  ///
  /// The largest value is concave in the amount and made of straight pieces; the end of the piece is found by halving,
  /// to a fen. At a corner, where less has another price than more, the range begins at the present amount.
  ///
  /// - Returns: nil when there is no best allocation at the present amount, or none with a fen more.
  /// - Throws: ``AllocationError/notCertified(_:)``.
  public func range(of amount: Amount, within interval: ClosedRange<Double>) throws(AllocationError) -> PriceRange? {
    let now = value(of: amount)
    guard let here = try best(amount, now) else { return nil }
    // A price at a corner belongs to either side; a step of a fen tells which price more has.
    let step = max(0.01, now * 1e-9)
    guard let above = try best(amount, now + step) else { return nil }
    let slope = (above - here) / step
    let to = try end(of: amount, from: now, value: here, slope: slope, towards: interval.upperBound)
    let from = try end(of: amount, from: now, value: here, slope: slope, towards: interval.lowerBound)
    return PriceRange(from: from, to: to, perYuan: slope)
  }

  /// Where the straight piece of the value through a point ends.
  private func end(
    of amount: Amount, from start: Double, value: Double, slope: Double, towards limit: Double
  ) throws(AllocationError) -> Double {
    func isStraight(to setting: Double) throws(AllocationError) -> Bool {
      let expected = value + slope * (setting - start)
      guard let found = try best(amount, setting) else { return false }
      return (found - expected).magnitude <= 1e-9 * (1 + expected.magnitude)
    }
    if try isStraight(to: limit) { return limit }
    var (near, far) = (start, limit)
    while (far - near).magnitude > max(0.01, 1e-9 * near.magnitude) {
      let middle = (near + far) / 2
      if try isStraight(to: middle) { near = middle } else { far = middle }
    }
    return near
  }

  private func value(of amount: Amount) -> Double {
    switch amount {
    case .available(let account, let year): return accounts[account].available?[year] ?? .infinity
    case .limit(let index):
      guard case .yuan(let yuan) = limits[index].bound else { preconditionFailure("the limit is a share") }
      return yuan
    }
  }

  private func best(_ amount: Amount, _ setting: Double) throws(AllocationError) -> Double? {
    var problem = self
    switch amount {
    case .available(let account, let year): problem.accounts[account].available?[year] = setting
    case .limit(let index): problem.limits[index].bound = .yuan(setting)
    }
    return try AllocationSolver().best(problem)?.value
  }
}
