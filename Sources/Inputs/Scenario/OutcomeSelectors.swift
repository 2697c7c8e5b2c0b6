import Domain
import Formulas
import Simulation

/// Reads the values asked for on the command line: `INDICATOR@YEAR[/DISTRICT],…`, of the city where no district is named.
public struct OutcomeSelectors {
  private let document: YAMLDocument
  private let published: [Indicator]
  private let areas: Areas
  private let years: ClosedRange<Year>
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - option: where the text stands, such as `--only`.
  ///   - plan: whose indicators, years and districts are meant.
  /// - Throws: ``InputError`` with everything that is not known.
  public static func outcomes(in text: String, of option: String, _ plan: Plan) throws(InputError) -> [Outcome] {
    var reader = OutcomeSelectors(
      YAMLDocument(argument: text, named: option), plan.model, plan.city.areas, plan.scenario.horizon)
    let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
    var result: [Outcome] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      if let outcome = reader.outcome(piece, of: whole) { result.append(outcome) }
    }
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    return result
  }

  /// Reads of what every member is wanted: `INDICATOR[/DISTRICT]` in every year, of every area where none is named, and
  /// `INDICATOR@YEAR[/DISTRICT]` as above.
  ///
  /// - Throws: ``InputError`` with everything that is not known.
  public static func members(
    in text: String, of option: String, _ plan: Plan
  ) throws(InputError) -> (indicators: [String], outcomes: [Outcome]) {
    var reader = OutcomeSelectors(
      YAMLDocument(argument: text, named: option), plan.model, plan.city.areas, plan.scenario.horizon)
    let whole = YAMLValue(content: .scalar(text), line: 1, column: 1)
    var result: (indicators: [String], outcomes: [Outcome]) = ([], [])
    for piece in text.split(separator: ",") {
      if piece.contains("@") {
        if let outcome = reader.outcome(piece, of: whole) { result.outcomes.append(outcome) }
      } else if let (name, area) = reader.everyYear(piece, of: whole) {
        guard let area else {
          result.indicators.append(name)
          continue
        }
        result.outcomes += plan.scenario.horizon.map { Outcome(name, area: area, year: $0) }
      }
    }
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    return result
  }

  /// The indicator that a piece names without a year, and the area; nil where something is not known.
  private mutating func everyYear(_ piece: Substring, of value: YAMLValue) -> (name: String, area: Int?)? {
    let (document, text) = (document, value.text ?? "")
    let stroke = piece.firstIndex(of: "/")
    let indicator = indicator(document.part(piece[..<(stroke ?? piece.endIndex)], of: text, at: value))
    guard let stroke else { return indicator.map { ($0.name, nil) } }
    let area = named(document.part(piece[piece.index(after: stroke)...], of: text, at: value), for: indicator)
    guard let indicator, let area else { return nil }
    return (indicator.name, area)
  }

  /// The first piece of a text that has not the form of a selector.
  public static func malformed(_ text: String) -> String? {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
    return pieces.first { piece in
      let parts = piece.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count != 2 || parts.contains(where: \.isEmpty)
    }.map(String.init)
  }

  /// - Parameter years: those that may be asked for.
  init(_ document: YAMLDocument, _ model: Model, _ areas: Areas, _ years: ClosedRange<Year>) {
    self.document = document
    published = model.published
    self.areas = areas
    self.years = years
  }

  /// The outcome that a piece of a value's text names; nil where something is not known.
  mutating func outcome(_ piece: Substring, of value: YAMLValue) -> Outcome? {
    let (document, text) = (document, value.text ?? "")
    func part(_ piece: Substring) -> YAMLValue { document.part(piece, of: text, at: value) }
    let at = piece.firstIndex(of: "@") ?? piece.endIndex
    let rest = at < piece.endIndex ? piece[piece.index(after: at)...] : ""
    let stroke = rest.firstIndex(of: "/")
    let indicator = indicator(part(piece[..<at]))
    let year = known(part(rest[..<(stroke ?? rest.endIndex)]))
    let place = stroke.map { part(rest[rest.index(after: $0)...]) }
    let area = place.map { named($0, for: indicator) } ?? areas.cityIndex
    guard let indicator, let year, let area else { return nil }
    return Outcome(indicator.name, area: area, year: year)
  }

  private mutating func report(_ problem: Problem, at value: YAMLValue) {
    diagnostics.append(document.diagnostic(problem, at: value))
  }

  private mutating func indicator(_ value: YAMLValue) -> Indicator? {
    let name = value.text ?? ""
    if let found = published.first(where: { $0.name == name }) { return found }
    report(.noIndicator(name, among: published), at: value)
    return nil
  }

  private mutating func known(_ value: YAMLValue) -> Year? {
    guard let year = value.text.flatMap({ Int($0) }), years.contains(year) else {
      report(
        .outOfRange(text: value.text ?? "", low: "\(years.lowerBound)", high: "\(years.upperBound)"), at: value)
      return nil
    }
    return year
  }

  /// The area of a name or code; nil for none, and for a district of what is known for the city alone.
  private mutating func named(_ value: YAMLValue, for indicator: Indicator?) -> Int? {
    let name = value.text ?? ""
    guard let area = areas.all.firstIndex(where: { $0.isNamed(name) }) else {
      report(.noDistrict(name, in: areas, orCity: true), at: value)
      return nil
    }
    if let indicator, indicator.aggregation == .city, area != areas.cityIndex {
      report(.notByDistrict(path: indicator.name), at: value)
      return nil
    }
    return area
  }
}
