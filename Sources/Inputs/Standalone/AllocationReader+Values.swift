import Allocation
import Domain

extension AllocationReader {
  /// A list with something in it.
  mutating func list(_ value: YAMLValue) -> [YAMLValue]? {
    guard let items = value.items, !items.isEmpty else {
      reader.report(.expected(.list, found: value.items == nil ? value.summary : "[]"), at: value)
      return nil
    }
    return items
  }

  /// Yuan, zero or more: a bare number, or an amount with its unit such as `480 万元`.
  mutating func yuan(_ value: YAMLValue) -> Double? {
    guard let text = reader.text(value) else { return nil }
    switch Quantity.read(text, as: .yuan, mayBeBare: true) {
    case .success(let amount): return within(0...Limits.yuan, amount, value)
    case .failure(let error):
      reader.report(error.problem, at: value)
      return nil
    }
  }

  /// A share 0…1, or in percent.
  mutating func share(_ value: YAMLValue) -> Double? {
    guard let text = reader.text(value) else { return nil }
    switch Quantity.read(text, as: .share) {
    case .success(let share): return within(0...1, share, value)
    case .failure(let error):
      reader.report(error.problem, at: value)
      return nil
    }
  }

  /// A weight or a value of a yuan.
  mutating func factor(_ value: YAMLValue) -> Double? {
    reader.factor(value).flatMap { within(0...Limits.valueOfYuan, $0, value) }
  }

  mutating func flag(_ value: YAMLValue) -> Bool {
    enum Flag: String, CaseIterable {
      case yes = "true"
      case no = "false"
    }
    return reader.word(value, Flag.self) == .yes
  }

  private mutating func within(_ range: ClosedRange<Double>, _ number: Double, _ value: YAMLValue) -> Double? {
    guard range.contains(number) else {
      let (low, high) = (Unit.ratio.written(range.lowerBound), Unit.ratio.written(range.upperBound))
      reader.report(.outOfRange(text: value.summary, low: low, high: high), at: value)
      return nil
    }
    return number
  }

  /// Accounts by name, all when the key is missing.
  mutating func accounts(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> [Int]? {
    names(pairs.value(of: "accounts"), among: problem.accounts.map(\.name), Label(zh: "账户", en: "account"))
  }

  mutating func uses(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> [Int]? {
    names(pairs.value(of: "uses"), among: problem.uses.map(\.name), Label(zh: "用途", en: "use"))
  }

  mutating func years(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> [Int]? {
    guard let value = pairs.value(of: "years") else { return Array(0..<problem.years.count) }
    guard let items = value.text == nil ? list(value) : [value] else { return nil }
    var places: [Int] = []
    for item in items {
      guard let year = reader.year(item) else { return nil }
      guard problem.years.contains(year) else {
        let (from, to) = (problem.years.lowerBound, problem.years.upperBound)
        reader.report(.outOfRange(text: "\(year)", low: "\(from)", high: "\(to)"), at: item)
        return nil
      }
      if !places.contains(year - problem.years.lowerBound) { places.append(year - problem.years.lowerBound) }
    }
    return places
  }

  mutating func names(_ value: YAMLValue?, among known: [String], _ kind: Label) -> [Int]? {
    guard let value else { return Array(known.indices) }
    guard let items = value.text == nil ? list(value) : [value] else { return nil }
    var places: [Int] = []
    var isComplete = true
    for item in items {
      guard let place = name(item, among: known, kind) else {
        isComplete = false
        continue
      }
      if let first = places.firstIndex(of: place) {
        reader.report(.duplicateKey(name: item.summary, firstLine: items[first].line), at: item)
        isComplete = false
      }
      places.append(place)
    }
    return isComplete ? places : nil
  }

  mutating func name(_ value: YAMLValue, among known: [String], _ kind: Label) -> Int? {
    guard let text = reader.text(value) else { return nil }
    if let place = known.firstIndex(of: text) { return place }
    reader.report(.unknownName(kind: kind, name: quoted(text), nearest: nearestName(to: text, in: known)), at: value)
    return nil
  }

  /// What a rule is called, nil when it has no name.
  mutating func ruleName(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> Label? {
    pairs.value(of: "name").flatMap { reader.label($0) }
  }
}
