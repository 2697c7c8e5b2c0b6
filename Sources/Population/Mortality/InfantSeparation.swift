import Domain

/// Years lived in the first year of life by those who die in it, a(0), from m(0).
///
/// Piecewise linear in the death rate of age 0, by sex. The published pieces
/// meet within 0.001 years.
///
/// - Parameter infantRate: m(0), deaths per person-year, not negative.
/// - Returns: years, 0.10...0.32.
///
/// Source: Andreev and Kingkade (2015), "Average age at death in infancy and
/// infant mortality level", *Demographic Research* 33 (13), 363–390, in the
/// form for m(0) that the *Methods Protocol for the Human Mortality Database*,
/// version 6, tabulates for period life tables.
public func infantSeparation(_ infantRate: Double, sex: Sex) -> Double {
  switch sex {
  case .female:
    if infantRate < 0.01724 { return 0.14903 - 2.05527 * infantRate }
    if infantRate < 0.06891 { return 0.04667 + 3.88089 * infantRate }
    return 0.31411
  case .male:
    if infantRate < 0.02300 { return 0.14929 - 1.99545 * infantRate }
    if infantRate < 0.08307 { return 0.02832 + 3.26021 * infantRate }
    return 0.29915
  }
}

/// Years lived between ages 1 and 5 by those who die there, from m(0).
///
/// - Parameter infantRate: m(0), deaths per person-year, not negative.
/// - Returns: years, 1.35...1.66.
///
/// Source: Coale and Demeny (1983), *Regional Model Life Tables and Stable Populations*, model West, in the form for m(0)
/// of Preston, Heuveline and Guillot (2001), *Demography*, table 3.3.
public func childSeparation(_ infantRate: Double, sex: Sex) -> Double {
  switch sex {
  case .female: infantRate < 0.107 ? 1.522 - 1.518 * infantRate : 1.361
  case .male: infantRate < 0.107 ? 1.651 - 2.816 * infantRate : 1.352
  }
}

/// a(0) for both sexes together, when only their common m(0) is known.
///
/// The plain mean of the two formulas at the common rate. Weights by each
/// sex's deaths would be exact, but those are not known here; where m(0) is
/// below 0.017 the formulas differ by less than 0.002 years, above it by up to
/// 0.07.
public func infantSeparationOfBothSexes(_ infantRate: Double) -> Double {
  let female = infantSeparation(infantRate, sex: .female)
  let male = infantSeparation(infantRate, sex: .male)
  return (female + male) / 2
}
