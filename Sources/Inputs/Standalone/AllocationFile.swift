import Allocation
import Domain

/// Reads an allocation problem in the form of `docs/methods/allocation.md`.
public struct AllocationFile: Sendable {
  public let problem: AllocationProblem

  /// - Throws: ``InputError`` with everything found wrong.
  public init(path: String) throws(InputError) {
    try self.init(text: text(ofFile: path), file: path)
  }

  /// Reads a problem from its text.
  public init(text: String, file: String) throws(InputError) {
    var reader = AllocationReader(try YAMLDocument(file: file, text: text))
    problem = try reader.read()
  }
}

/// Reads the parts of an allocation problem, collecting what is wrong.
struct AllocationReader {
  var reader: ValueReader
  var problem = AllocationProblem(accounts: [], uses: [], years: 0...0)
  private let file: String

  private static let keys = [
    "horizon", "accounts", "uses", "needs", "floors", "ceilings", "shares", "equity", "transfers", "smoothing",
    "penalties",
  ]

  init(_ document: YAMLDocument) {
    reader = ValueReader(document)
    file = document.file
  }

  mutating func read() throws(InputError) -> AllocationProblem {
    guard let root = reader.document.root else {
      throw InputError(ofFile: file, .missingKey(name: "horizon"))
    }
    if let pairs = reader.pairs(root) {
      reader.checkKeys(pairs, allowed: AllocationReader.keys)
      if readParties(pairs, of: root) { readRules(pairs) }
    }
    guard reader.diagnostics.isEmpty else { throw InputError(reader.diagnostics) }
    return problem
  }

  /// Years, accounts and uses, which rules name. False when what follows could not be understood.
  private mutating func readParties(_ pairs: [(key: YAMLValue, value: YAMLValue)], of root: YAMLValue) -> Bool {
    for key in ["horizon", "accounts", "uses"] where pairs.value(of: key) == nil {
      reader.report(.missingKey(name: key), at: root)
    }
    guard let years = pairs.value(of: "horizon").flatMap({ self.horizon($0) }) else { return false }
    let accounts = pairs.value(of: "accounts").flatMap { self.accounts($0, years) } ?? []
    let uses = pairs.value(of: "uses").flatMap { self.uses($0) } ?? []
    guard !accounts.isEmpty, !uses.isEmpty else { return false }
    guard accounts.count * uses.count * years.count <= Limits.allocationCells else {
      let what = Label(zh: "账户 × 用途 × 年份", en: "accounts × uses × years")
      reader.report(.tooMany(what: what, limit: Limits.allocationCells), at: root)
      return false
    }
    problem = AllocationProblem(accounts: accounts, uses: uses, years: years)
    return true
  }

  private mutating func horizon(_ value: YAMLValue) -> ClosedRange<Year>? {
    guard let pairs = reader.pairs(value) else { return nil }
    reader.checkKeys(pairs, allowed: ["from", "to"])
    var ends: [Year?] = []
    for key in ["from", "to"] {
      if pairs.value(of: key) == nil { reader.report(.missingKey(name: key), at: value) }
      ends.append(pairs.value(of: key).flatMap { reader.year($0) })
    }
    guard let from = ends[0], let to = ends[1] else { return nil }
    guard from <= to else {
      reader.report(.emptyHorizon(from: from, to: to), at: value)
      return nil
    }
    return from...to
  }

  private mutating func accounts(_ value: YAMLValue, _ years: ClosedRange<Year>) -> [Account]? {
    guard let items = list(value) else { return nil }
    var names: [String: Int] = [:]
    var seen = SeenNames()
    return items.compactMap { item in
      guard let pairs = reader.pairs(item) else { return nil }
      reader.checkKeys(pairs, allowed: ["name", "label", "available", "must_spend", "carry_over"])
      guard let party = party(pairs, of: item, names: &names, &seen) else { return nil }
      if pairs.value(of: "available") == nil { reader.report(.missingKey(name: "available"), at: item) }
      return Account(
        name: party.name, label: party.label,
        available: pairs.value(of: "available").flatMap { self.available($0, years) },
        mustSpend: pairs.value(of: "must_spend").map { flag($0) } ?? false,
        carryOver: pairs.value(of: "carry_over").flatMap { share($0) } ?? 0)
    }
  }

  /// Yuan by year from one amount for every year, or an amount for each; nil for money without limit.
  private mutating func available(_ value: YAMLValue, _ years: ClosedRange<Year>) -> [Double]? {
    if value.text == "unlimited" { return nil }
    guard let pairs = value.pairs else {
      return yuan(value).map { amount in years.map { _ in amount } } ?? years.map { _ in 0 }
    }
    reader.checkKeys(pairs, allowed: years.map { "\($0)" })
    return years.map { year in
      guard let amount = pairs.value(of: "\(year)") else {
        reader.report(.missingKey(name: "\(year)"), at: value)
        return 0
      }
      return yuan(amount) ?? 0
    }
  }

  private mutating func uses(_ value: YAMLValue) -> [Use]? {
    guard let items = list(value) else { return nil }
    var names: [String: Int] = [:]
    var seen = SeenNames()
    // Of equals the use named first comes first.
    return items.enumerated().compactMap { place, item in
      guard let pairs = reader.pairs(item) else { return nil }
      reader.checkKeys(pairs, allowed: ["name", "label", "weight"])
      guard let party = party(pairs, of: item, names: &names, &seen) else { return nil }
      return Use(
        name: party.name, label: party.label, weight: pairs.value(of: "weight").flatMap { factor($0) } ?? 1,
        priority: place + 1)
    }
  }

  /// The name and label of an account or a use; each name stands once.
  private mutating func party(
    _ pairs: [(key: YAMLValue, value: YAMLValue)], of item: YAMLValue, names: inout [String: Int],
    _ seen: inout SeenNames
  ) -> (name: String, label: Label)? {
    guard let value = pairs.value(of: "name") else {
      reader.report(.missingKey(name: "name"), at: item)
      return nil
    }
    guard let name = reader.text(value) else { return nil }
    if name.isEmpty { reader.report(.emptyField(column: "name"), at: value) }
    if let problem = seen.problem(of: name, line: value.line) { reader.report(problem, at: value) }
    if let first = names[name] { reader.report(.duplicateKey(name: quoted(name), firstLine: first), at: value) }
    names[name] = names[name] ?? value.line
    return (name, pairs.value(of: "label").flatMap { reader.label($0) } ?? Label(zh: name, en: name))
  }
}
