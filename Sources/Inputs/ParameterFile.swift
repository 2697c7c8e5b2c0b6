import Domain
import Formulas
import Simulation

/// Reads a file of parameter values in a dataset.
struct ParameterFile {
  private var reader: ValueReader
  private let parameters: [String: Parameter]
  private let areas: Areas
  /// Nil where the package does not say.
  private let baseYear: Year?
  private let sources: SourceList
  private(set) var values: [String: ParameterValues] = [:]
  /// The parameters written about, however badly, and those that misspelt keys most likely mean.
  private(set) var mentioned = Set<String>()
  /// For each parameter read, its key; for each that follows another, where it says so.
  private(set) var keys: [String: YAMLValue] = [:]
  private(set) var indices: [String: YAMLValue] = [:]

  var document: YAMLDocument { reader.document }
  var diagnostics: [Diagnostic] { reader.diagnostics }
  var remarks: [Diagnostic] { reader.remarks }

  private static let entryKeys = [
    "label", "unit", "values", "districts", "between", "before", "beyond", "evidence", "source", "range", "known",
    "note",
  ]
  private static let word = Label(zh: "参数", en: "parameter")
  private static let pointKeys = ["value", "evidence", "source", "range", "known", "note"]

  /// Beyond these a date is a slip.
  private static let years = 1900...2200

  init(_ document: YAMLDocument, parameters: [String: Parameter], areas: Areas, baseYear: Year?, sources: SourceList) {
    reader = ValueReader(document)
    self.sources = sources
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
      if let near { mentioned.insert(near) }
      return
    }
    mentioned.insert(path)
    keys[path] = key
    guard let pairs = reader.pairs(value) else { return }
    for name in ["label", "unit"] where pairs.value(of: name) == nil { reader.remark(.missingKey(name: name), at: key) }
    reader.checkKeys(pairs, allowed: ParameterFile.entryKeys)
    if let unit = pairs.value(of: "unit") { check(unit, parameter) }
    var result = ParameterValues(
      label: pairs.value(of: "label").flatMap { reader.label($0) } ?? Label(zh: path, en: path))
    if let points = pairs.value(of: "values") { result.city = dated(points, parameter, defaults: pairs) }
    if let block = pairs.first(where: { $0.key.text == "districts" }) {
      readDistricts(block.value, parameter, pairs, &result, at: block.key)
    }
    if let between = pairs.value(of: "between") {
      result.between = reader.word(between, ParameterValues.Between.self) ?? result.between
    }
    if let before = pairs.value(of: "before") {
      result.before = reader.word(before, ParameterValues.Before.self) ?? result.before
    }
    if let beyond = pairs.value(of: "beyond") {
      result.beyond = self.beyond(beyond) ?? result.beyond
      indices[path] = beyond.pairs?.value(of: "index")
    }
    if pairs.value(of: "values") == nil, pairs.value(of: "districts") == nil {
      reader.report(.missingKey(name: parameter.scope == .district ? "districts" : "values"), at: key)
    } else if parameter.scope == .district, result.all.isEmpty {
      reader.report(.missingKey(name: "districts"), at: key)
    }
    if result.before == .fail { checkBeginning(result, parameter, at: pairs.value(of: "before") ?? key) }
    values[path] = result
  }

  /// What may not be missing before the first date must be known in the base year.
  private mutating func checkBeginning(_ values: ParameterValues, _ parameter: Parameter, at place: YAMLValue) {
    guard let baseYear else { return }
    var series = values.districts.keys.sorted().map { code in
      (areas.districts.first { $0.code == code }?.label.zh ?? code, values.districts[code] ?? [])
    }
    if !values.city.isEmpty || parameter.scope == .city { series.append((areas.city.label.zh, values.city)) }
    for (area, points) in series {
      let first = points.first { $0.known <= baseYear }
      if (first?.from.year ?? baseYear + 1) > baseYear {
        reader.remark(.outsideDates(path: parameter.path, area: area, year: baseYear), at: place)
      }
    }
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
    _ result: inout ParameterValues, at block: YAMLValue
  ) {
    guard parameter.scope != .city else {
      reader.report(.notByDistrict(path: parameter.path), at: block)
      return
    }
    var isComplete = true
    for (key, points) in reader.pairs(value) ?? [] where !reader.hasEnough {
      guard let district = areas.districts.first(where: { $0.isNamed(key.text ?? "") }) else {
        isComplete = false
        let names = areas.districts.map(\.label.zh)
        let name = key.summary
        reader.report(.unknownDistrict(name: name, nearest: nearestName(to: name, in: names)), at: key)
        continue
      }
      if result.districts[district.code] != nil { reader.report(.duplicateRow(key: district.label.zh), at: key) }
      result.districts[district.code] = dated(points, parameter, defaults: defaults)
    }
    guard isComplete, parameter.scope == .district, result.city.isEmpty else { return }
    let missing = areas.districts.filter { result.districts[$0.code]?.isEmpty ?? true }
    for district in missing {
      reader.remark(.missingDistrict(path: parameter.path, district: district.label.zh), at: block)
    }
    if missing.isEmpty, parameter.isShareOut { checkSum(result, parameter, at: block) }
  }

  /// Shares of the districts must add up to one from each date on.
  private mutating func checkSum(_ values: ParameterValues, _ parameter: Parameter, at block: YAMLValue) {
    let codes = values.districts.keys.sorted()
    for day in Set(values.districts.values.joined().map(\.from)).sorted() {
      let shares = codes.compactMap { code in values.districts[code]?.last { $0.from <= day }?.value }
      let sum = shares.reduce(0, +)
      guard shares.count == codes.count, abs(sum - 1) >= 1e-9 else { continue }
      reader.remark(.notOne(what: parameter.path, sum: sum), at: block)
      return
    }
  }

  private mutating func dated(
    _ value: YAMLValue, _ parameter: Parameter, defaults: [(key: YAMLValue, value: YAMLValue)]
  ) -> [DatedValue] {
    var result: [DatedValue] = []
    for (day, point) in reader.dates(reader.pairs(value) ?? []) {
      guard ParameterFile.years.contains(day.year) else {
        let (low, high) = ("\(ParameterFile.years.lowerBound)", "\(ParameterFile.years.upperBound)")
        reader.report(.outOfRange(text: "\(day.year)", low: low, high: high), at: point)
        continue
      }
      if let value = dated(point, day, parameter, defaults) { result.append(value) }
    }
    return result.sorted { $0.from < $1.from }
  }

  private mutating func dated(
    _ point: YAMLValue, _ day: Day, _ parameter: Parameter, _ defaults: [(key: YAMLValue, value: YAMLValue)]
  ) -> DatedValue? {
    let own = reader.wholeNumbers(point.pairs ?? [])
    guard own.count == (point.pairs ?? []).count else { return nil }
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
    reader.remark(sources.problem(of: source), at: sourceText)
    let range = part("range").flatMap { self.range($0, parameter) }
    if let range, !range.contains(number), let ends = part("range")?.items {
      reader.remark(
        .outsideOwnRange(text: scalar.summary, low: ends[0].summary, high: ends[1].summary), at: scalar)
    }
    if evidence.needsRange, part("range") == nil { reader.report(.noRange(evidence: evidence.rawValue), at: point) }
    let usual = evidence.needsRange ? baseYear ?? day.year : day.year
    let known = part("known").flatMap { reader.year($0) } ?? usual
    return DatedValue(
      from: day, value: number, evidence: evidence, source: source, range: range, known: known, note: part("note")?.text
    )
  }

  private mutating func range(_ value: YAMLValue, _ parameter: Parameter) -> ClosedRange<Double>? {
    guard let ends = value.items, ends.count == 2 else {
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
    guard let index = pairs.value(of: "index") else {
      if pairs.isEmpty { reader.report(.missingKey(name: "index"), at: value) }
      return nil
    }
    guard let path = reader.text(index) else { return nil }
    let indicators = Model.indicators.map(\.name)
    guard parameters[path] != nil || indicators.contains(path) else {
      let near = nearestName(to: path, in: parameters.keys.sorted() + indicators)
      reader.report(.unknownName(kind: ParameterFile.word, name: path, nearest: near), at: index)
      return nil
    }
    return .index(path)
  }
}

extension Parameter {
  /// Whether the districts' values are shares of one whole.
  var isShareOut: Bool { scope == .district && unit == .share && path.hasSuffix(".district_share") }
}

/// What is wrong with the text of a file of parameter values, the sources left aside.
package func parameterFaults(in text: String, file: String, areas: Areas) throws(InputError) -> [Diagnostic] {
  let parameters = Dictionary(uniqueKeysWithValues: Model.parameters.map { ($0.path, $0) })
  let document = try YAMLDocument(file: file, text: text)
  return ParameterFile(document, parameters: parameters, areas: areas, baseYear: nil, sources: .none).diagnostics
}

extension Area {
  /// Whether a text is the code or a name of the area.
  func isNamed(_ text: String) -> Bool { code == text || label.zh == text || label.en == text }
}
