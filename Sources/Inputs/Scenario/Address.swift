import Domain
import Formulas

/// A change given on the command line: `path@year/district=value`.
struct Address {
  /// The text before `=` in parts, and the value, each with its place in the text.
  let path: YAMLValue
  let year: YAMLValue?
  let district: YAMLValue?
  let value: YAMLValue
  let document: YAMLDocument

  /// - Parameter index: the position among the changes given, from 1.
  init(_ text: String, index: Int) throws(InputError) {
    let file = "--set[\(index)]"
    guard text.unicodeScalars.prefix(Limits.addressLength + 1).count <= Limits.addressLength else {
      throw InputError(ofFile: file, .addressTooLong(limit: Limits.addressLength))
    }
    document = YAMLDocument(argument: text, named: file)
    func part(_ piece: Substring) -> YAMLValue {
      let column = text.unicodeScalars.distance(from: text.startIndex, to: piece.startIndex) + 1
      return YAMLValue(content: .scalar(String(piece)), line: 1, column: column)
    }
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw InputError([
        Address.fullWidthSign(text, file)
          ?? Diagnostic(at: Passage(argument: text, of: file), .badAddress(text: text))
      ])
    }
    value = part(text[text.index(after: equals)...])
    (path, year, district) = Address.parts(of: text[..<equals], part)
  }

  /// An address that stands in a file, without a value.
  init(_ key: YAMLValue, in document: YAMLDocument) {
    let text = key.text ?? ""
    self.document = document
    value = YAMLValue(content: .scalar(""), line: key.line, column: key.column)
    (path, year, district) = Address.parts(of: text[...]) { document.part($0, of: text, at: key) }
  }

  private static func parts(
    of address: Substring, _ part: (Substring) -> YAMLValue
  ) -> (path: YAMLValue, year: YAMLValue?, district: YAMLValue?) {
    guard let at = address.firstIndex(of: "@") else { return (part(address), nil, nil) }
    let rest = address[address.index(after: at)...]
    let stroke = rest.firstIndex(of: "/")
    let district = stroke.map { part(rest[rest.index(after: $0)...]) }
    return (part(address[..<at]), part(rest[..<(stroke ?? rest.endIndex)]), district)
  }

  /// A change that an option of its own stands for, such as `--floor 60%`.
  init(_ option: OptionChange) throws(InputError) {
    guard option.value.unicodeScalars.prefix(Limits.addressLength + 1).count <= Limits.addressLength else {
      throw InputError(ofFile: option.option, .addressTooLong(limit: Limits.addressLength))
    }
    document = YAMLDocument(argument: option.value, named: option.option)
    path = YAMLValue(content: .scalar(option.path), line: 1, column: 1)
    value = YAMLValue(content: .scalar(option.value), line: 1, column: 1)
    year = nil
    district = nil
  }

  /// What is set, apart from the value: the path, the year, and the district by its code where it has one.
  func place(in areas: Areas) -> String {
    let name = district?.text ?? ""
    let code = areas.all.first { $0.isNamed(name) }?.code ?? name
    return [path.text ?? "", year?.text ?? "", code].joined(separator: "\n")
  }

  /// As it was written, apart from the value.
  var written: String {
    (path.text ?? "") + (year.map { "@" + ($0.text ?? "") } ?? "") + (district.map { "/" + ($0.text ?? "") } ?? "")
  }

  /// What Chinese typing makes of the equals sign.
  private static func fullWidthSign(_ text: String, _ file: String) -> Diagnostic? {
    text.firstIndex(of: "＝").map { place in
      let column = text.unicodeScalars.distance(from: text.startIndex, to: place) + 1
      let passage = Passage(Position(file: file, line: 1, column: column), found: "＝", line: text)
      return Diagnostic(at: passage, .fullWidth(sign: "＝", needed: "="))
    }
  }

  /// The change as a scenario file would write it.
  var change: YAMLValue { change(to: value) }

  /// The same with another value.
  func change(to value: YAMLValue) -> YAMLValue {
    guard let year else { return value }
    let dated = YAMLValue(content: .mapping([(year, value)]), line: year.line, column: year.column)
    guard let district else { return dated }
    let byDistrict = YAMLValue(content: .mapping([(district, dated)]), line: district.line, column: district.column)
    let key = YAMLValue(content: .scalar("districts"), line: district.line, column: district.column)
    return YAMLValue(content: .mapping([(key, byDistrict)]), line: district.line, column: district.column)
  }
}
