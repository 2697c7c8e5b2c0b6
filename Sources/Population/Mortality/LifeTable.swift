import Domain

/// A period life table with radix 1, by single ages or by age intervals.
///
/// Every column has one entry an age interval, the youngest first; the last
/// interval is open.
public struct LifeTable: Equatable, Sendable {
  /// First age of each interval, in years.
  public let ages: [Int]
  /// Death rate, deaths per person-year.
  public let mx: [Double]
  /// Years lived in the interval by those who die in it; 1/m at the open age.
  public let ax: [Double]
  /// Probability of dying in the interval for those alive at its beginning.
  public let qx: [Double]
  /// Share of the born who are alive at the beginning of the interval.
  public let lx: [Double]
  /// Share of the born who die in the interval.
  public let dx: [Double]
  /// Lx: years lived in the interval, per person born.
  public let personYears: [Double]
  /// Tx: years lived in the interval and after it, per person born.
  public let personYearsAbove: [Double]
  /// Life expectancy at the beginning of the interval, years.
  public let ex: [Double]
  /// Survivorship ratios of a table by single ages, empty for wider intervals.
  ///
  /// `sx[0]` is the share of a year's births alive at its end, L(0)/l(0);
  /// `sx[x]` takes age x − 1 to age x, L(x)/L(x − 1); at the open age ω it
  /// takes both of the last two ages, T(ω)/T(ω − 1).
  public let sx: [Double]
}

extension LifeTable {
  /// Years lived by those who die at a single age above 0, evenly through the year.
  static let yearsLivedAtSingleAges = 0.5

  /// A life table by single ages 0...ω, the last one open.
  ///
  /// a(0) is taken from m(0) by sex (``infantSeparation(_:sex:)``), a(x) = 0.5
  /// at the other single ages and 1/m at the open age.
  ///
  /// - Parameters:
  ///   - mx: deaths per person-year, ages 0...ω. Zero is fine below ω.
  ///   - sex: decides a(0) only.
  /// - Throws: see ``init(widths:mx:ax:)``.
  public init(mx: [Double], sex: Sex) throws(MortalityError) {
    guard mx.count >= 2 else { throw .shape(expected: 2, found: mx.count) }
    var ax = Array(repeating: Self.yearsLivedAtSingleAges, count: mx.count - 1)
    ax[0] = infantSeparation(mx[0], sex: sex)
    try self.init(widths: Array(repeating: 1, count: mx.count - 1), mx: mx, ax: ax)
  }

  /// An abridged life table by the intervals 0, 1–4, 5–9 … and an open last one.
  ///
  /// a(0) is taken from m(0) by sex (``infantSeparation(_:sex:)``), a of 1–4 from m(0) by Coale and Demeny's
  /// tables (model West), 2.5 years in the five-year intervals.
  ///
  /// - Parameters:
  ///   - mx: deaths per person-year by interval.
  ///   - widths: 1, 4, then 5.
  /// - Throws: see ``init(widths:mx:ax:)``.
  ///
  /// Source: Preston, Heuveline and Guillot (2001), *Demography*, table 3.3 and box 3.1.
  public init(abridged mx: [Double], widths: [Int], sex: Sex) throws(MortalityError) {
    guard mx.count >= 3, mx.count == widths.count + 1 else { throw .shape(expected: widths.count + 1, found: mx.count) }
    var ax = widths.map { Double($0) / 2 }
    ax[0] = infantSeparation(mx[0], sex: sex)
    ax[1] = childSeparation(mx[0], sex: sex)
    try self.init(widths: widths, mx: mx, ax: ax)
  }

  /// A life table by age intervals of any width from age 0, the last one open.
  ///
  /// q = n·m / (1 + (n − a)·m) over a width of n years.
  ///
  /// - Parameters:
  ///   - widths: years of each closed interval, one fewer than `mx`.
  ///   - mx: deaths per person-year. Zero is fine below the open age.
  ///   - ax: years lived by those who die in each closed interval.
  /// - Throws: ``MortalityError/shape(expected:found:)``,
  ///   ``MortalityError/rate(age:found:)``, ``MortalityError/zeroRate(age:)``
  ///   for the open age, ``MortalityError/rateTooHigh(age:found:limit:)``,
  ///   ``MortalityError/yearsLivedByTheDead(age:found:width:)``.
  ///
  /// Source: Preston, Heuveline and Guillot (2001), *Demography*, chapter 3, box 3.1.
  public init(widths: [Int], mx: [Double], ax: [Double]) throws(MortalityError) {
    guard mx.count == widths.count + 1 else {
      throw .shape(expected: widths.count + 1, found: mx.count)
    }
    guard ax.count == widths.count else { throw .shape(expected: widths.count, found: ax.count) }
    let ages = Self.ages(widths: widths)
    try Self.check(ages: ages, widths: widths, mx: mx, ax: ax)
    let qx = widths.indices.map { index in
      let n = Double(widths[index])
      return n * mx[index] / (1 + (n - ax[index]) * mx[index])
    }
    self.init(widths: widths, qx: qx, ax: ax, rates: mx)
  }
}

extension LifeTable {
  /// Fills all columns from checked probabilities and rates.
  ///
  /// - Parameters:
  ///   - qx: below 1, one a closed interval.
  ///   - rates: m of every interval, the open one included, that belong to `qx`.
  init(widths: [Int], qx: [Double], ax: [Double], rates: [Double]) {
    let open = widths.count
    var lx = Array(repeating: 1.0, count: open + 1)
    var dx = lx
    var personYears = lx
    for index in 0..<open {
      dx[index] = lx[index] * qx[index]
      lx[index + 1] = lx[index] - dx[index]
      personYears[index] = Double(widths[index]) * lx[index + 1] + ax[index] * dx[index]
    }
    dx[open] = lx[open]
    personYears[open] = lx[open] / rates[open]

    var personYearsAbove = personYears
    for index in stride(from: open - 1, through: 0, by: -1) {
      personYearsAbove[index] += personYearsAbove[index + 1]
    }
    self.ages = Self.ages(widths: widths)
    mx = rates
    self.ax = ax + [1 / rates[open]]
    self.qx = qx + [1]
    ex = zip(personYearsAbove, lx).map { $0 / $1 }
    sx =
      widths.allSatisfy { $0 == 1 }
      ? survivorshipRatios(personYears: personYears, personYearsAbove: personYearsAbove) : []
    self.lx = lx
    self.dx = dx
    self.personYears = personYears
    self.personYearsAbove = personYearsAbove
  }

  private static func ages(widths: [Int]) -> [Int] {
    var ages = [0]
    for width in widths { ages.append(ages[ages.count - 1] + width) }
    return ages
  }

  private static func check(
    ages: [Int], widths: [Int], mx: [Double], ax: [Double]
  ) throws(MortalityError) {
    for (age, rate) in zip(ages, mx) where !rate.isFinite || rate < 0 {
      throw .rate(age: age, found: rate)
    }
    let open = widths.count
    if mx[open] == 0 { throw .zeroRate(age: ages[open]) }
    for index in 0..<open {
      let years = ax[index]
      guard years > 0, years <= Double(widths[index]) else {
        throw .yearsLivedByTheDead(age: ages[index], found: years, width: widths[index])
      }
      if mx[index] * years >= 1 {
        throw .rateTooHigh(age: ages[index], found: mx[index], limit: 1 / years)
      }
    }
  }
}

/// S(0) = L(0)/l(0), S(x) = L(x)/L(x − 1), and T(ω)/T(ω − 1) at the open age.
private func survivorshipRatios(
  personYears: [Double], personYearsAbove: [Double]
) -> [Double] {
  let open = personYears.count - 1
  var sx = personYears  // the radix is 1, so sx[0] = L(0)
  for age in stride(from: 1, to: open, by: 1) {
    sx[age] = personYears[age] / personYears[age - 1]
  }
  sx[open] = personYearsAbove[open] / personYearsAbove[open - 1]
  return sx
}
