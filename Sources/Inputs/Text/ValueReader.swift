import Domain
import Formulas

/// Reads the scalars of YAML files into numbers, dates and words, collecting what is wrong.
struct ValueReader {
  let document: YAMLDocument
  private(set) var diagnostics: [Diagnostic] = []
  /// What a run can do with but a check of a package reports.
  private(set) var remarks: [Diagnostic] = []

  init(_ document: YAMLDocument) { self.document = document }

  mutating func report(_ problem: Problem, at value: YAMLValue) {
    guard !hasEnough else { return }
    let isTooMany = diagnostics.count == Limits.problems
    diagnostics.append(
      document.diagnostic(isTooMany ? .tooManyProblems(limit: Limits.problems) : problem, at: value))
  }

  /// Notes, once a place, what only a check of the package reports.
  mutating func remark(_ problem: Problem?, at value: YAMLValue) {
    guard let problem else { return }
    let diagnostic = document.diagnostic(problem, at: value)
    if !remarks.contains(diagnostic) { remarks.append(diagnostic) }
  }

  /// Whether so much is wrong that nothing more is reported.
  var hasEnough: Bool { diagnostics.count > Limits.problems }

  /// A number in the unit and, unless told otherwise, inside the range of a parameter.
  mutating func number(_ value: YAMLValue, for parameter: Parameter, checkingRange: Bool = true) -> Double? {
    guard let text = value.text else {
      report(.expected(.text, found: value.summary), at: value)
      return nil
    }
    switch Quantity.read(text, as: parameter.unit) {
    case .failure(let error):
      report(error.problem, at: value)
      return nil
    case .success(let number):
      guard !checkingRange || parameter.range.contains(number) else {
        let low = parameter.unit.written(parameter.range.lowerBound)
        let high = parameter.unit.written(parameter.range.upperBound)
        report(.outOfRange(text: quoted(text), low: low, high: high), at: value)
        return nil
      }
      guard !parameter.isWhole || number.rounded() == number else {
        let allowed = (Int(parameter.range.lowerBound)...Int(parameter.range.upperBound)).map { "\($0)" }
        report(.unknownWord(text: quoted(text), nearest: nil, allowed: allowed), at: value)
        return nil
      }
      return number
    }
  }

  /// What to multiply by. A percentage with a sign is a change, which `multiply` does not take.
  mutating func multiplier(_ value: YAMLValue) -> Double? {
    guard let text = value.text, let sign = text.first, "+-−＋－".contains(sign), "%％".contains(text.last ?? " "),
      case .success(let change) = Quantity.read(text, as: .share)
    else { return factor(value) }
    let (factor, percent) = (Unit.ratio.written(((1 + change) * 1e9).rounded() / 1e9), Unit.share.written(abs(change)))
    report(.signedFactor(text: quoted(text), factor: factor, change: (change < 0 ? "-" : "+") + percent), at: value)
    return nil
  }

  /// A plain number without unit, for factors.
  mutating func factor(_ value: YAMLValue) -> Double? {
    guard let text = value.text, case .success(let number) = Quantity.read(text, as: .ratio) else {
      report(.notAPlainNumber(text: value.summary), at: value)
      return nil
    }
    return number
  }

  /// A year of four digits.
  mutating func year(_ value: YAMLValue) -> Year? {
    guard let text = value.text, text.utf8.count == 4, let year = wholeNumber(text), year > 0 else {
      report(.notAYear(text: value.summary), at: value)
      return nil
    }
    return check(year, at: value) ? year : nil
  }

  /// Whether a year can be meant; reports one that cannot.
  private mutating func check(_ year: Year, at value: YAMLValue) -> Bool {
    guard !Limits.plausibleYears.contains(year) else { return true }
    report(.impossibleYear(year, nearest: nearestYear(to: year)), at: value)
    return false
  }

  /// A year or a date.
  mutating func day(_ key: YAMLValue) -> Day? {
    let text = key.summary
    if let day = Day(parsing: text) { return check(day.year, at: key) ? day : nil }
    report(.notADate(text: text), at: key)
    return nil
  }

  /// The values by day. Reports a day that stands twice, however it is written, and a number cut in two by its comma.
  mutating func dates(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> [(day: Day, value: YAMLValue)] {
    var lines: [Day: Int] = [:]
    var result: [(day: Day, value: YAMLValue)] = []
    for (key, value) in wholeNumbers(pairs) {
      guard let day = day(key) else { continue }
      if let first = lines[day] { report(.duplicateKey(name: key.summary, firstLine: first), at: key) }
      lines[day] = lines[day] ?? key.line
      result.append((day, value))
    }
    return result
  }

  /// The pairs without numbers that a comma cuts in two, which it reports.
  ///
  /// YAML reads `{2025: 1,500 张}` as `2025: 1` and a key `500 张` without a value.
  mutating func wholeNumbers(_ pairs: [(key: YAMLValue, value: YAMLValue)]) -> [(key: YAMLValue, value: YAMLValue)] {
    func isCut(_ index: Int) -> Bool {
      guard index + 1 < pairs.count, let start = pairs[index].value.text, start.last?.isNumber == true else {
        return false
      }
      let (rest, value) = pairs[index + 1]
      return value.text == "" && rest.text?.first?.isNumber == true && Day(parsing: rest.text ?? "") == nil
    }
    var result: [(key: YAMLValue, value: YAMLValue)] = []
    for index in pairs.indices {
      if index > 0, isCut(index - 1) {
        let rest = pairs[index].key
        report(Quantity.problem(ofComma: (rest.text ?? "")[...], after: pairs[index - 1].value.summary), at: rest)
      } else if !isCut(index) {
        result.append(pairs[index])
      }
    }
    return result
  }

  mutating func text(_ value: YAMLValue) -> String? {
    guard let text = value.text else {
      report(.expected(.text, found: value.summary), at: value)
      return nil
    }
    return text
  }

  /// A text that may name a folder.
  mutating func fileName(_ value: YAMLValue) -> String? {
    guard let text = text(value) else { return nil }
    guard isFileName(text) else {
      report(.notAName(text: text), at: value)
      return nil
    }
    return text
  }

  mutating func pairs(_ value: YAMLValue) -> [(key: YAMLValue, value: YAMLValue)]? {
    guard let pairs = value.pairs else {
      report(.expected(.mapping, found: value.summary), at: value)
      return nil
    }
    return pairs
  }

  /// A word of a closed list.
  mutating func word<W: RawRepresentable<String> & CaseIterable>(_ value: YAMLValue, _: W.Type) -> W? {
    guard let text = text(value) else { return nil }
    if let word = W(rawValue: text) { return word }
    let allowed = W.allCases.map(\.rawValue)
    report(.unknownWord(text: quoted(text), nearest: nearestName(to: text, in: allowed), allowed: allowed), at: value)
    return nil
  }

  /// Reports keys that are not in the list.
  mutating func checkKeys(_ pairs: [(key: YAMLValue, value: YAMLValue)], allowed: [String]) {
    for (key, _) in pairs where !allowed.contains(key.text ?? "") && !hasEnough {
      let name = key.summary
      report(.unknownKey(name: name, nearest: nearestName(to: name, in: allowed), allowed: allowed), at: key)
    }
  }

  /// A name in both languages, or one for both.
  mutating func label(_ value: YAMLValue) -> Label? {
    if let text = value.text { return Label(zh: text, en: text) }
    guard let pairs = pairs(value) else { return nil }
    checkKeys(pairs, allowed: ["zh", "en"])
    let zh = pairs.first { $0.key.text == "zh" }?.value.text
    let en = pairs.first { $0.key.text == "en" }?.value.text
    guard let first = zh ?? en else {
      report(.missingKey(name: "zh"), at: value)
      return nil
    }
    return Label(zh: zh ?? first, en: en ?? first)
  }
}

extension [(key: YAMLValue, value: YAMLValue)] {
  /// The value of a key.
  func value(of name: String) -> YAMLValue? { first { $0.key.text == name }?.value }
}
