import Domain
import Formulas
import Simulation

/// Reads the values asked for on the command line: `INDICATOR@YEAR[/DISTRICT],…`, of the city where no district is named.
public struct OutcomeSelectors {
  private let document: YAMLDocument
  private let plan: Plan
  private var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - option: where the text stands, such as `--only`.
  ///   - plan: whose indicators, years and districts are meant.
  /// - Throws: ``InputError`` with everything that is not known.
  public static func outcomes(in text: String, of option: String, _ plan: Plan) throws(InputError) -> [Outcome] {
    var reader = OutcomeSelectors(document: YAMLDocument(argument: text, named: option), plan: plan)
    var result: [Outcome] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      if let outcome = reader.outcome(piece, text) { result.append(outcome) }
    }
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    return result
  }

  /// The first piece of a text that has not the form of a selector.
  public static func malformed(_ text: String) -> String? {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false)
    return pieces.first { piece in
      let parts = piece.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count != 2 || parts.contains(where: \.isEmpty)
    }.map(String.init)
  }

  private init(document: YAMLDocument, plan: Plan) {
    self.document = document
    self.plan = plan
  }

  private mutating func outcome(_ piece: Substring, _ text: String) -> Outcome? {
    func part(_ piece: Substring) -> YAMLValue {
      let column = text.unicodeScalars.distance(from: text.startIndex, to: piece.startIndex) + 1
      return YAMLValue(content: .scalar(String(piece)), line: 1, column: column)
    }
    let at = piece.firstIndex(of: "@") ?? piece.endIndex
    let rest = at < piece.endIndex ? piece[piece.index(after: at)...] : ""
    let stroke = rest.firstIndex(of: "/")
    let indicator = published(part(piece[..<at]))
    let year = known(part(rest[..<(stroke ?? rest.endIndex)]))
    let place = stroke.map { part(rest[rest.index(after: $0)...]) }
    let area = place.map { named($0, for: indicator) } ?? plan.city.areas.cityIndex
    guard let indicator, let year, let area else { return nil }
    return Outcome(indicator.name, area: area, year: year)
  }

  private mutating func report(_ problem: Problem, at value: YAMLValue) {
    diagnostics.append(document.diagnostic(problem, at: value))
  }

  private mutating func published(_ value: YAMLValue) -> Indicator? {
    let published = plan.model.published
    let name = value.text ?? ""
    if let found = published.first(where: { $0.name == name }) { return found }
    let kind = Label(zh: "指标", en: "indicator")
    let near = nearestName(to: name, in: published.map(\.name))
    report(.unknownName(kind: kind, name: name, nearest: near), at: value)
    return nil
  }

  private mutating func known(_ value: YAMLValue) -> Year? {
    let years = plan.scenario.horizon
    guard let year = value.text.flatMap({ Int($0) }), years.contains(year) else {
      report(
        .outOfRange(text: value.text ?? "", low: "\(years.lowerBound)", high: "\(years.upperBound)"), at: value)
      return nil
    }
    return year
  }

  /// The area of a name or code; nil for none, and for a district of what is known for the city alone.
  private mutating func named(_ value: YAMLValue, for indicator: Indicator?) -> Int? {
    let (areas, name) = (plan.city.areas, value.text ?? "")
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
