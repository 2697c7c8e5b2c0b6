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

  /// In a year other than the base year, a count of the same people is at most so many times larger or smaller.
  private static let mostChange = 3.0

  /// What is wrong with a published count of people, nil when it agrees with the tables or is no such count.
  func problem(
    of published: Double, written text: String, _ indicator: Indicator, _ areas: Areas, _ area: Int, _ year: Year
  ) -> Problem? {
    guard case .measure(let measure) = indicator.formula.leaf,
      let band = Demography.bands.first(where: { $0.measure == measure }), let tables = tables[band.kind],
      tables.count == areas.districts.count
    else { return nil }
    let counted = area == areas.cityIndex ? tables : [tables[area]]
    let sum = counted.reduce(0) { $0 + $1.sum(band.ages) }
    guard !sum.isNaN, sum > 0 else { return nil }
    guard year == self.year else {
      let range = sum / BasePeople.mostChange...sum * BasePeople.mostChange
      return indicator.unit.problem(of: published, written: text, in: range)
    }
    guard abs(sum - published) > BasePeople.tolerance * published else { return nil }
    return .totalDiffers(sum: sum, published: published)
  }
}
