import RealModule

/// A relational shift of a life table: the logit of survival moves by α at all ages.
///
/// With Y(x) = ½ ln((1 − l(x)) / l(x)) the shifted table has Y'(x) = Y(x) + α,
/// so α < 0 lowers mortality. The second parameter of the relation, β, is 1:
/// the age pattern is the standard's. The shift fades by itself at old ages.
///
/// Source: Brass (1971), "On the scale of mortality", in *Biological Aspects
/// of Demography*; Preston, Heuveline and Guillot (2001), *Demography*,
/// chapter 9.
public struct BrassShift: Equatable, Sendable {
  /// Odds of being dead at an age, relative to the standard: c = e^{2α}.
  public let oddsRatio: Double

  /// The shift by α, finite; 0 leaves a table as it is.
  public init(alpha: Double) {
    precondition(alpha.isFinite, "a shift is a finite number")
    oddsRatio = .exp(2 * alpha)
  }
}

extension BrassShift {
  /// The shifted life table; its survivorship ratios are ``LifeTable/sx``.
  ///
  /// From l' = l / (l + (1 − l)·c) follows, without a difference of near
  /// numbers, q'(x) = c·q(x) / (l(x + n) + (1 − l(x + n))·c). a(x) stays the
  /// standard's, so L' = n·l'(x + n) + a·d' and m' = q' / (n − (n − a)·q'). The
  /// rate of the open age changes in the ratio of the age before it.
  ///
  /// - Throws: ``MortalityError/zeroRate(age:)`` when the standard has no
  ///   deaths at the last closed age, whose ratio the open age takes.
  public func lifeTable(from standard: LifeTable) throws(MortalityError) -> LifeTable {
    let open = standard.ages.count - 1
    guard standard.mx[open - 1] > 0 else { throw .zeroRate(age: standard.ages[open - 1]) }
    var widths: [Int] = []
    var qx: [Double] = []
    var rates: [Double] = []
    for index in 0..<open {
      let width = standard.ages[index + 1] - standard.ages[index]
      let alive = standard.lx[index + 1]
      let q = oddsRatio * standard.qx[index] / (alive + (1 - alive) * oddsRatio)
      let n = Double(width)
      widths.append(width)
      qx.append(q)
      rates.append(q / (n - (n - standard.ax[index]) * q))
    }
    rates.append(standard.mx[open] * rates[open - 1] / standard.mx[open - 1])
    return LifeTable(
      widths: widths, qx: qx, ax: Array(standard.ax[..<open]), rates: rates)
  }
}
