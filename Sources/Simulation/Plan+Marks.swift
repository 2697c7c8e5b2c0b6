import Domain
import Formulas
import Population

/// How an indicator's value in an area and year came about.
public enum ValueMark: Equatable, Sendable {
  /// By its formula.
  case computed
  /// A published figure stands in its place.
  case held(Observation)
  /// Scaled, so that all districts come to what is published of the city.
  case raked(to: Observation)
}

extension Plan {
  /// How an indicator's value in an area and year comes about.
  public func mark(of indicator: Indicator, area: Int, year: Year) -> ValueMark {
    let city = city.areas.cityIndex
    if indicator.observation == .holds {
      if let own = observations.holding(indicator, area: area, year: year) { return .held(own) }
      if let whole = observations.holding(indicator, area: city, year: year) {
        switch indicator.aggregation {
        case .uniform: return .held(whole)
        case .sum: return .raked(to: whole)
        case .ratio, .city: return .computed
        }
      }
    }
    guard isAnchor(indicator.name), let whole = observations.firm(indicator.name, area: city, year: year) else {
      return .computed
    }
    return area == city ? .held(whole) : .raked(to: whole)
  }
}
