import Domain
import Formulas
import Studies

/// Reads the values that one address of a study takes.
struct AxisReader {
  private let address: Address
  private let parameter: Parameter
  private let key: YAMLValue
  /// The rest of a change that multiplies or adds: the word, and the years.
  private var adjustment: (word: YAMLValue, years: [(key: YAMLValue, value: YAMLValue)])?

  init(_ address: Address, _ parameter: Parameter, _ key: YAMLValue) {
    self.address = address
    self.parameter = parameter
    self.key = key
  }

  private static let forms = ["from", "to", "steps", "uniform", "triangular", "value"]

  mutating func part(_ value: YAMLValue, _ reader: inout ValueReader, _ changes: inout OverrideReader) -> AxisPart? {
    var inner = value
    if let pairs = value.pairs, let acting = pairs.first(where: { ["multiply", "add"].contains($0.key.text ?? "") }) {
      guard address.year == nil, pairs.value(of: "from") != nil else {
        reader.report(.conflictingChange, at: value)
        return nil
      }
      reader.checkKeys(pairs, allowed: ["multiply", "add", "from", "to"])
      adjustment = (acting.key, pairs.filter { $0.key.text != acting.key.text })
      inner = acting.value
    }
    guard let (template, values) = values(inner, &reader, &changes) else { return nil }
    return AxisPart(address.written, .change(template, values))
  }

  private typealias Found = (template: Override, values: AxisValues)

  private func values(
    _ value: YAMLValue, _ reader: inout ValueReader, _ changes: inout OverrideReader
  ) -> Found? {
    switch value.content {
    case .scalar:
      guard let template = changed(value, &changes) else { return nil }
      return (template, .levels([template.number]))
    case .sequence(let items):
      guard !items.isEmpty else {
        reader.report(.emptyChange(path: parameter.path), at: key)
        return nil
      }
      guard items.count <= Limits.levels else {
        reader.report(.tooMany(what: Label(zh: "取值", en: "values"), limit: Limits.levels), at: value)
        return nil
      }
      guard let found = numbers(items, &reader, &changes) else { return nil }
      return (found.template, .levels(found.numbers))
    case .mapping(let pairs): return distribution(pairs, value, &reader, &changes)
    }
  }

  private func distribution(
    _ pairs: [(key: YAMLValue, value: YAMLValue)], _ value: YAMLValue, _ reader: inout ValueReader,
    _ changes: inout OverrideReader
  ) -> Found? {
    let words = pairs.filter { !$0.key.isProbability }
    if let ends = pairs.value(of: "uniform") {
      reader.checkKeys(pairs, allowed: ["uniform"])
      guard let found = ordered(ends, count: 2, &reader, &changes) else { return nil }
      return (found.template, .range(from: found.numbers[0], to: found.numbers[1], steps: nil))
    }
    if let ends = pairs.value(of: "triangular") {
      reader.checkKeys(pairs, allowed: ["triangular"])
      guard let found = ordered(ends, count: 3, &reader, &changes) else { return nil }
      let numbers = found.numbers
      return (found.template, .triangular(low: numbers[0], mode: numbers[1], high: numbers[2]))
    }
    if let middle = pairs.value(of: "value") {
      reader.checkKeys(words, allowed: ["value"])
      guard let template = changed(middle, &changes) else { return nil }
      guard words.count < pairs.count else {
        reader.report(.missingKey(name: "80%"), at: value)
        return nil
      }
      guard isContinuous(value, &reader),
        let interval = reader.interval(in: pairs, about: template.number, written: middle, parameter)
      else { return nil }
      return (template, .interval(value: template.number, interval, .natural(for: parameter)))
    }
    return range(pairs, value, &reader, &changes)
  }

  private func range(
    _ pairs: [(key: YAMLValue, value: YAMLValue)], _ value: YAMLValue, _ reader: inout ValueReader,
    _ changes: inout OverrideReader
  ) -> Found? {
    reader.checkKeys(pairs, allowed: AxisReader.forms)
    guard pairs.allSatisfy({ AxisReader.forms.contains($0.key.text ?? "") }) else { return nil }
    for name in ["from", "to"] where pairs.value(of: name) == nil { reader.report(.missingKey(name: name), at: value) }
    guard let from = pairs.value(of: "from"), let to = pairs.value(of: "to"),
      let found = numbers([from, to], &reader, &changes)
    else { return nil }
    var steps: Int?
    if let written = pairs.value(of: "steps") {
      guard let count = reader.count(written, in: 2...Limits.levels) else { return nil }
      steps = count
    }
    let values = AxisValues.range(from: found.numbers[0], to: found.numbers[1], steps: steps)
    if parameter.isWhole, values.levels.map({ $0.contains { $0.rounded() != $0 } }) ?? true {
      reader.report(.betweenWholeNumbers(path: parameter.path), at: value)
      return nil
    }
    return (found.template, values)
  }

  private func isContinuous(_ value: YAMLValue, _ reader: inout ValueReader) -> Bool {
    if parameter.isWhole { reader.report(.betweenWholeNumbers(path: parameter.path), at: value) }
    return !parameter.isWhole
  }

  /// So many numbers, none less than the one before, the last greater than the first.
  private func ordered(
    _ value: YAMLValue, count: Int, _ reader: inout ValueReader, _ changes: inout OverrideReader
  ) -> (template: Override, numbers: [Double])? {
    guard let items = value.items, items.count == count else {
      reader.report(.expected(.list, found: value.summary), at: value)
      return nil
    }
    guard isContinuous(value, &reader), let found = numbers(items, &reader, &changes) else { return nil }
    let numbers = found.numbers
    guard zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 }), numbers[0] < numbers[count - 1] else {
      reader.report(.reversedRange(low: items[0].summary, high: items[count - 1].summary), at: value)
      return nil
    }
    return found
  }

  /// Numbers of one parameter, and the change that has the first.
  private func numbers(
    _ items: [YAMLValue], _ reader: inout ValueReader, _ changes: inout OverrideReader
  ) -> (template: Override, numbers: [Double])? {
    var found: [Override] = []
    for item in items {
      guard item.text != nil else {
        reader.report(.expected(.text, found: item.summary), at: item)
        continue
      }
      if let change = changed(item, &changes) { found.append(change) }
    }
    guard found.count == items.count else { return nil }
    return (found[0], found.map(\.number))
  }

  /// The change that a number comes to; nil where it is wrong and reported.
  private func changed(_ value: YAMLValue, _ changes: inout OverrideReader) -> Override? {
    let before = changes.overrides.count
    var content = address.change(to: value)
    if let adjustment {
      content = YAMLValue(
        content: .mapping([(adjustment.word, value)] + adjustment.years), line: value.line, column: value.column)
    }
    changes.read(content, parameter, district: nil, at: key)
    return changes.overrides.count > before ? changes.overrides.last : nil
  }
}

extension Override {
  /// The number of a change that has one.
  var number: Double {
    switch change {
    case .standing(let value): value
    case .points(let points, _): points.first?.value ?? .nan
    case .multiply(let factor, _, _): factor
    case .add(let amount, _, _): amount
    }
  }
}

extension ValueReader {
  /// A whole number within bounds.
  mutating func count(_ value: YAMLValue, in bounds: ClosedRange<Int>) -> Int? {
    guard let text = value.text, let number = Int(text), bounds.contains(number) else {
      report(.outOfRange(text: value.summary, low: "\(bounds.lowerBound)", high: "\(bounds.upperBound)"), at: value)
      return nil
    }
    return number
  }
}
