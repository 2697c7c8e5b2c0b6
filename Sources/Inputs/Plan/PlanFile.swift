import Domain
import Formulas
import Simulation
import Targets

/// Reads a plan file.
struct PlanFile {
  private let path: String
  private let source: InputFile
  private let dataset: Dataset
  private let indicators: [Indicator]
  private var reader: ValueReader

  static let keys = ["name", "title", "targets"]
  static let entryKeys = [
    "indicator", "programme", "label", "unit", "comparator", "values", "kind", "zone", "growing", "source", "note",
  ]

  init(_ path: String, _ dataset: Dataset) throws(InputError) {
    self.path = path
    self.dataset = dataset
    indicators = dataset.city.model.published
    let bytes = try bytes(ofFile: path, limit: Limits.textBytes)
    source = InputFile(path: path, bytes: bytes)
    reader = ValueReader(try YAMLDocument(file: path, text: try text(of: bytes, inFile: path)))
  }

  /// - Throws: ``InputError`` with everything found wrong.
  consuming func plan() throws(InputError) -> TargetPlan {
    guard let root = reader.document.root else { throw InputError(ofFile: path, .missingKey(name: "targets")) }
    let pairs = reader.pairs(root) ?? []
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    reader.checkKeys(pairs, allowed: PlanFile.keys)
    let name = pairs.value(of: "name").flatMap { reader.fileName($0) } ?? fileStem(path)
    let title = pairs.value(of: "title").flatMap { reader.label($0) } ?? Label(zh: name, en: name)
    var entries: [TargetPlan.Entry] = []
    if let block = pairs.value(of: "targets") {
      for (key, value) in reader.pairs(block) ?? [] where !reader.hasEnough {
        if let entry = entry(key, value) { entries.append(entry) }
      }
    } else {
      reader.report(.missingKey(name: "targets"), at: root)
    }
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    return TargetPlan(name: name, title: title, entries: entries, source: source)
  }

  private mutating func entry(_ key: YAMLValue, _ value: YAMLValue) -> TargetPlan.Entry? {
    let id = key.summary
    if dataset.city.targets.contains(where: { $0.id == id }) { reader.report(.targetExists(id: id), at: key) }
    guard let pairs = reader.pairs(value) else { return nil }
    reader.checkKeys(pairs, allowed: PlanFile.entryKeys)
    let indicator = indicator(pairs)
    guard let unit = unit(pairs, indicator, at: key) else { return nil }
    let comparator = pairs.value(of: "comparator").flatMap { reader.word($0, Target.Comparator.self) } ?? .atLeast
    guard let values = pairs.value(of: "values") else {
      reader.report(.missingKey(name: "values"), at: key)
      return nil
    }
    let text = { (name: String) in pairs.value(of: name)?.text ?? "" }
    return TargetPlan.Entry(
      id: id, indicator: indicator,
      label: pairs.value(of: "label").flatMap { reader.label($0) } ?? indicator?.label ?? Label(zh: id, en: id),
      unit: unit, zone: text("zone"), kind: pairs.value(of: "kind").flatMap { kind($0) },
      isGrowing: pairs.value(of: "growing").map { isTrue($0) } ?? false,
      wishes: wishes(values, unit, comparator), source: text("source"), note: text("note"))
  }

  /// The indicator that an entry is judged by, named itself or by a programme; nil for none.
  private mutating func indicator(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> Indicator? {
    if let value = pairs.value(of: "indicator"), let name = reader.text(value) {
      if let found = indicators.first(where: { $0.name == name }) { return found }
      reader.report(.noIndicator(name, among: indicators), at: value)
    } else if let value = pairs.value(of: "programme"), let name = reader.text(value) {
      let programmes = dataset.city.programmes
      if let found = programmes.first(where: { $0.id == name }) { return found.level }
      let search = NameSearch(programmes.map { NameSearch.Entry($0.id, $0.label) })
      reader.report(.unknown(name, kind: Label(zh: "项目", en: "programme"), in: search), at: value)
    }
    return nil
  }

  /// The unit of the values: the indicator's, or one that is stated where there is none.
  private mutating func unit(
    _ pairs: [(key: YAMLValue, value: YAMLValue)], _ indicator: Indicator?, at key: YAMLValue
  ) -> Unit? {
    if let indicator { return indicator.unit }
    // Of an indicator that is not known enough is said.
    guard pairs.value(of: "indicator") == nil, pairs.value(of: "programme") == nil else { return nil }
    guard let value = pairs.value(of: "unit") else {
      reader.report(.missingKey(name: "indicator"), at: key)
      return nil
    }
    if let unit = value.text.flatMap(PlanFile.unit) { return unit }
    let known = Unit.all.map { $0.name(.zh) }
    reader.report(
      .unknownWord(text: value.summary, nearest: nearestName(to: value.text ?? "", in: known), allowed: known),
      at: value)
    return nil
  }

  /// A unit of the model's list by its name in either language.
  static func unit(_ text: String) -> Unit? { Unit.all.first { [$0.symbol, $0.name(.zh)].contains(text) } }

  private mutating func wishes(
    _ values: YAMLValue, _ unit: Unit, _ usual: Target.Comparator
  ) -> [TargetPlan.Wish] {
    (reader.pairs(values) ?? []).compactMap { key, value -> TargetPlan.Wish? in
      guard let year = reader.year(key), let text = reader.text(value) else { return nil }
      switch PlanCell.read(text, as: unit) {
      case .failure(let error): reader.report(error.problem, at: value)
      case .success(.blank): break
      case .success(.wanted(let comparator, let number, let precision)):
        return TargetPlan.Wish(year: year, comparator: comparator ?? usual, value: number, precision: precision)
      }
      return nil
    }.sorted { $0.year < $1.year }
  }

  private mutating func kind(_ value: YAMLValue) -> Target.Kind? {
    if let kind = Target.Kind.allCases.first(where: { $0.label.zh == value.text }) { return kind }
    return reader.word(value, Target.Kind.self)
  }

  private mutating func isTrue(_ value: YAMLValue) -> Bool {
    if let found = ["yes": true, "true": true, "no": false, "false": false][value.text ?? ""] { return found }
    reader.report(.unknownWord(text: value.summary, nearest: nil, allowed: ["yes", "no"]), at: value)
    return false
  }
}
