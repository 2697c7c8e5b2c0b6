import Domain
import Formulas
import Simulation

/// Reads a file of parameter values in a dataset.
struct ParameterFile {
  var reader: ValueReader
  let parameters: [String: Parameter]
  let areas: Areas
  /// Nil where the package does not say.
  let baseYear: Year?
  let sources: SourceList
  /// Where unknown names begin so, the table that declares them was not read or not whole.
  let lenient: [String]
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
  static let word = Label(zh: "参数", en: "parameter")
  static let pointKeys = ["value", "evidence", "source", "range", "known", "implied_by", "note"]

  init(
    _ document: YAMLDocument, parameters: [String: Parameter], areas: Areas, baseYear: Year?, sources: SourceList,
    lenient: [String] = []
  ) {
    reader = ValueReader(document)
    self.lenient = lenient
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
      if lenient.contains(where: path.hasPrefix) { return }
      let near = nearestName(to: path, in: parameters.keys.sorted())
      reader.report(.unknownName(kind: ParameterFile.word, name: path, nearest: near), at: key)
      if let near { mentioned.insert(near) }
      return
    }
    mentioned.insert(path)
    keys[path] = key
    let soFar = reader.diagnostics.count
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
      result.blend = blend(beyond)
      indices[path] = beyond.pairs?.value(of: "index")
    }
    if pairs.value(of: "values") == nil, pairs.value(of: "districts") == nil {
      reader.report(.missingKey(name: parameter.scope == .district ? "districts" : "values"), at: key)
    } else if parameter.scope == .district, result.all.isEmpty, reader.diagnostics.count == soFar {
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
    guard let found = Unit(parsing: text), parameter.unit.takes(found) else {
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
        reader.report(.noDistrict(key.text ?? key.summary, in: areas), at: key)
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
      reader.report(.notOne(what: parameter.path, sum: sum), at: block)
      return
    }
  }
}

extension Parameter {
  /// Whether the districts' values are shares of one whole.
  var isShareOut: Bool { scope == .district && unit == .share && path.hasSuffix(".district_share") }
}

/// What is wrong with the text of a file of parameter values, the sources left aside.
package func parameterFaults(in text: String, file: String, areas: Areas) throws(InputError) -> [Diagnostic] {
  let given = Model(programmes: [], marks: areas.marks).given
  let parameters = Dictionary(uniqueKeysWithValues: given.map { ($0.path, $0) })
  let document = try YAMLDocument(file: file, text: text)
  return ParameterFile(document, parameters: parameters, areas: areas, baseYear: nil, sources: .none).diagnostics
}

extension Area {
  /// Whether a text is the code or a name of the area.
  func isNamed(_ text: String) -> Bool { code == text || label.zh == text || label.en == text }
}
