import Domain
import Formulas
import Simulation

/// Walks from a number of the central member back to what it was worked out from.
public struct Explainer: Sendable {
  private let results: Results
  private let record: Record

  /// - Parameter results: of a run that kept the records of the years asked about; nil where it kept none.
  public init?(_ results: Results) {
    guard let record = results.record else { return nil }
    self.results = results
    self.record = record
  }

  private var plan: Plan { results.plan }
  private var areas: Areas { results.areas }

  /// What there is to say of an indicator's value; nil for an indicator that the run has not.
  public func explanation(of outcome: Outcome) -> Explanation? {
    guard let indicator = record.indicator(outcome.indicator) else { return nil }
    let (area, year) = (outcome.area, outcome.year)
    let value = record.value(of: indicator.name, area: area, year: year).flatMap { $0.isNaN ? nil : $0 }
    return Explanation(
      subject: .indicator(indicator), area: area, year: year, value: value, cause: cause(of: indicator, area, year))
  }

  private func cause(of indicator: Indicator, _ area: Int, _ year: Year) -> Explanation.Cause {
    let mark = plan.mark(of: indicator, area: area, year: year)
    if case .held(let figure) = mark { return .held(figure) }
    let isCity = area == areas.cityIndex
    switch indicator.aggregation {
    case .sum where isCity && !areas.districts.isEmpty: return .districts(isByFormula: isByFormula(indicator, year))
    case .uniform where !isCity: return .city
    case .sum, .ratio, .uniform, .city: break
    }
    if case .raked(let figure) = mark { return .raked(to: figure) }
    return .formula
  }

  /// Whether the formula with the city's operands comes to the sum of the districts.
  private func isByFormula(_ indicator: Indicator, _ year: Year) -> Bool {
    let city = areas.cityIndex
    guard let sum = record.value(of: indicator.name, area: city, year: year),
      let whole = record.value(of: indicator.formula, defining: indicator.name, area: city, year: year)
    else { return false }
    return abs(sum - whole) <= rounding * max(abs(sum), abs(whole))
  }

  /// What a number was worked out from, in the order of its formula; empty for what is given, counted or published.
  ///
  /// Constants stand in the formula and are left out, as are inputs that have no value in the place.
  public func operands(of number: Explanation) -> [Explanation] {
    guard case .indicator(let indicator) = number.subject else { return [] }
    switch number.cause {
    case .districts(isByFormula: false):
      return areas.districts.indices.compactMap {
        explanation(of: Outcome(indicator.name, area: $0, year: number.year))
      }
    case .city:
      return [explanation(of: Outcome(indicator.name, area: areas.cityIndex, year: number.year))].compactMap(\.self)
    case .formula, .raked, .districts:
      return indicator.formula.operands(
        area: number.area, year: number.year, of: areas, baseYear: plan.city.baseYear
      ).compactMap { explanation(of: $0, in: indicator) }
    case .held, .given, .counted: return []
    }
  }

  private func explanation(of operand: Formula.Operand, in indicator: Indicator) -> Explanation? {
    let (area, year) = (operand.area, operand.year)
    func leaf(_ subject: Explanation.Subject, _ cause: Explanation.Cause) -> Explanation {
      let value = record.value(of: operand.formula, defining: indicator.name, area: area, year: year)
      return Explanation(
        subject: subject, area: area, year: year, value: value.flatMap { $0.isNaN ? nil : $0 }, cause: cause)
    }
    switch operand.formula.leaf {
    case .indicator(let reference): return explanation(of: Outcome(reference.name, area: area, year: year))
    case .itself: return explanation(of: Outcome(indicator.name, area: area, year: year))
    case .parameter(let parameter, _):
      let found = leaf(.parameter(parameter), .given(plan.provenance(of: parameter, area: area, year: year)))
      return found.value == nil ? nil : found
    case .measure(let measure): return leaf(.measure(measure), .counted)
    case .constant, nil: return nil
    }
  }
}

/// How far a sum of sums may be off, relative to itself.
private let rounding = 1e-12
