import Domain
import Formulas
import Simulation

/// Reads a file of parameter values in a dataset.
struct ParameterFile {
  private var reader: ValueReader
  private let parameters: [String: Parameter]
  private let areas: Areas
  private let baseYear: Year
  private(set) var values: [String: ParameterValues] = [:]

  var diagnostics: [Diagnostic] { reader.diagnostics }

  private static let keys = [
    "label", "unit", "values", "districts", "between", "before", "beyond", "evidence", "source", "range", "known",
    "note",
  ]
  private static let word = Label(zh: "参数", en: "parameter")
  private static let pointKeys = ["value", "evidence", "source", "range", "known", "note"]

  init(_ document: YAMLDocument, parameters: [String: Parameter], areas: Areas, baseYear: Year) {
    reader = ValueReader(document)
    self.parameters = parameters
    self.areas = areas
    self.baseYear = baseYear
    guard let root = document.root, let entries = reader.pairs(root) else { return }
    for (key, value) in entries where !reader.hasEnough { read(key, value) }
  }

  private mutating func read(_ key: YAMLValue, _ value: YAMLValue) {
    let path = key.summary
    guard let parameter = parameters[path] else {
      let near = nearestName(to: path, in: parameters.keys.sorted())
      reader.report(.unknownName(kind: ParameterFile.word, name: path, nearest: near), at: key)
      return
    }
    guard let pairs = reader.pairs(value) else { return }
    reader.checkKeys(pairs, allowed: ParameterFile.keys)
    if let unit = pairs.value(of: "unit") { check(unit, parameter) }
    var result = ParameterValues(
      label: pairs.value(of: "label").flatMap { reader.label($0) } ?? Label(zh: path, en: path))
    if let points = pairs.value(of: "values") { result.city = dated(points, parameter, defaults: pairs) }
    if let districts = pairs.value(of: "districts") { readDistricts(districts, parameter, pairs, &result) }
    if let between = pairs.value(of: "between") {
      result.between = reader.word(between, ParameterValues.Between.self) ?? result.between
    }
    if let before = pairs.value(of: "before") {
      result.before = reader.word(before, ParameterValues.Before.self) ?? result.before
    }
    if let beyond = pairs.value(of: "beyond") { result.beyond = self.beyond(beyond) ?? result.beyond }
    if parameter.scope == .district, result.all.isEmpty { reader.report(.missingKey(name: "districts"), at: key) }
    values[path] = result
  }

  private mutating func check(_ unit: YAMLValue, _ parameter: Parameter) {
    guard let text = reader.text(unit) else { return }
    guard Unit(parsing: text)?.dimension == parameter.unit.dimension else {
      reader.report(.wrongUnit(text: text, examples: parameter.unit.examples), at: unit)
      return
    }
  }

  private mutating func readDistricts(
    _ value: YAMLValue, _ parameter: Parameter, _ defaults: [(key: YAMLValue, value: YAMLValue)],
    _ result: inout ParameterValues
  ) {
    guard parameter.scope != .city else {
      reader.report(.notByDistrict(path: parameter.path), at: value)
      return
    }
    for (key, points) in reader.pairs(value) ?? [] where !reader.hasEnough {
      guard let district = areas.districts.first(where: { $0.isNamed(key.text ?? "") }) else {
        let names = areas.districts.map(\.label.zh)
        let name = key.summary
        reader.report(.unknownDistrict(name: name, nearest: nearestName(to: name, in: names)), at: key)
        continue
      }
      result.districts[district.code] = dated(points, parameter, defaults: defaults)
    }
  }

  private mutating func dated(
    _ value: YAMLValue, _ parameter: Parameter, defaults: [(key: YAMLValue, value: YAMLValue)]
  ) -> [DatedValue] {
    var result: [DatedValue] = []
    for (day, point) in reader.dates(reader.pairs(value) ?? []) {
      if let value = dated(point, day, parameter, defaults) { result.append(value) }
    }
    return result.sorted { $0.from < $1.from }
  }

  private mutating func dated(
    _ point: YAMLValue, _ day: Day, _ parameter: Parameter, _ defaults: [(key: YAMLValue, value: YAMLValue)]
  ) -> DatedValue? {
    let own = point.pairs ?? []
    reader.checkKeys(own, allowed: ParameterFile.pointKeys)
    guard let scalar = point.pairs == nil ? point : own.value(of: "value") else {
      reader.report(.missingKey(name: "value"), at: point)
      return nil
    }
    func part(_ name: String) -> YAMLValue? { own.value(of: name) ?? defaults.value(of: name) }
    guard let number = reader.number(scalar, for: parameter) else { return nil }
    guard let evidenceText = part("evidence"), let sourceText = part("source") else {
      reader.report(.noEvidence, at: point)
      return nil
    }
    guard let evidence = reader.word(evidenceText, Evidence.self), let source = reader.text(sourceText) else {
      return nil
    }
    let range = part("range").flatMap { self.range($0, parameter) }
    if evidence.needsRange, part("range") == nil { reader.report(.noRange(evidence: evidence.rawValue), at: point) }
    let usual = evidence.needsRange ? baseYear : day.year
    let known = part("known").flatMap { reader.year($0) } ?? usual
    return DatedValue(
      from: day, value: number, evidence: evidence, source: source, range: range, known: known, note: part("note")?.text
    )
  }

  private mutating func range(_ value: YAMLValue, _ parameter: Parameter) -> ClosedRange<Double>? {
    guard case .sequence(let ends) = value.content, ends.count == 2 else {
      reader.report(.expected(.list, found: value.summary), at: value)
      return nil
    }
    guard let low = reader.number(ends[0], for: parameter, checkingRange: false),
      let high = reader.number(ends[1], for: parameter, checkingRange: false)
    else { return nil }
    guard low <= high else {
      reader.report(.reversedRange(low: ends[0].summary, high: ends[1].summary), at: value)
      return nil
    }
    return low...high
  }

  private enum Ending: String, CaseIterable {
    case absent, hold, fail
  }

  private mutating func beyond(_ value: YAMLValue) -> ParameterValues.Beyond? {
    guard let pairs = value.pairs else {
      switch reader.word(value, Ending.self) {
      case .absent: return .absent
      case .hold: return .hold
      case .fail: return .fail
      case nil: return nil
      }
    }
    reader.checkKeys(pairs, allowed: ["index"])
    guard let index = pairs.value(of: "index"), let path = reader.text(index) else { return nil }
    let indicators = Model.indicators.map(\.name)
    guard parameters[path] != nil || indicators.contains(path) else {
      let near = nearestName(to: path, in: parameters.keys.sorted() + indicators)
      reader.report(.unknownName(kind: ParameterFile.word, name: path, nearest: near), at: index)
      return nil
    }
    return .index(path)
  }
}

extension Area {
  /// Whether a text is the code or a name of the area.
  func isNamed(_ text: String) -> Bool { code == text || label.zh == text || label.en == text }
}
