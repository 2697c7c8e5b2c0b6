import Domain
import Formulas

/// Values of declared indicators: a name that nobody declares does not compile.
extension Results {
  /// The value of an indicator, nil where there is none.
  public func value(_ indicator: some NamedIndicator, area: Int, year: Year) -> Double? {
    value(indicator.name, area: area, year: year)
  }

  /// The value of an indicator in the city, nil where there is none.
  public func city(_ indicator: some NamedIndicator, _ year: Year) -> Double? { city(indicator.name, year) }

  /// The members' statistics; nil without members, or where there is no value.
  public func statistics(_ indicator: some NamedIndicator, area: Int, year: Year) -> Statistics? {
    statistics(indicator.name, area: area, year: year)
  }

  /// The quantile of an indicator's members, which must have been kept; nil without members.
  public func quantile(_ probability: Double, of indicator: some NamedIndicator, area: Int, year: Year) -> Double? {
    quantile(probability, of: indicator.name, area: area, year: year)
  }
}
