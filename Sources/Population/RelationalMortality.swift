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
  ///   - k: the mortality index.
  ///   - shift: α by area and sex, shape `[area][sex]`, the city last.
  public func survivorship(k: Lanes, shift: [[Lanes]]) -> Survivorship {
    var result = Survivorship(areas: shift.count)
    for sex in Sex.allCases {
      let odds = shift.map { exponential(2 * $0[sex.rawValue].vector) }
      StandardTable(ax: ax, bx: bx, sex: sex, k: k.vector).shifted(by: odds, sex: sex, into: &result)
    }
    return result
  }
}

/// The standard's life table for one sex.
private struct StandardTable {
  private var mx: [LaneVector] = []
  private let infantYears: LaneVector
  private var lx: [LaneVector] = [LaneVector(repeating: 1)]

  init(ax level: AgeTable, bx: AgeTable, sex: Sex, k: LaneVector) {
    mx = (0..<Age.count).map { exponential(level[Age($0), sex] + bx[Age($0), sex] * k) }
    infantYears = yearsOfInfants(mx[0], sex)
    for x in 0..<Age.open.years { lx.append(lx[x] * (1 - mx[x] / (1 + (1 - ax(x)) * mx[x]))) }
  }

  /// Years lived in the age by those who die in it.
  private func ax(_ x: Int) -> LaneVector {
    x == 0 ? infantYears : LaneVector(repeating: LifeTable.yearsLivedAtSingleAges)
  }

  /// Writes the survivorship ratios of areas with the survivors' odds of death multiplied by c.
  func shifted(by c: [LaneVector], sex: Sex, into result: inout Survivorship) {
    let open = Age.open.years
    let areas = c.count
    var survivors = Array(repeating: LaneVector(repeating: 1), count: areas)
    var before = Array(repeating: LaneVector.zero, count: areas)  // person-years of the age before
    var total = before
    var lastDeaths = before
    // The city's, one more than there are ages: survivors to age 60 stand at the end.
    var cityYears = Array(repeating: LaneVector.zero, count: Age.elderlyCount + 1)
    result.sx.withUnsafeMutableBufferPointer { sx in
      for x in 0..<open {
        let ax = ax(x)
        let next = lx[x + 1]
        let dead = 1 - next
        let row = (sex.rawValue * Age.count + x) * areas
        for area in 0..<areas {
          let alive = next / (next + dead * c[area])
          let deaths = survivors[area] - alive
          let years = alive + ax * deaths
          sx[row + area] = x == 0 ? years : years / before[area]
          total[area] += years
          before[area] = years
          survivors[area] = alive
          lastDeaths[area] = deaths
        }
        if x >= Age.elderly.years { cityYears[x - Age.elderly.years] = before[areas - 1] }
        if x == Age.elderly.years - 1 { cityYears[Age.elderlyCount] = survivors[areas - 1] }
      }
      let row = (sex.rawValue * Age.count + open) * areas
      for area in 0..<areas {
        let openYears = survivors[area] / (mx[open] * (lastDeaths[area] / before[area] / mx[open - 1]))
        sx[row + area] = openYears / (before[area] + openYears)
        total[area] += openYears
        before[area] = openYears
      }
    }
    for area in 0..<areas { result.lifeExpectancy[result.lifeExpectancyCell(area, sex)] = total[area] }
    cityYears[Age.elderlyCount - 1] = before[areas - 1]
    for index in 0..<Age.elderlyCount {
      result.cityYearsAbove60[sex.rawValue * Age.elderlyCount + index] = cityYears[index] / cityYears[Age.elderlyCount]
    }
  }
}

/// Years lived in the first year by those who die in it, lane by lane.
private func yearsOfInfants(_ m0: LaneVector, _ sex: Sex) -> LaneVector {
  var result = LaneVector.zero
  for lane in 0..<LaneVector.scalarCount { result[lane] = infantSeparation(m0[lane], sex: sex) }
  return result
}
