import Domain

/// What a scenario's change does to resolved values.
extension Resolver {
  private func district(of change: Override) -> Int? {
    change.district.flatMap(areas.index).flatMap { $0 < areas.districts.count ? $0 : nil }
  }

  /// What a change of a district is laid over; a district of a split parameter starts with no values of its own.
  private func ownSeries(of area: Int, _ resolved: ResolvedParameter) -> Series {
    resolved.districts[area] ?? (resolved.parameter.scope == .split ? emptySeries : resolved.city)
  }

  func touched(by change: Override, _ resolved: ResolvedParameter) -> [Series] {
    if let area = district(of: change) { return [ownSeries(of: area, resolved)] }
    return [resolved.city] + (resolved.parameter.scope == .district ? resolved.districts.compactMap { $0 } : [])
  }

  /// Whether a new value for the city counts nowhere, since every district has its own.
  func setsNothing(_ change: Override, _ resolved: ResolvedParameter) -> Bool {
    areas.hasCity && change.district == nil && !change.change.isAdjustment && resolved.parameter.scope == .district
      && !resolved.districts.isEmpty && resolved.districts.allSatisfy { $0 != nil }
  }

  func apply(
    _ change: Override, to resolved: inout ResolvedParameter, _ given: ParameterValues, _ index: GrowthIndex?
  ) {
    let scale = Process.Scale.natural(for: resolved.parameter)
    if let area = district(of: change) {
      var own = ownSeries(of: area, resolved)
      own.apply(change, given, growth: index?.growth(in: area), knownUntil: knownUntil, scale: scale)
      resolved.districts[area] = own
      return
    }
    let isForEvery = change.district == Override.everyDistrict
    let isSplit = resolved.parameter.scope == .split
    if !(isForEvery && isSplit) {
      resolved.city.apply(
        change, given, growth: index?.growth(in: areas.cityIndex), knownUntil: knownUntil, scale: scale)
    }
    // A factor for the city is a factor for districts with values of their own, and so is an amount unless it is the
    // city's to be shared out; a new level is not.
    let reachesOwn =
      switch (resolved.parameter.scope, change.change) {
      case (.district, .multiply), (.district, .add), (.split, .multiply): true
      case (.district, _): isForEvery || !areas.hasCity
      default: isForEvery
      }
    guard reachesOwn else { return }
    for area in resolved.districts.indices where resolved.districts[area] != nil || (isForEvery && isSplit) {
      var own = ownSeries(of: area, resolved)
      own.apply(change, given, growth: index?.growth(in: area), knownUntil: knownUntil, scale: scale)
      resolved.districts[area] = own
    }
  }
}
