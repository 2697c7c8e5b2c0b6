import Domain
import Formulas
import Simulation

/// The dated values of a parameter and what holds beyond them.
extension ParameterFile {
  mutating func dated(
    _ value: YAMLValue, _ parameter: Parameter, defaults: [(key: YAMLValue, value: YAMLValue)]
  ) -> [DatedValue] {
    var result: [DatedValue] = []
    for (day, point) in reader.dates(reader.pairs(value) ?? []) {
      if let value = dated(point, day, parameter, defaults) { result.append(value) }
    }
    return result.sorted { $0.from < $1.from }
  }

  mutating func dated(
    _ point: YAMLValue, _ day: Day, _ parameter: Parameter, _ defaults: [(key: YAMLValue, value: YAMLValue)]
  ) -> DatedValue? {
    let own = reader.wholeNumbers(point.pairs ?? [])
    guard own.count == (point.pairs ?? []).count else { return nil }
    reader.checkKeys(own.filter { !$0.key.isProbability }, allowed: ParameterFile.pointKeys)
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
    let interval = reader.interval(in: own, about: number, written: scalar, parameter)
    let usual = evidence.needsRange ? baseYear ?? day.year : day.year
    let known = part("known").flatMap { reader.year($0) } ?? usual
    return DatedValue(
      from: day, value: number, evidence: evidence, source: source, range: range, interval: interval, known: known,
      impliedBy: own.value(of: "implied_by").flatMap { indicator($0) }, note: part("note")?.text,
      origin: document.passage(of: scalar).position)
  }

  /// The name of an indicator that every city has.
  private mutating func indicator(_ value: YAMLValue) -> String? {
    guard let name = reader.text(value) else { return nil }
    let known = Model.indicators.map(\.name)
    guard known.contains(name) else {
      let kind = Label(zh: "指标", en: "indicator")
      reader.report(.unknownName(kind: kind, name: name, nearest: nearestName(to: name, in: known)), at: value)
      return nil
    }
    return name
  }

  mutating func range(_ value: YAMLValue, _ parameter: Parameter) -> ClosedRange<Double>? {
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

  mutating func beyond(_ value: YAMLValue) -> ParameterValues.Beyond? {
    guard let pairs = value.pairs else {
      switch reader.word(value, Ending.self) {
      case .absent: return .absent
      case .hold: return .hold
      case .fail: return .fail
      case nil: return nil
      }
    }
    reader.checkKeys(pairs, allowed: ["index", "weight", "rest"])
    guard let index = pairs.value(of: "index") else {
      if pairs.isEmpty { reader.report(.missingKey(name: "index"), at: value) }
      return nil
    }
    return followed(index, among: Model.indicators.map(\.name)).map { .index($0) }
  }

  /// What the rest of the growth follows, where an index counts by a weight; both or neither.
  mutating func blend(_ value: YAMLValue) -> ParameterValues.Blend? {
    guard let pairs = value.pairs else { return nil }
    let parts = ["weight", "rest"].map { pairs.value(of: $0) }
    for (name, part) in zip(["weight", "rest"], parts) where part == nil && parts.contains(where: { $0 != nil }) {
      reader.report(.missingKey(name: name), at: value)
    }
    guard let weight = parts[0].flatMap({ followed($0) }), let rest = parts[1].flatMap({ followed($0) }) else {
      return nil
    }
    // A blend is one of parameters: an indicator has no value yet where values are carried on.
    if let index = pairs.value(of: "index"), Model.indicators.contains(where: { $0.name == index.text }) {
      _ = followed(index)
    }
    return ParameterValues.Blend(weight: weight, rest: rest)
  }

  /// The path of a parameter, or the name of one of some indicators.
  private mutating func followed(_ value: YAMLValue, among indicators: [String] = []) -> String? {
    guard let path = reader.text(value) else { return nil }
    guard parameters[path] != nil || indicators.contains(path) else {
      let near = nearestName(to: path, in: parameters.keys.sorted() + indicators)
      reader.report(.unknownName(kind: ParameterFile.word, name: path, nearest: near), at: value)
      return nil
    }
    return path
  }
}
