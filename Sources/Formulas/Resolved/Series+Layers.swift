import Domain

/// The factor from one year to the next of what a parameter is indexed to.
typealias Growth = (Year) -> Lanes

extension Series {
  /// Continues from the given index by the rule for the time beyond the last point.
  mutating func goOn(from start: Int, _ beyond: ParameterValues.Beyond, growth: Growth?, origin: Origin?) {
    guard start > 0, start < yearEnd.count else { return }
    for i in start..<yearEnd.count {
      let last = yearEnd[i - 1]
      switch beyond {
      case .absent, .fail: yearEnd[i] = .absent
      case .hold: yearEnd[i] = last
      case .index: yearEnd[i] = last.combined(with: growth?(firstYear + i) ?? .absent) { $0 * $1 }
      }
      mean[i] = yearEnd[i]
      origins[i] = origin
      spread?.carry(to: i)
    }
  }

  /// Lays a scenario's change over the values below.
  ///
  /// Years before the change keep their values to the bit.
  mutating func apply(
    _ change: Override, _ given: ParameterValues, growth: Growth?, knownUntil: Year, scale: Process.Scale = .level
  ) {
    switch change.change {
    case .standing(let value):
      lay([Override.Point(from: Day(firstOf: knownUntil + 1), value: value)], change.origin, given, growth, scale)
    case .points(let points, let between):
      lay(points, change.origin, given, growth, scale, between)
    case .multiply(let factor, let from, let to):
      adjust(from, to, change.origin) { $0.combined(with: .uniform(factor)) { $0 * $1 } }
    case .add(let amount, let from, let to):
      adjust(from, to, change.origin) { $0.combined(with: .uniform(amount)) { $0 + $1 } }
    }
  }

  /// Whether a change has something to act on: an adjustment needs a value below it.
  func isAdjustable(by change: Override.Change) -> Bool {
    switch change {
    case .standing, .points: return true
    case .multiply(_, let from, let to), .add(_, let from, let to):
      let window = years.filter { $0 >= from && $0 <= to ?? Year.max }
      return window.isEmpty || window.contains { !value(in: $0).isAbsent }
    }
  }

  private mutating func lay(
    _ points: [Override.Point], _ origin: Origin, _ given: ParameterValues, _ growth: Growth?, _ scale: Process.Scale,
    _ between: ParameterValues.Between? = nil
  ) {
    let followsIndicator = if case .index = given.beyond { growth == nil } else { false }
    let next = place(
      points, between: between ?? given.between, origin: origin, scale: scale, leavesOpen: followsIndicator)
    goOn(from: next, continuation(given), growth: growth, origin: origin)
  }

  /// A scenario's value goes on, also where the dataset's would end.
  private func continuation(_ given: ParameterValues) -> ParameterValues.Beyond {
    if case .index = given.beyond { return given.beyond }
    return .hold
  }

  private mutating func adjust(_ from: Year, _ to: Year?, _ origin: Origin, _ change: (Lanes) -> Lanes) {
    for i in yearEnd.indices {
      let year = firstYear + i
      guard year >= from, year <= to ?? Year.max else { continue }
      yearEnd[i] = change(yearEnd[i])
      mean[i] = change(mean[i])
      origins[i] = origin
    }
  }
}
