import Domain
import Formulas
import NumericCore

/// Mortality of a country's Lee–Carter surface, moved to the level of each area by a logit shift.
///
/// The standard is ln m(x) = a(x) + b(x) k. An area's survivors follow Brass's
/// relational system with slope one: l'(x) = l(x) / (l(x) + (1 − l(x)) c), with
/// c = e^{2α}. The open age keeps the ratio of rates found at the age before.
///
/// Sources: Lee and Carter (1992), *JASA* 87; Brass (1971), *Biological Aspects of
/// Demography*; survivorship as in the United Nations' cohort-component method.
public struct RelationalMortality: Sendable {
  /// ln m(x) where k is zero, and its change with k.
  public let ax: AgeTable
  public let bx: AgeTable

  public init(ax: AgeTable, bx: AgeTable) {
    self.ax = ax
    self.bx = bx
  }

  /// The survivorship ratios of a year.
  ///
  /// - Parameters:
  ///   - k: the mortality index, shape `[vector]`.
  ///   - shift: α by area and sex, shape `[area][sex]`.
  public func survivorship(k: Lanes, shift: [[Lanes]], layout: LaneLayout) -> Survivorship {
    var result = Survivorship(areas: shift.count, layout: layout)
    for vector in 0..<layout.vectors {
      for sex in Sex.allCases {
        let standard = StandardTable(ax: ax, bx: bx, sex: sex, k: k.vector(vector))
        for area in shift.indices {
          let c = exponential(2 * shift[area][sex.rawValue].vector(vector))
          standard.shifted(by: c, area: area, sex: sex, vector: vector, into: &result)
        }
      }
    }
    return result
  }
}

/// The standard's life table for one sex and one vector of members.
private struct StandardTable {
  var mx: [LaneVector] = []
  var ax: [LaneVector] = []
  var lx: [LaneVector] = [LaneVector(repeating: 1)]

  init(ax level: AgeTable, bx: AgeTable, sex: Sex, k: LaneVector) {
    for x in 0..<Age.count {
      let m = exponential(level[Age(x), sex] + bx[Age(x), sex] * k)
      mx.append(m)
      ax.append(x == 0 ? infantYears(m, sex) : LaneVector(repeating: LifeTable.yearsLivedAtSingleAges))
      guard x < Age.open.years else { continue }
      lx.append(lx[x] * (1 - m / (1 + (1 - ax[x]) * m)))
    }
  }

  /// Writes the survivorship ratios of an area with the survivors' odds of death multiplied by c.
  func shifted(by c: LaneVector, area: Int, sex: Sex, vector: Int, into result: inout Survivorship) {
    let open = Age.open.years
    let survivors = lx.map { $0 / ($0 + (1 - $0) * c) }
    var before = LaneVector.zero  // person-years of the age before
    var total = LaneVector.zero
    var lastRatio = LaneVector.zero  // of the area's rate to the standard's
    for x in 0..<open {
      let deaths = survivors[x] - survivors[x + 1]
      let years = survivors[x + 1] + ax[x] * deaths
      result.sx[result.cell(area, sex, x) + vector] = x == 0 ? years : years / before
      total += years
      before = years
      lastRatio = deaths / years / mx[x]
    }
    let openYears = survivors[open] / (mx[open] * lastRatio)
    result.sx[result.cell(area, sex, open) + vector] = openYears / (before + openYears)
    result.lifeExpectancy[result.lifeExpectancyCell(area, sex) + vector] = total + openYears
  }
}

/// Years lived in the first year by those who die in it, lane by lane.
private func infantYears(_ m0: LaneVector, _ sex: Sex) -> LaneVector {
  var result = LaneVector.zero
  for lane in 0..<LaneVector.scalarCount { result[lane] = infantSeparation(m0[lane], sex: sex) }
  return result
}
