import Domain
import Formulas
import NumericCore
import Population

extension Block {
  /// What came to no number first, though the central member has one: nil where nothing did.
  func lost(in year: Year) -> AccountingError? {
    guard let record = central?.end(of: year).record, !record.isEmpty else { return nil }
    let areas = plan.city.areas.count
    for (place, indicator) in plan.program.indicators.enumerated() where evaluation.place(of: place) >= 0 {
      for area in 0..<areas where record[plan.program.operation(of: place) * areas + area].isFinite {
        let value = evaluation.value(place, area: area)
        guard (0..<LaneVector.scalarCount).contains(where: { !value[$0].isFinite }) else { continue }
        return .noNumber(indicator: indicator.name, area: area, year: year)
      }
    }
    return nil
  }
}
