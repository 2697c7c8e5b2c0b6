import Domain
import Formulas
import Simulation

/// Reads the changes of a scenario's `set:` block.
struct OverrideReader {
  private var reader: ValueReader
  private let parameters: [Parameter]
  private let results: [Indicator]
  private let labels: [String: Label]
  private let areas: Areas
  private let baseYear: Year
  private(set) var overrides: [Override] = []

  var diagnostics: [Diagnostic] { reader.diagnostics }

  /// - Parameters:
  ///   - labels: names of the parameters, for suggestions.
  init(
    _ document: YAMLDocument, model: Model, labels: [String: Label], areas: Areas, baseYear: Year
  ) {
    reader = ValueReader(document)
    parameters = model.parameters
    results = model.published
    self.labels = labels
    self.areas = areas
    self.baseYear = baseYear
  }

  private static let adjusting = ["from", "to", "multiply", "add"]
  private static let words = adjusting + ["districts", "between"]

  /// Whether a key is no date and near to one of the words of a change, but none of them.
  private static func isMisspelt(_ key: YAMLValue) -> Bool {
    let text = key.text ?? ""
    return Day(parsing: text) == nil && !words.contains(text) && nearestName(to: text, in: words) != nil
  }

  /// Reads a mapping from paths to changes.
  mutating func read(_ block: YAMLValue) {
    for (key, value) in reader.pairs(block) ?? [] where !reader.hasEnough {
      guard let parameter = parameter(key) else { continue }
      read(value, parameter, district: nil, at: key)
    }
  }

  /// The parameter a key names, or a diagnostic with the nearest one.
  mutating func parameter(_ key: YAMLValue) -> Parameter? {
    let path = key.summary
    if let parameter = parameters.first(where: { $0.path == path }) { return parameter }
    if let result = results.first(where: { $0.name == path }) {
      reader.report(.resultNotParameter(path: path, label: result.label), at: key)
      return nil
    }
    let paths = parameters.map(\.path)
    let group = commonGroup(of: path, in: paths)
    switch NameSearch(paths.map { NameSearch.Entry($0, labels[$0] ?? .empty) }).meaning(of: path) {
    case .slip(let entry):
      let unit = parameters.first { $0.path == entry.name }?.unit.examples[0]
      let suggestion = Problem.Suggestion(path: entry.name, label: entry.label, unit: unit ?? "")
      reader.report(.unknownParameter(path: path, nearest: suggestion, group: group), at: key)
    // What begins paths is a group, which is better seen as a whole.
    case .words(let akin) where group != path:
      reader.report(.unknownParameter(path: path, nearest: nil, akin: akin, group: group), at: key)
    case .words, .nothing: reader.report(.unknownParameter(path: path, nearest: nil, group: group), at: key)
    }
    return nil
  }

  /// - Parameter district: the code of one, ``Override/everyDistrict``, or nil for the city.
  mutating func read(_ value: YAMLValue, _ parameter: Parameter, district: String?, at key: YAMLValue) {
    switch value.content {
    case .scalar(let text):
      guard !text.isEmpty else {
        reader.report(.emptyChange(path: parameter.path), at: key)
        return
      }
      if let number = reader.number(value, for: parameter) { add(.standing(number), parameter, district, at: key) }
    case .sequence:
      reader.report(.expected(.change, found: value.summary), at: value)
    case .mapping(let pairs):
      if let block = pairs.first(where: { $0.key.text == "districts" }) {
        reader.checkKeys(pairs, allowed: ["districts"])
        readDistricts(block.value, parameter, inside: district, at: block.key)
      } else if pairs.contains(where: { OverrideReader.adjusting.contains($0.key.text ?? "") }) {
        readAdjustment(pairs, value, parameter, district, at: key)
      } else if let word = pairs.first(where: { OverrideReader.isMisspelt($0.key) }) {
        reader.checkKeys([word], allowed: OverrideReader.words)
      } else {
        readPoints(pairs, parameter, district, at: key)
      }
    }
  }

  private mutating func readDistricts(
    _ value: YAMLValue, _ parameter: Parameter, inside district: String?, at key: YAMLValue
  ) {
    guard parameter.scope != .city, district == nil else {
      reader.report(.notByDistrict(path: parameter.path), at: key)
      return
    }
    // A district may be named by its name in either language, or its code.
    var lines: [String: Int] = [:]
    for (key, change) in reader.pairs(value) ?? [] where !reader.hasEnough {
      guard let district = self.district(key) else { continue }
      if let first = lines[district] {
        reader.report(.duplicateKey(name: key.summary, firstLine: first), at: key)
        continue
      }
      lines[district] = key.line
      read(change, parameter, district: district, at: key)
    }
  }

  /// The code of the district a key names, or of all of them.
  mutating func district(_ key: YAMLValue) -> String? {
    let name = key.summary
    if name == Override.everyDistrict { return name }
    if let district = areas.districts.first(where: { $0.isNamed(name) }) { return district.code }
    if areas.hasCity, areas.city.isNamed(name) {
      reader.report(.cityForDistrict(name: name), at: key)
      return nil
    }
    reader.report(.noDistrict(key.text ?? name, in: areas), at: key)
    return nil
  }

  private mutating func readAdjustment(
    _ pairs: [(key: YAMLValue, value: YAMLValue)], _ value: YAMLValue, _ parameter: Parameter, _ district: String?,
    at key: YAMLValue
  ) {
    reader.checkKeys(pairs, allowed: OverrideReader.adjusting)
    let multiply = pairs.value(of: "multiply")
    let add = pairs.value(of: "add")
    guard let fromValue = pairs.value(of: "from"), (multiply == nil) != (add == nil) else {
      reader.report(.conflictingChange, at: value)
      return
    }
    guard let from = reader.year(fromValue) else { return }
    var to: Year?
    if let toValue = pairs.value(of: "to") {
      guard let year = reader.year(toValue) else { return }
      guard year >= from else {
        reader.report(.emptyHorizon(from: from, to: year), at: toValue)
        return
      }
      to = year
    }
    if let multiply, let factor = reader.multiplier(multiply) {
      self.add(.multiply(by: factor, from: from, to: to), parameter, district, at: key)
    } else if let add, let amount = reader.number(add, for: parameter, checkingRange: false) {
      self.add(.add(amount, from: from, to: to), parameter, district, at: key)
    }
  }

  private mutating func readPoints(
    _ pairs: [(key: YAMLValue, value: YAMLValue)], _ parameter: Parameter, _ district: String?, at key: YAMLValue
  ) {
    var points: [Override.Point] = []
    let between = pairs.value(of: "between").flatMap { reader.word($0, ParameterValues.Between.self) }
    let pairs = pairs.filter { $0.key.text != "between" }
    for (day, value) in reader.dates(pairs) {
      if let point = self.point(value, day, parameter) { points.append(point) }
    }
    guard !points.isEmpty else {
      if pairs.isEmpty { reader.report(.emptyChange(path: parameter.path), at: key) }
      return
    }
    add(.points(points.sorted { $0.from < $1.from }, between: between), parameter, district, at: key)
  }

  /// A value, or a value with an expert's interval about it.
  private mutating func point(_ value: YAMLValue, _ day: Day, _ parameter: Parameter) -> Override.Point? {
    guard let pairs = value.pairs else {
      return reader.number(value, for: parameter).map { Override.Point(from: day, value: $0) }
    }
    reader.checkKeys(pairs.filter { !$0.key.isProbability }, allowed: ["value"])
    guard let scalar = pairs.value(of: "value") else {
      reader.report(.missingKey(name: "value"), at: value)
      return nil
    }
    guard let number = reader.number(scalar, for: parameter) else { return nil }
    let interval = reader.interval(in: pairs, about: number, written: scalar, parameter)
    return Override.Point(from: day, value: number, interval: interval)
  }

  /// Keeps a change. A parameter that counts once takes a standing value in the base year; a later date has no effect.
  private mutating func add(_ change: Override.Change, _ parameter: Parameter, _ district: String?, at key: YAMLValue) {
    var change = change
    if parameter.isFixed {
      if case .standing(let value) = change {
        change = .points([Override.Point(from: Day(firstOf: baseYear), value: value)])
      }
      guard change.firstYear(knownUntil: baseYear) <= baseYear else {
        reader.report(.onlyBaseYear(path: parameter.path, year: baseYear), at: key)
        return
      }
    }
    let origin = Origin(file: reader.document.file, line: key.line, column: key.column)
    overrides.append(Override(path: parameter.path, district: district, change: change, origin: origin))
  }
}
