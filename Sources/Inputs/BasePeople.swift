import Domain
import Formulas
import Population

/// The people of the base year as a package's tables give them, to hold against published totals.
struct BasePeople {
  private let tables: [PopulationKind: [AgeTable]]
  private let year: Year

  init(_ residents: [AgeTable], _ registered: [AgeTable], year: Year) {
    tables = [.resident: residents, .registered: registered]
    self.year = year
  }

  /// How far a table may be off a published total, relative to it: tables come from other counts than totals.
  private static let tolerance = 0.01

  /// What is wrong with a published count of people of the base year, nil when it agrees or is no such count.
  func problem(of published: Double, _ indicator: Indicator, _ areas: Areas, _ area: Int, _ year: Year) -> Problem? {
    guard year == self.year, case .measure(let measure) = indicator.formula,
      let band = Demography.bands.first(where: { $0.measure == measure }), let tables = tables[band.kind],
      tables.count == areas.districts.count
    else { return nil }
    let counted = area == areas.cityIndex ? tables : [tables[area]]
    let sum = counted.reduce(0) { $0 + $1.sum(band.ages) }
    guard !sum.isNaN, abs(sum - published) > BasePeople.tolerance * published else { return nil }
    return .totalDiffers(sum: sum, published: published)
  }
}
