import Domain
import Formulas

/// Experts' intervals: `80%: [12%, 25%]` beside a value.
extension ValueReader {
  /// The interval among the parts of a value; nil where there is none, or where it is wrong and reported.
  mutating func interval(
    in pairs: [(key: YAMLValue, value: YAMLValue)], about value: Double, written: YAMLValue, _ parameter: Parameter
  ) -> Interval? {
    let given = pairs.filter(\.key.isProbability)
    guard let (key, ends) = given.first else { return nil }
    for (other, _) in given.dropFirst() {
      report(.duplicateKey(name: other.summary, firstLine: key.line), at: other)
    }
    guard !parameter.isFixed else {
      report(.intervalOfFixed(path: parameter.path), at: key)
      return nil
    }
    guard let probability = probability(key) else { return nil }
    guard let items = ends.items, items.count == 2 else {
      report(.expected(.list, found: ends.summary), at: ends)
      return nil
    }
    guard let low = number(items[0], for: parameter), let high = number(items[1], for: parameter) else { return nil }
    let scale = Process.Scale.natural(for: parameter)
    for (item, end) in zip(items, [low, high]) where !scale.contains(end) {
      report(.intervalEnd(text: item.summary), at: item)
      return nil
    }
    guard low < value, value < high else {
      let (low, high) = (items[0].summary, items[1].summary)
      report(.valueOutsideInterval(value: written.summary, low: low, high: high), at: ends)
      return nil
    }
    return Interval(probability: probability, low: low, high: high)
  }
}

extension ValueReader {
  /// A chance of an interval, such as 80%.
  mutating func probability(_ value: YAMLValue) -> Double? {
    guard case .success(let probability) = Quantity.read(value.text ?? "", as: .share), probability > 0, probability < 1
    else {
      report(.outOfRange(text: value.summary, low: "1%", high: "99%"), at: value)
      return nil
    }
    return probability
  }
}

extension YAMLValue {
  /// Whether a key is a chance in per cent.
  var isProbability: Bool { text?.hasSuffix("%") ?? false }
}
